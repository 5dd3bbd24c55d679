import { ModelFormatError } from './errors.ts';
import { graftModel } from './flatbuffer-graft.ts';
import {
  ALL_LANDMARKS,
  LEFT_EYE_WITH_EYEBROW,
  LEFT_IRIS,
  LEFT_IRIS_DEPTH,
  LIPS,
  MESH_LANDMARKS,
  RIGHT_EYE_WITH_EYEBROW,
  RIGHT_IRIS,
  RIGHT_IRIS_DEPTH,
} from './landmark-indexes.ts';
import { CONCATENATION, GATHER, readTflite, TENSOR_TYPE, type TfliteModel } from './tflite.ts';

// The attention model's outputs. The mesh has x, y, z of each of its landmarks, a part only x, y.
const MESH_OUTPUT = { name: 'output_mesh_identity', values: MESH_LANDMARKS * 3 };
const PRESENCE_OUTPUT = { name: 'conv_faceflag', values: 1 };

interface RefinedPart {
  readonly name: string;
  readonly landmarks: readonly number[];
  /** The mesh landmark whose depth the part's landmarks take; without it each keeps its own. */
  readonly depthFrom?: number;
}

const REFINED_PARTS: readonly RefinedPart[] = [
  { name: 'output_lips', landmarks: LIPS },
  { name: 'output_left_eye', landmarks: LEFT_EYE_WITH_EYEBROW },
  { name: 'output_right_eye', landmarks: RIGHT_EYE_WITH_EYEBROW },
  { name: 'output_left_iris', landmarks: LEFT_IRIS, depthFrom: LEFT_IRIS_DEPTH },
  { name: 'output_right_iris', landmarks: RIGHT_IRIS, depthFrom: RIGHT_IRIS_DEPTH },
];

// Outputs have the shape 1 x 1 x 1 x values.
const VALUES_AXIS = 3;

/**
 * Where each of the 478 x 3 landmark values comes from: for landmark i the entries 3i, 3i + 1 and
 * 3i + 2 are the places of its x, y and z in the mesh and the parts, laid one after the other.
 * x and y come from the refined part where there is one, z from the mesh.
 */
export function refinedLandmarkIndexes(): Int32Array {
  const indexes = Int32Array.from({ length: ALL_LANDMARKS * 3 }, (_, place) => place);
  let place = MESH_OUTPUT.values;
  for (const part of REFINED_PARTS) {
    for (const landmark of part.landmarks) {
      indexes[3 * landmark] = place++;
      indexes[3 * landmark + 1] = place++;
      indexes[3 * landmark + 2] = 3 * (part.depthFrom ?? landmark) + 2;
    }
  }
  return indexes;
}

/**
 * Gives the attention model the two outputs that tasks-vision's landmark graph wants: 478 landmarks
 * of x, y, z (1 x 1 x 1 x 1434) and presence (1 x 1 x 1 x 1), in place of its seven. Two operators do
 * it: one lays mesh and parts one after the other, one picks 1434 values out of them.
 *
 * @param metadata see imageModelMetadata
 * @throws ModelFormatError if an output is missing or has another shape.
 */
export function refineLandmarks(attentionModel: Uint8Array, metadata: Uint8Array): Uint8Array {
  const model = readTflite(attentionModel);
  const outputs = [
    MESH_OUTPUT,
    ...REFINED_PARTS.map(({ name, landmarks }) => ({ name, values: 2 * landmarks.length })),
  ];
  const laidOut = model.tensors.length;
  const indexes = laidOut + 1;
  const landmarks = laidOut + 2;
  const gatherIndexes = refinedLandmarkIndexes();
  return graftModel(attentionModel, {
    metadata,
    tensors: [
      {
        name: 'mesh_and_parts',
        shape: [1, 1, 1, outputs.reduce((sum, output) => sum + output.values, 0)],
        type: TENSOR_TYPE.float32,
      },
      {
        name: 'refined_landmark_indexes',
        shape: [gatherIndexes.length],
        type: TENSOR_TYPE.int32,
        constant: littleEndianBytes(gatherIndexes),
      },
      {
        name: 'refined_landmarks',
        shape: [1, 1, 1, gatherIndexes.length],
        type: TENSOR_TYPE.float32,
      },
    ],
    operators: [
      {
        operator: CONCATENATION,
        axis: VALUES_AXIS,
        inputs: outputs.map((output) => findOutput(model, output)),
        outputs: [laidOut],
      },
      { operator: GATHER, axis: VALUES_AXIS, inputs: [laidOut, indexes], outputs: [landmarks] },
    ],
    outputs: [landmarks, findOutput(model, PRESENCE_OUTPUT)],
  });
}

function findOutput(model: TfliteModel, wanted: { name: string; values: number }): number {
  const index = model.outputs.find((output) => model.tensors[output]?.name === wanted.name);
  const shape = index === undefined ? undefined : model.tensors[index]?.shape;
  if (index === undefined || shape?.join() !== `1,1,1,${wanted.values}`) {
    throw new ModelFormatError(
      `The attention model's output ${wanted.name} was expected to have the shape ` +
        `1 x 1 x 1 x ${wanted.values}, but ${shape ? `has ${shape.join(' x ')}` : 'is missing'}.`,
    );
  }
  return index;
}

function littleEndianBytes(values: Int32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.byteLength));
  values.forEach((value, index) => {
    view.setInt32(4 * index, value, true);
  });
  return new Uint8Array(view.buffer);
}
