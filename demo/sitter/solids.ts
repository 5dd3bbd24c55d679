import { BufferAttribute, BufferGeometry, CatmullRomCurve3, TubeGeometry, Vector3 } from 'three';

/** Makes a unit sphere an ellipsoid. Normals stay right because the scaling goes into the vertices. */
export function ellipsoid(geometry: BufferGeometry, radii: Vector3, centre: Vector3): void {
  geometry.scale(radii.x, radii.y, radii.z);
  geometry.translate(centre.x, centre.y, centre.z);
  geometry.computeVertexNormals();
}

/** A round tube through points. */
export function tube(points: readonly (readonly [number, number, number])[], radiusCm: number) {
  const curve = new CatmullRomCurve3(points.map((point) => new Vector3(...point)));
  return new TubeGeometry(curve, points.length * 8, radiusCm, 7);
}

/**
 * A sheet bent in space, with a texture's coordinates.
 * @param at the point for (u, v), each 0 to 1, u to the right and v up as seen from the front
 */
export function sheet(
  columns: number,
  rows: number,
  at: (u: number, v: number) => readonly [number, number, number],
): BufferGeometry {
  const positions: number[] = [];
  const uv: number[] = [];
  const index: number[] = [];
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      positions.push(...at(column / columns, row / rows));
      uv.push(column / columns, row / rows);
      if (row === rows || column === columns) continue;
      const here = row * (columns + 1) + column;
      const above = here + columns + 1;
      index.push(here, here + 1, above, above, here + 1, above + 1);
    }
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('uv', new BufferAttribute(new Float32Array(uv), 2));
  geometry.setIndex(index);
  geometry.computeVertexNormals();
  return geometry;
}
