import { BufferAttribute, BufferGeometry, SphereGeometry, Vector3 } from 'three';
import { FACE } from './face-regions.ts';
import type { FaceMesh } from './mesh.ts';
import { ellipsoid } from './solids.ts';

/** Moves a point of the canonical head to its place on this head. */
export type Deform = (point: Vector3) => void;

/** The back of the head: an ellipsoid a little inside the mesh's edge. */
const SKULL = { centre: new Vector3(0, 1.2, -4.4), radii: new Vector3(7.55, 9.6, 8.6) };

/** The skull where hair hides all of it but the sides. */
export function skullGeometry(deform: Deform): BufferGeometry {
  const skull = new SphereGeometry(1, 28, 20);
  ellipsoid(skull, SKULL.radii, SKULL.centre);
  return deformed(skull, deform);
}

/** On a sphere of 1: so far from the face's edge the skull swells to meet it. */
const SWELL = 0.8;
/** The crown is as high above the eyes as the chin is below them. */
const CROWN = 1.18;
/** The step between skull and face may stay at the sides, below this height on the sphere. */
const SWELLS_ABOVE = { none: -0.05, all: 0.4 } as const;

/** The skull that is seen itself: it has its full height and meets the forehead's edge. Not yet deformed. */
export function scalpGeometry(mesh: FaceMesh): BufferGeometry {
  const radii = SKULL.radii.clone().multiply(new Vector3(1, CROWN, 1));
  const edge = FACE.oval.map((vertex) =>
    new Vector3()
      .fromArray(mesh.positions, vertex * 3)
      .sub(SKULL.centre)
      .divide(radii),
  );
  const scalp = new SphereGeometry(1, 56, 40);
  const positions = scalp.getAttribute('position') as BufferAttribute;
  const point = new Vector3();
  for (let i = 0; i < positions.count; i++) {
    point.fromBufferAttribute(positions, i);
    if (!isUnderFace(point, edge)) point.multiplyScalar(swellAt(point, edge));
    if (point.y < 0) point.y /= CROWN;
    positions.setXYZ(i, point.x, point.y, point.z);
  }
  ellipsoid(scalp, radii, SKULL.centre);
  return scalp;
}

function swellAt(point: Vector3, edge: readonly Vector3[]): number {
  let [sum, weights, nearest] = [0, 0, SWELL];
  for (const one of edge) {
    const away = one.clone().normalize().distanceTo(point);
    const weight = 1 / (away * away + 0.003);
    sum += weight * one.length();
    weights += weight;
    nearest = Math.min(nearest, away);
  }
  const height = (point.y - SWELLS_ABOVE.none) / (SWELLS_ABOVE.all - SWELLS_ABOVE.none);
  const share = smooth(1 - nearest / SWELL) * smooth(height);
  return 1 + Math.max(0, sum / weights - 1.008) * share;
}

function smooth(value: number): number {
  const share = Math.min(1, Math.max(0, value));
  return share * share * (3 - 2 * share);
}

/** True for a direction inside the face's edge, as seen from the front. */
function isUnderFace(point: Vector3, edge: readonly Vector3[]): boolean {
  if (point.z < 0) return false;
  let inside = false;
  edge.forEach((a, i) => {
    const b = edge[(i + 1) % edge.length] as Vector3;
    const [ax, ay, bx, by] = [
      a.x / a.length(),
      a.y / a.length(),
      b.x / b.length(),
      b.y / b.length(),
    ];
    const crosses = ay > point.y !== by > point.y;
    if (crosses && point.x < ax + ((bx - ax) * (point.y - ay)) / (by - ay)) inside = !inside;
  });
  return inside;
}

/** Applies a head's shape to anything modelled on the canonical head. */
export function deformed<T extends BufferGeometry>(geometry: T, deform: Deform): T {
  const positions = geometry.getAttribute('position') as BufferAttribute;
  const point = new Vector3();
  for (let i = 0; i < positions.count; i++) {
    deform(point.fromBufferAttribute(positions, i));
    positions.setXYZ(i, point.x, point.y, point.z);
  }
  geometry.computeVertexNormals();
  return geometry;
}

export function faceGeometry(mesh: FaceMesh, deform: Deform): BufferGeometry {
  const count = mesh.positions.length / 3;
  const canonical = new Float32Array(mesh.positions);
  closeMouth(canonical);
  smile(canonical);
  const positions = new Float32Array(canonical);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('uv', new BufferAttribute(mesh.uv, 2));
  geometry.setIndex(new BufferAttribute(mesh.triangles, 1));
  deformed(geometry, deform);
  blendNormalsIntoSkull(canonical, geometry.getAttribute('normal') as BufferAttribute);

  const jaw = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const x = canonical[i * 3] as number;
    const y = canonical[i * 3 + 1] as number;
    // All below the line between the lips goes down with the jaw, less toward its hinge.
    if (y < LIP_LINE_Y) jaw[i] = Math.exp(-((x / 4.6) ** 2)) * (y < -9 ? 0.75 : 1);
  }
  for (const vertex of UPPER_LIP) jaw[vertex] = -0.08;
  for (const vertex of LOWER_LIP)
    jaw[vertex] = Math.exp(-(((canonical[vertex * 3] as number) / 2.6) ** 4));
  geometry.setAttribute('jaw', new BufferAttribute(jaw, 1));

  const lid = new Float32Array(count * 3);
  for (const [upper, lower] of FACE.lidPairs) {
    for (let c = 0; c < 3; c++) {
      lid[upper * 3 + c] =
        ((positions[lower * 3 + c] as number) - (positions[upper * 3 + c] as number)) * 0.92;
    }
    // Bent over the eyeball.
    lid[upper * 3 + 2] = (lid[upper * 3 + 2] as number) + 0.12;
  }
  geometry.setAttribute('lid', new BufferAttribute(lid, 3));
  return geometry;
}

/**
 * How far out the canonical face reaches at a place seen from the front.
 * @returns z in cm, or undefined beside the face
 */
export function surfaceZ({ positions, triangles }: FaceMesh, x: number, y: number) {
  let highest: number | undefined;
  const at = (corner: number, c: number) =>
    positions[(triangles[corner] as number) * 3 + c] as number;
  for (let i = 0; i < triangles.length; i += 3) {
    const [ax, ay] = [at(i, 0), at(i, 1)];
    const [bx, by] = [at(i + 1, 0) - ax, at(i + 1, 1) - ay];
    const [cx, cy] = [at(i + 2, 0) - ax, at(i + 2, 1) - ay];
    const area = bx * cy - by * cx;
    const s = ((x - ax) * cy - (y - ay) * cx) / area;
    const t = (bx * (y - ay) - by * (x - ax)) / area;
    if (!(s >= 0 && t >= 0 && s + t <= 1)) continue;
    const z = at(i, 2) * (1 - s - t) + at(i + 1, 2) * s + at(i + 2, 2) * t;
    highest = Math.max(highest ?? z, z);
  }
  return highest;
}

const LIP_LINE_Y = -4.35;
/** From the sitter's right corner to the left: the inner edge first, then the outer. */
const UPPER_LIP = [191, 80, 81, 82, 13, 312, 311, 310, 415, 185, 40, 39, 37, 0, 267, 269, 270, 409];
const LOWER_LIP = [
  95, 88, 178, 87, 14, 317, 402, 318, 324, 146, 91, 181, 84, 17, 314, 405, 321, 375,
];

/** The canonical mouth is a little open; at rest the lips meet. */
function closeMouth(positions: Float32Array): void {
  const upper = UPPER_LIP.slice(0, 9);
  const lower = LOWER_LIP.slice(0, 9);
  for (const [index, top] of upper.entries()) {
    const bottom = lower[index] as number;
    for (const c of [1, 2]) {
      const gap = (positions[top * 3 + c] as number) - (positions[bottom * 3 + c] as number);
      positions[top * 3 + c] = (positions[top * 3 + c] as number) - gap * 0.4;
      positions[bottom * 3 + c] = (positions[bottom * 3 + c] as number) + gap * 0.5;
    }
  }
}

/** The canonical face is earnest; the corners of the mouth go up a little. */
function smile(positions: Float32Array): void {
  for (let i = 0; i < positions.length; i += 3) {
    const x = Math.abs(positions[i] as number);
    const y = positions[i + 1] as number;
    const near = Math.exp(-(((x - 2.7) / 1.2) ** 2) - ((y + 4.3) / 1.3) ** 2);
    positions[i + 1] = y + 0.34 * near;
    positions[i + 2] = (positions[i + 2] as number) - 0.1 * near;
  }
}

/** At its edge the face takes the skull's normals, or a hard line would run round it. */
function blendNormalsIntoSkull(positions: Float32Array, normals: BufferAttribute): void {
  const oval: readonly number[] = FACE.oval;
  const normal = new Vector3();
  const point = new Vector3();
  const edge = new Vector3();
  for (let i = 0; i < normals.count; i++) {
    point.fromArray(positions, i * 3);
    let nearestCm = Number.POSITIVE_INFINITY;
    for (const vertex of oval) {
      nearestCm = Math.min(nearestCm, edge.fromArray(positions, vertex * 3).distanceTo(point));
    }
    const share = Math.max(0, 1 - nearestCm / 3);
    if (share === 0) continue;
    const skull = point.sub(SKULL.centre).divide(SKULL.radii).divide(SKULL.radii).normalize();
    normal.fromBufferAttribute(normals, i).lerp(skull, share).normalize();
    normals.setXYZ(i, normal.x, normal.y, normal.z);
  }
}
