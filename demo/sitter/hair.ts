import { type BufferAttribute, type BufferGeometry, SphereGeometry, Vector3 } from 'three';
import { scalpGeometry, surfaceZ } from './face-geometry.ts';
import type { FaceMesh } from './mesh.ts';
import type { Hair } from './situation.ts';
import { ellipsoid } from './solids.ts';

/** What lies on the canonical head, in its cm. A headscarf is worn in the place of hair; its drape is the body's. */
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
      return [shortHair(mesh)];
    case 'headscarf':
      return [hood(mesh)];
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

/** Lies close on the head; its edge runs from the forehead over the ears to the neck. */
function shortHair(mesh: FaceMesh): BufferGeometry {
  const shape = scalpGeometry(mesh);
  const positions = shape.getAttribute('position') as BufferAttribute;
  const middle = new Vector3(0, 2, -4.4);
  const point = new Vector3();
  for (let i = 0; i < positions.count; i++) {
    point.fromBufferAttribute(positions, i);
    const hairline = point.z > -1.5 ? 8.3 - 0.06 * point.x ** 2 : 5 + 1.5 * (point.z + 1.5);
    const grown = Math.min(1, Math.max(0, (point.y - hairline) / 1.6 + 0.5));
    // Where no hair grows the shape hides in the head.
    point
      .sub(middle)
      .multiplyScalar(0.93 + 0.14 * grown)
      .add(middle);
    const skin = point.z > -2 ? surfaceZ(mesh, point.x, point.y) : undefined;
    if (skin !== undefined) point.z = Math.max(point.z, skin + 0.4 - 3 * (1 - grown));
    positions.setXYZ(i, point.x, point.y, point.z);
  }
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
  ellipsoid(shape, new Vector3(9, 13.2, 11.6), new Vector3(0, 0.4, -3.4));
  const positions = shape.getAttribute('position') as BufferAttribute;
  for (let i = 0; i < positions.count; i++) {
    const skin = surfaceZ(mesh, positions.getX(i), positions.getY(i));
    if (skin === undefined || positions.getZ(i) < -4) continue;
    positions.setZ(i, Math.min(skin + 2 * CLOTH_CM, Math.max(positions.getZ(i), skin + CLOTH_CM)));
  }
  shape.computeVertexNormals();
  return shape;
}
