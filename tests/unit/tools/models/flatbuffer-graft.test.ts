import { beforeAll, describe, expect, test } from 'vitest';
import { ModelFormatError } from '../../../../tools/models/errors.ts';
import { graftModel } from '../../../../tools/models/flatbuffer-graft.ts';
import { type FaceSources, readFaceSources, sha256 } from '../../../../tools/models/sources.ts';
import {
  GATHER,
  METADATA_NAME,
  MODEL,
  OPTIONS,
  readTflite,
  TENSOR_TYPE,
} from '../../../../tools/models/tflite.ts';

const METADATA = Uint8Array.of(1, 2, 3);

/** For each of the model's constants: how far it lies behind a multiple of 16 bytes. */
function alignments(file: Uint8Array): number[] {
  return readTflite(file)
    .buffers.filter((buffer) => buffer.length > 0)
    .map((buffer) => (buffer.byteOffset - file.byteOffset) % 16);
}

let face: FaceSources;
beforeAll(async () => {
  face = await readFaceSources();
});

describe.for(['detector', 'landmarks'] as const)('metadata added to the %s model', (which) => {
  test('leaves all that the model had', () => {
    const before = readTflite(face[which]);
    const after = readTflite(graftModel(face[which], { metadata: METADATA }));
    expect(after.root.string(MODEL.description)).toBe(before.root.string(MODEL.description));
    expect(after.root.int32(MODEL.version)).toBe(3);
    expect(after.tensors).toEqual(before.tensors);
    expect(after.inputs).toEqual(before.inputs);
    expect(after.outputs).toEqual(before.outputs);
    expect(after.operators.map(({ options: _, ...operator }) => operator)).toEqual(
      before.operators.map(({ options: _, ...operator }) => operator),
    );
    expect(after.buffers.slice(0, -1).map(sha256)).toEqual(before.buffers.map(sha256));
    expect([...after.metadata]).toEqual([[METADATA_NAME, METADATA]]);
  });

  test('moves weights by multiples of 16 bytes, and puts new ones on such', () => {
    const grafted = graftModel(face[which], { metadata: METADATA });
    const before = alignments(face[which]);
    expect(before.length).toBeGreaterThan(80);
    expect(alignments(grafted)).toEqual([...before, 0]);
  });
});

test('adds a tensor, a constant, an operator and an output', () => {
  const before = readTflite(face.detector);
  const constant = before.tensors.length;
  const result = constant + 1;
  const source = before.outputs[0] ?? -1;
  const after = readTflite(
    graftModel(face.detector, {
      metadata: METADATA,
      tensors: [
        {
          name: 'which',
          shape: [1],
          type: TENSOR_TYPE.int32,
          constant: Uint8Array.of(7, 0, 0, 0),
        },
        { name: 'picked', shape: [1, 1, 16], type: TENSOR_TYPE.float32 },
      ],
      operators: [{ operator: GATHER, axis: 1, inputs: [source, constant], outputs: [result] }],
      outputs: [result],
    }),
  );
  expect(after.tensors.slice(constant)).toEqual([
    { name: 'which', shape: [1], type: TENSOR_TYPE.int32, buffer: expect.any(Number) },
    { name: 'picked', shape: [1, 1, 16], type: TENSOR_TYPE.float32, buffer: 0 },
  ]);
  expect([...(after.buffers[after.tensors[constant]?.buffer ?? -1] ?? [])]).toEqual([7, 0, 0, 0]);
  expect(after.operators).toHaveLength(before.operators.length + 1);
  const added = after.operators.at(-1);
  expect(added).toMatchObject({
    code: GATHER.code,
    inputs: [source, constant],
    outputs: [result],
    optionsType: GATHER.optionsType,
  });
  expect(added?.options?.int32(OPTIONS.axis)).toBe(1);
  expect(after.outputs).toEqual([result]);
});

test.for<[string, (detector: Uint8Array) => Uint8Array]>([
  ['no bytes', () => new Uint8Array()],
  ['bytes of another kind', () => new Uint8Array(64)],
  ['the first half of a model', (detector) => detector.slice(0, detector.length / 2)],
  ['a model with metadata', (detector) => graftModel(detector, { metadata: METADATA })],
])('refuses %s', ([, damaged]) => {
  expect(() => graftModel(damaged(face.detector), { metadata: METADATA })).toThrow(
    ModelFormatError,
  );
});
