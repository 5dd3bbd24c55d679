import { ModelFormatError } from './errors.ts';

// Source: geometry_pipeline_metadata.proto and mesh_3d.proto in
// mediapipe/tasks/cc/vision/face_geometry/proto.
const CANONICAL_MESH_FIELD = 1;
const VERTEX_FIELD = 3;
const TRIANGLE_FIELD = 4;

// Protocol buffers' wire types.
const VARINT = 0;
const BYTES = 2;
const FIXED32 = 5;

const VERTICES = 468;
const VALUES_A_VERTEX = 5;
const TRIANGLES = 898;

export interface CanonicalMesh {
  /** 468 x (x, y, z, u, v): position in centimetres, y up, z towards the viewer; place in a texture. */
  readonly vertices: Float32Array;
  /** 898 x three numbers of vertices. A vertex has the number of its face landmark. */
  readonly triangles: Uint16Array;
}

/**
 * Reads MediaPipe's average face from `geometry_pipeline_metadata_landmarks.binarypb`.
 *
 * @throws ModelFormatError if the bytes are damaged or hold another number of vertices or triangles.
 */
export function readCanonicalMesh(geometry: Uint8Array): CanonicalMesh {
  const mesh = readMessage(geometry).find((field) => field.number === CANONICAL_MESH_FIELD)?.bytes;
  if (!mesh) throw new ModelFormatError('The face geometry holds no canonical mesh.');
  const fields = readMessage(mesh);
  const valuesOf = (number: number) =>
    fields.filter((field) => field.number === number).map((field) => field.value);
  const vertices = Float32Array.from(valuesOf(VERTEX_FIELD));
  const triangles = Uint16Array.from(valuesOf(TRIANGLE_FIELD));
  if (
    vertices.length !== VERTICES * VALUES_A_VERTEX ||
    triangles.length !== TRIANGLES * 3 ||
    triangles.some((vertex) => vertex >= VERTICES)
  ) {
    throw new ModelFormatError(
      `Expected a canonical face of ${VERTICES} vertices and ${TRIANGLES} triangles, got ` +
        `${vertices.length / VALUES_A_VERTEX} and ${triangles.length / 3}.`,
    );
  }
  return { vertices, triangles };
}

interface Field {
  readonly number: number;
  readonly value: number;
  /** Content of a nested message. */
  readonly bytes?: Uint8Array;
}

/** The fields of one protocol buffers message: as much of the format as the mesh uses. */
function readMessage(message: Uint8Array): Field[] {
  const view = new DataView(message.buffer, message.byteOffset, message.byteLength);
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = view.getUint8(at++);
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const field = (): Field => {
    const key = varint();
    const number = Math.floor(key / 8);
    switch (key % 8) {
      case VARINT:
        return { number, value: varint() };
      case FIXED32: {
        at += 4;
        return { number, value: view.getFloat32(at - 4, true) };
      }
      case BYTES: {
        const length = varint();
        at += length;
        if (at > message.length) throw new RangeError();
        return { number, value: Number.NaN, bytes: message.subarray(at - length, at) };
      }
      default:
        throw new RangeError();
    }
  };
  try {
    const fields: Field[] = [];
    while (at < message.length) fields.push(field());
    return fields;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ModelFormatError(`The face geometry is damaged near byte ${at}.`, { cause: error });
  }
}
