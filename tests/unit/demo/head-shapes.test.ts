import { type BufferAttribute, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { faceGeometry, surfaceZ } from '../../../demo/sitter/face-geometry.ts';
import { EYES_CM, INTEROCULAR_CM } from '../../../demo/sitter/face-regions.ts';
import {
  deform,
  HEAD_SHAPES,
  headShapeOf,
  interocularCm,
} from '../../../demo/sitter/head-shapes.ts';
import type { FaceMesh } from '../../../demo/sitter/mesh.ts';
import { GOOD_SITUATION, RANGES } from '../../../demo/sitter/situation.ts';
import { readCanonicalMesh } from '../../../tools/models/canonical-mesh.ts';
import { readFaceSources } from '../../../tools/models/sources.ts';

const { vertices, triangles } = readCanonicalMesh((await readFaceSources()).geometry);
const count = vertices.length / 5;
const mesh: FaceMesh = {
  positions: Float32Array.from({ length: count * 3 }, (_, i) =>
    Number(vertices[Math.floor(i / 3) * 5 + (i % 3)]),
  ),
  uv: new Float32Array(count * 2),
  triangles,
};
const NUMBERS = [...HEAD_SHAPES.keys()];
const NOSE_TIP = 1;
const CHIN = 152;
const OUTER_CORNERS = [33, 263] as const;

function drawn(number: number) {
  const shape = headShapeOf(number);
  const geometry = faceGeometry(mesh, (point) => deform(shape, point));
  const positions = geometry.getAttribute('position') as BufferAttribute;
  const at = (vertex: number) => new Vector3().fromBufferAttribute(positions, vertex);
  return { shape, at };
}

describe('heads', () => {
  it('are as many as a situation may ask for', () => {
    expect([NUMBERS[0], NUMBERS.at(-1)]).toEqual(RANGES.headShape);
  });

  it('begin with the canonical one, as it is', () => {
    const point = new Vector3(3, -4, 5);
    deform(headShapeOf(GOOD_SITUATION.headShape), point);
    expect(point).toEqual(new Vector3(3, -4, 5));
    expect(interocularCm(headShapeOf(0))).toBe(INTEROCULAR_CM);
  });

  it.each(NUMBERS)('%i has the middle between its eyes where the situation says', (number) => {
    const eyes = new Vector3(EYES_CM.x, EYES_CM.y, EYES_CM.z);
    deform(headShapeOf(number), eyes);
    expect(eyes.x).toBe(0);
    expect(eyes.y).toBeCloseTo(EYES_CM.y, 1);
  });

  it.each(NUMBERS)("%i is told its own eyes' distance", (number) => {
    const { shape, at } = drawn(number);
    const [right, left] = OUTER_CORNERS.map(at) as [Vector3, Vector3];
    expect(left.x - right.x).toBeCloseTo(interocularCm(shape), 1);
    expect(interocularCm(shape) / INTEROCULAR_CM).toBeGreaterThan(0.95 - 0.01);
    expect(interocularCm(shape) / INTEROCULAR_CM).toBeLessThan(1.05 + 0.01);
  });

  it('differ from each other by more than a millimetre somewhere', () => {
    const heads = NUMBERS.map(drawn);
    for (const a of heads) {
      for (const b of heads) {
        if (a === b) continue;
        const gaps = Array.from({ length: count }, (_, i) => a.at(i).distanceTo(b.at(i)));
        expect(Math.max(...gaps)).toBeGreaterThan(0.3);
      }
    }
  });

  it('stay human: chin and nose within 1.5 cm of the canonical ones', () => {
    const canonical = drawn(0);
    for (const number of NUMBERS) {
      for (const vertex of [NOSE_TIP, CHIN]) {
        expect(drawn(number).at(vertex).distanceTo(canonical.at(vertex))).toBeLessThan(1.5);
      }
    }
  });

  it('tell where the skin is, for what is worn on it', () => {
    expect(surfaceZ(mesh, 0, -1.1)).toBeCloseTo(7.5, 0);
    expect(surfaceZ(mesh, 9, 0)).toBeUndefined();
  });
});
