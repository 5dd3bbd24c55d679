import {
  type BufferGeometry,
  CylinderGeometry,
  LatheGeometry,
  Mesh,
  type ShaderMaterial,
  SphereGeometry,
  TorusGeometry,
  Vector2,
  Vector3,
} from 'three';
import { ellipsoid, sheet } from './solids.ts';

/** Half the shoulders' outline from the neck down (cm), turned and then flattened from front to back. */
const OUTLINE = [
  [5.4, 0],
  [7.5, -1.6],
  [13, -3.8],
  [18.5, -6.6],
  [21.5, -11],
  [22.5, -18],
  [21.5, -48],
] as const;
const FLATNESS = 0.55;
const TORSO = { y: -15, z: -6.5 } as const;

export function bodyMeshes(
  skin: ShaderMaterial,
  cloth: ShaderMaterial,
  collar: ShaderMaterial,
): Mesh[] {
  const neck = new CylinderGeometry(4.7, 5.8, 15, 20);
  neck.translate(0, -12, -6);
  const torso = new LatheGeometry(OUTLINE.map(([x, y]) => new Vector2(x, y)).reverse(), 36);
  torso.scale(1, 1, FLATNESS);
  torso.translate(0, TORSO.y, TORSO.z);
  torso.computeVertexNormals();
  const ring = new TorusGeometry(5.9, 0.75, 8, 28);
  ring.rotateX(Math.PI / 2 + 0.22);
  ring.scale(1.02, 1, 0.92);
  ring.translate(0, -15.6, -5.8);
  return [new Mesh(neck, skin), new Mesh(torso, cloth), new Mesh(ring, collar)];
}

/** For someone who is seen whole: from the hips to the floor. */
export function legMeshes(cloth: ShaderMaterial): Mesh[] {
  const legs = [-1, 1].map((side) => {
    const leg = new CylinderGeometry(10.4, 7, 96, 18);
    leg.translate(side * 10.2, TORSO.y - 93, TORSO.z);
    return leg;
  });
  const hips = new SphereGeometry(1, 24, 14);
  ellipsoid(hips, new Vector3(21.4, 14, 12), new Vector3(0, TORSO.y - 47, TORSO.z));
  return [...legs, hips].map((shape) => new Mesh(shape, cloth));
}

/** Over neck and shoulders, the lower part of a headscarf. */
export function drapeMesh(cloth: ShaderMaterial): Mesh {
  const outline = [
    [21, -22.5],
    [16.5, -18.6],
    [10.5, -16],
    [8.2, -13],
    [7.8, -9.5],
    [7.2, -6],
  ].map(([x, y]) => new Vector2(x, y));
  const shape = new LatheGeometry(outline, 36);
  shape.scale(1, 1, 0.76);
  shape.translate(0, 0, -3.8);
  shape.computeVertexNormals();
  return new Mesh(shape, cloth);
}

/** A print on the chest, a little off the cloth so that it is not hidden in it. */
export function shirtPrintGeometry(
  widthCm: number,
  heightCm: number,
  topY: number,
): BufferGeometry {
  return sheet(10, 6, (u, v) => {
    const x = (u - 0.5) * widthCm;
    const y = topY - (1 - v) * heightCm;
    const depth = FLATNESS * Math.sqrt(Math.max(0, radiusAt(y - TORSO.y) ** 2 - x * x));
    return [x, y, TORSO.z + depth + 0.3];
  });
}

function radiusAt(y: number): number {
  const below = OUTLINE.findIndex(([, height]) => height <= y);
  const [lower, upper] = [OUTLINE[below], OUTLINE[below - 1]];
  if (!lower || !upper) return (lower ?? upper ?? OUTLINE[0])[0];
  return upper[0] + ((lower[0] - upper[0]) * (y - upper[1])) / (lower[1] - upper[1]);
}
