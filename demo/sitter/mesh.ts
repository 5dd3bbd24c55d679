/** The canonical face mesh as the build hands it over: bytes in base64, little-endian. */
export interface PackedMesh {
  /** 468 x (x, y, z in cm, u, v), float32. */
  vertices: string;
  /** 898 x 3 vertex numbers, uint16. */
  triangles: string;
}

export interface FaceMesh {
  /** Three numbers a vertex, cm. */
  positions: Float32Array;
  /** Two numbers a vertex, v counted from the top as in a painted canvas. */
  uv: Float32Array;
  triangles: Uint16Array;
}

const FLOATS_A_VERTEX = 5;

export function unpackMesh(packed: PackedMesh): FaceMesh {
  const vertices = new Float32Array(bytesOf(packed.vertices).buffer);
  const triangles = new Uint16Array(bytesOf(packed.triangles).buffer);
  const count = vertices.length / FLOATS_A_VERTEX;
  const positions = new Float32Array(count * 3);
  const uv = new Float32Array(count * 2);
  for (let i = 0; i < count; i++) {
    const from = i * FLOATS_A_VERTEX;
    positions.set(vertices.subarray(from, from + 3), i * 3);
    uv.set(vertices.subarray(from + 3, from + 5), i * 2);
  }
  return { positions, uv, triangles };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
