import { beforeAll, expect, test } from 'vitest';
import { type CanonicalMesh, readCanonicalMesh } from '../../../../tools/models/canonical-mesh.ts';
import { ModelFormatError } from '../../../../tools/models/errors.ts';
import {
  ALL_LANDMARKS,
  LEFT_EYE_WITH_EYEBROW,
  LEFT_IRIS_DEPTH,
  LIPS,
  MESH_LANDMARKS,
  RIGHT_EYE_WITH_EYEBROW,
  RIGHT_IRIS_DEPTH,
} from '../../../../tools/models/landmark-indexes.ts';
import {
  refinedLandmarkIndexes,
  refineLandmarks,
} from '../../../../tools/models/refine-landmarks.ts';
import { type FaceSources, readFaceSources } from '../../../../tools/models/sources.ts';
import {
  CONCATENATION,
  GATHER,
  METADATA_NAME,
  OPTIONS,
  readTflite,
  TENSOR_TYPE,
} from '../../../../tools/models/tflite.ts';

let face: FaceSources;
let mesh: CanonicalMesh;
beforeAll(async () => {
  face = await readFaceSources();
  mesh = readCanonicalMesh(face.geometry);
});

// Where mesh and parts begin when the model's six outputs lie one after the other.
const BEGIN = { lips: 1404, leftEye: 1564, rightEye: 1706, leftIris: 1848, rightIris: 1858 };
const LAID_OUT = 1868;

test.for([
  { what: 'the tip of the nose: mesh alone', landmark: 1, from: [3, 4, 5] },
  { what: 'the first lip point', landmark: 61, from: [BEGIN.lips, BEGIN.lips + 1, 185] },
  { what: 'the last lip point', landmark: 407, from: [1562, 1563, 1223] },
  { what: 'the left eye', landmark: 33, from: [BEGIN.leftEye, BEGIN.leftEye + 1, 101] },
  { what: 'the last of the left brow', landmark: 193, from: [1704, 1705, 581] },
  { what: 'the right eye', landmark: 263, from: [BEGIN.rightEye, BEGIN.rightEye + 1, 791] },
  {
    what: 'the left iris',
    landmark: 468,
    from: [BEGIN.leftIris, BEGIN.leftIris + 1, 3 * LEFT_IRIS_DEPTH + 2],
  },
  {
    what: 'the last of the right iris',
    landmark: 477,
    from: [LAID_OUT - 2, LAID_OUT - 1, 3 * RIGHT_IRIS_DEPTH + 2],
  },
])('takes $what from the right place', ({ landmark, from }) => {
  expect([...refinedLandmarkIndexes().slice(3 * landmark, 3 * landmark + 3)]).toEqual(from);
});

test('uses each refined value once, and depth from the mesh only', () => {
  const indexes = [...refinedLandmarkIndexes()];
  expect(indexes).toHaveLength(ALL_LANDMARKS * 3);
  const refined = indexes.filter((place) => place >= MESH_LANDMARKS * 3);
  expect(refined.toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: LAID_OUT - BEGIN.lips }, (_, index) => BEGIN.lips + index),
  );
  const depths = indexes.filter((_, index) => index % 3 === 2);
  expect(depths.filter((place) => place % 3 !== 2 || place >= MESH_LANDMARKS * 3)).toEqual([]);
});

// The canonical face is symmetric, which shows a wrong number in a list.
test('the right eye is the mirror of the left, and the lips of themselves', () => {
  const mirrored = (landmark: number) => {
    const [x, y, z] = position(landmark);
    return Array.from({ length: MESH_LANDMARKS }, (_, other) => other).find(
      (other) =>
        Math.hypot(position(other)[0] + x, position(other)[1] - y, position(other)[2] - z) < 0.01,
    );
  };
  expect(LEFT_EYE_WITH_EYEBROW.map(mirrored)).toEqual(RIGHT_EYE_WITH_EYEBROW);
  expect(new Set(LIPS.map(mirrored))).toEqual(new Set(LIPS));
  expect(new Set(LIPS).size).toBe(80);
});

test.for([
  { side: 'left', lids: LEFT_EYE_WITH_EYEBROW.slice(0, 16), depth: LEFT_IRIS_DEPTH },
  { side: 'right', lids: RIGHT_EYE_WITH_EYEBROW.slice(0, 16), depth: RIGHT_IRIS_DEPTH },
])('the depth point of the $side iris is within 0.1 mm of the mean of the lids', (iris) => {
  const mean = iris.lids.reduce((sum, landmark) => sum + position(landmark)[2], 0) / 16;
  expect(Math.abs(position(iris.depth)[2] - mean)).toBeLessThan(0.01);
});

function position(landmark: number): [x: number, y: number, z: number] {
  const [x = Number.NaN, y = Number.NaN, z = Number.NaN] = mesh.vertices.slice(5 * landmark);
  return [x, y, z];
}

test('gives the attention model landmarks of 478 x 3 and presence', () => {
  const before = readTflite(face.landmarks);
  const model = readTflite(refineLandmarks(face.landmarks, Uint8Array.of(1)));
  const named = (tensors: readonly number[]) =>
    tensors.map((tensor) => model.tensors[tensor]?.name);

  expect(model.outputs.map((output) => model.tensors[output])).toMatchObject([
    { name: 'refined_landmarks', shape: [1, 1, 1, 1434], type: TENSOR_TYPE.float32 },
    { name: 'conv_faceflag', shape: [1, 1, 1, 1], type: TENSOR_TYPE.float32 },
  ]);
  expect(model.inputs).toEqual(before.inputs);
  expect([...model.metadata.keys()]).toEqual([METADATA_NAME]);

  expect(model.operators).toHaveLength(before.operators.length + 2);
  const [concatenation, gather] = model.operators.slice(-2);
  expect(concatenation).toMatchObject(CONCATENATION);
  expect(concatenation?.options?.int32(OPTIONS.axis)).toBe(3);
  expect(named(concatenation?.inputs ?? [])).toEqual([
    'output_mesh_identity',
    'output_lips',
    'output_left_eye',
    'output_right_eye',
    'output_left_iris',
    'output_right_iris',
  ]);
  expect(gather).toMatchObject(GATHER);
  expect(gather?.options?.int32(OPTIONS.axis)).toBe(3);
  expect(gather?.inputs[0]).toBe(concatenation?.outputs[0]);
  expect(model.tensors[concatenation?.outputs[0] ?? -1]?.shape).toEqual([1, 1, 1, LAID_OUT]);
  expect(gather?.outputs[0]).toBe(model.outputs[0]);

  const constant = model.tensors[gather?.inputs[1] ?? -1];
  expect(constant).toMatchObject({ shape: [1434], type: TENSOR_TYPE.int32 });
  const bytes = model.buffers[constant?.buffer ?? -1] ?? new Uint8Array();
  expect(new Int32Array(bytes.slice().buffer)).toEqual(refinedLandmarkIndexes());
});

test('refuses a model without the attention outputs and names the missing one', () => {
  const refine = () => refineLandmarks(face.detector, Uint8Array.of(1));
  expect(refine).toThrow(ModelFormatError);
  expect(refine).toThrow('output_mesh_identity');
});
