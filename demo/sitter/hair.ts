import {
  type BufferAttribute,
  type BufferGeometry,
  LatheGeometry,
  SphereGeometry,
  Vector2,
  Vector3,
} from 'three';
import { surfaceZ } from './face-geometry.ts';
import type { FaceMesh } from './mesh.ts';
import type { Hair } from './situation.ts';
import { ellipsoid } from './solids.ts';

/** What lies on the canonical head, in its cm. A headscarf is worn in the place of hair. */
export function hairGeometries(hair: Hair, mesh: FaceMesh): BufferGeometry[] {
  switch (hair) {
    case 'bob':
      return [
        cap(),
        back(new Vector3(9.9, 11.6, 7.2), new Vector3(0, -0.6, -8.4)),
        ...locks(7.6, 0.4),
      ];
    case 'long':
      return [
        cap(),
        back(new Vector3(10.2, 16.5, 6.6), new Vector3(0, -5.6, -8.6)),
        ...locks(11.5, -4.2),
      ];
    case 'short':
      return [cap(), back(new Vector3(8.3, 9.6, 8.4), new Vector3(0, 2.4, -5.6))];
    case 'headscarf':
      return [hood(mesh), drape()];
    case 'none':
      return [];
  }
}

/** Ends above the forehead. */
function cap(): BufferGeometry {
  const shape = new SphereGeometry(1, 30, 16, 0, 2 * Math.PI, 0, Math.PI * 0.5);
  shape.scale(9.2, 9.2, 10.2);
  shape.rotateX(-0.5);
  shape.translate(0, 3.6, -4.4);
  shape.computeVertexNormals();
  return shape;
}

function back(radii: Vector3, centre: Vector3): BufferGeometry {
  const shape = new SphereGeometry(1, 24, 16);
  ellipsoid(shape, radii, centre);
  return shape;
}

/** One down each side. */
function locks(halfLengthCm: number, middleY: number): BufferGeometry[] {
  return [-1, 1].map((side) => {
    const lock = new SphereGeometry(1, 14, 14);
    lock.scale(1.9, halfLengthCm, 4);
    lock.rotateZ(side * 0.07);
    lock.translate(8.2 * side, middleY, -3.6);
    lock.computeVertexNormals();
    return lock;
  });
}

/** How far the cloth lies off the skin. */
const CLOTH_CM = 0.45;

/** Round the head, with an opening for the face whose edge lies on forehead, cheeks and under the chin. */
function hood(mesh: FaceMesh): BufferGeometry {
  const shape = new SphereGeometry(1, 44, 22, 0, 2 * Math.PI, 0.8, Math.PI - 0.8);
  shape.rotateX(Math.PI / 2);
  ellipsoid(shape, new Vector3(9, 12.2, 10.4), new Vector3(0, -0.5, -4.6));
  const positions = shape.getAttribute('position') as BufferAttribute;
  for (let i = 0; i < positions.count; i++) {
    const skin = surfaceZ(mesh, positions.getX(i), positions.getY(i));
    if (skin !== undefined && positions.getZ(i) > -4) {
      positions.setZ(i, Math.max(positions.getZ(i), skin + CLOTH_CM));
    }
  }
  shape.computeVertexNormals();
  return shape;
}

/** From the chin over neck and shoulders. */
function drape(): BufferGeometry {
  const outline = [
    [20.5, -22],
    [16, -18.4],
    [10.5, -16],
    [8, -13],
    [7.6, -9],
    [7.2, -5],
  ].map(([x, y]) => new Vector2(x, y));
  const shape = new LatheGeometry(outline, 36);
  shape.scale(1, 1, 0.78);
  shape.translate(0, 0, -3.6);
  shape.computeVertexNormals();
  return shape;
}
