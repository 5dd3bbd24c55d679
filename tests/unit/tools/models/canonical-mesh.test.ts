import { beforeAll, expect, test } from 'vitest';
import { readCanonicalMesh } from '../../../../tools/models/canonical-mesh.ts';
import { ModelFormatError } from '../../../../tools/models/errors.ts';
import { readFaceSources } from '../../../../tools/models/sources.ts';

let geometry: Uint8Array;
beforeAll(async () => {
  ({ geometry } = await readFaceSources());
});

test('reads 468 vertices and 898 triangles', () => {
  const { vertices, triangles } = readCanonicalMesh(geometry);
  expect(vertices).toHaveLength(468 * 5);
  expect(triangles).toHaveLength(898 * 3);
  expect(Math.max(...triangles)).toBe(467);
  expect(new Set(triangles).size).toBe(468);
});

test('is a face in centimetres, y up, z towards the viewer, with a texture', () => {
  const { vertices } = readCanonicalMesh(geometry);
  const column = (index: number) => vertices.filter((_, place) => place % 5 === index);
  const [widthCm, heightCm, depthCm] = [0, 1, 2].map(
    (index) => Math.max(...column(index)) - Math.min(...column(index)),
  );
  expect(widthCm).toBeCloseTo(15.5, 0);
  expect(heightCm).toBeCloseTo(17.7, 0);
  expect(depthCm).toBeCloseTo(11, -1);
  const [noseTip, chin, forehead] = [1, 152, 10];
  expect(column(2)[noseTip]).toBeGreaterThan(column(2)[forehead] ?? Number.NaN);
  expect(column(1)[forehead]).toBeGreaterThan(column(1)[chin] ?? Number.NaN);
  for (const value of [...column(3), ...column(4)]) {
    expect(value).toBeGreaterThanOrEqual(0);
    expect(value).toBeLessThanOrEqual(1);
  }
});

test.for<[string, (geometry: Uint8Array) => Uint8Array]>([
  ['no bytes', () => new Uint8Array()],
  ['a truncated file', (whole) => whole.slice(0, 10_000)],
  ['a number that never ends', () => new Uint8Array(4).fill(255)],
  ['an unknown wire type', () => Uint8Array.of(0b1111)],
  ['a mesh without vertices', () => Uint8Array.of(0x0a, 2, 0x08, 0)],
  [
    'a vertex too few',
    // The mesh begins after 3 bytes of key and length, its vertices after 4 more, 5 bytes a value.
    (whole) => withLength(whole, [...whole.slice(7 + 25)]),
  ],
])('refuses %s', ([, damaged]) => {
  expect(() => readCanonicalMesh(damaged(geometry))).toThrow(ModelFormatError);
});

/** A mesh field with the first vertex left out and its length (two bytes of seven bits) put right. */
function withLength(whole: Uint8Array, rest: number[]): Uint8Array {
  const [low = 0, middle = 0, high = 0] = whole.slice(1, 4);
  const length = (low & 127) + (middle & 127) * 128 + high * 16_384 - 25;
  return Uint8Array.of(
    0x0a,
    (length & 127) | 128,
    ((length >> 7) & 127) | 128,
    length >> 14,
    ...whole.slice(4, 8),
    ...rest.slice(1),
  );
}
