import type { BufferGeometry } from 'three';
import {
  CylinderGeometry,
  LatheGeometry,
  Mesh,
  type ShaderMaterial,
  TorusGeometry,
  Vector2,
} from 'three';
import { sheet } from './solids.ts';

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
export function legsMesh(cloth: ShaderMaterial): Mesh {
  const legs = new CylinderGeometry(20, 14, 90, 24);
  legs.scale(1, 1, FLATNESS);
  legs.translate(0, TORSO.y - 48 - 45, TORSO.z);
  return new Mesh(legs, cloth);
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
