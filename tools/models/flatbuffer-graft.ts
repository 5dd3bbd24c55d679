import { Builder, type Offset } from 'flatbuffers';
import { ModelFormatError } from './errors.ts';
import type { FlatTable } from './flatbuffer-read.ts';
import {
  BUFFER,
  METADATA,
  METADATA_NAME,
  MODEL,
  OPERATOR,
  OPERATOR_CODE,
  OPTIONS,
  readTflite,
  SUBGRAPH,
  TENSOR,
  TFLITE_IDENTIFIER,
} from './tflite.ts';

export interface AddedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** One of TENSOR_TYPE. */
  readonly type: number;
  /** The values of a constant, little endian. Left out for a tensor that an operator fills. */
  readonly constant?: Uint8Array;
}

/** An operator whose only option is an axis. */
export interface AddedOperator {
  readonly operator: { readonly code: number; readonly optionsType: number };
  readonly axis: number;
  /** Indexes of tensors. The k-th added tensor comes after the model's own: `tensors.length + k`. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

export interface Graft {
  /** Content of the block TFLITE_METADATA. */
  readonly metadata: Uint8Array;
  readonly tensors?: readonly AddedTensor[];
  /** They run after the model's own operators. */
  readonly operators?: readonly AddedOperator[];
  /** Indexes of the tensors that become the model's outputs; without it they stay as they are. */
  readonly outputs?: readonly number[];
}

// TensorFlow Lite reads weights in place, on multiples of 16 bytes (schema.fbs: Buffer.data is
// `force_align: 16`); older models, such as the detector, are content with 4. So the old file moves
// by a multiple of 16.
const ALIGNMENT_BYTES = 16;

// The schema reserves buffer 0 as the empty one, for tensors without constant values.
const NO_DATA_BUFFER = 0;

/**
 * Adds metadata, tensors and operators to a TensorFlow Lite model and leaves its own bytes untouched.
 *
 * References in a flatbuffer only point forward, and a Builder writes from the end to the front. So
 * the old file goes in first, whole; then a new root and new lists are built in front of it, which
 * point to the old tables as if they had just been written.
 *
 * @returns a new model; the same input gives the same bytes.
 * @throws ModelFormatError if the model has metadata or signatures already, which would be lost, or
 *   cannot be read.
 */
export function graftModel(model: Uint8Array, graft: Graft): Uint8Array {
  const old = readTflite(model);
  if (old.metadata.size > 0 || old.root.tables(MODEL.signatures).length > 0) {
    throw new ModelFormatError('Expected a model without metadata and without signatures.');
  }
  if (old.buffers[NO_DATA_BUFFER]?.length !== 0) {
    throw new ModelFormatError("Expected the model's buffer 0 to be empty.");
  }
  const tensors = graft.tensors ?? [];
  const operators = graft.operators ?? [];

  const builder = new Builder(model.length + graft.metadata.length + 65_536);
  const oldStart = addAlignedBytes(builder, model) - 4; // A byte vector begins with its length.
  const oldOffset = (position: number): Offset => oldStart - position;
  const oldTables = (table: FlatTable, slot: number): Offset[] =>
    table.tables(slot).map((entry) => oldOffset(entry.position));

  const buffers = oldTables(old.root, MODEL.buffers);
  const addBuffer = (content: Uint8Array): number =>
    buffers.push(addBufferTable(builder, content)) - 1;
  const codes = oldTables(old.root, MODEL.operatorCodes);
  const addCode = (code: number): number => codes.push(addOperatorCode(builder, code)) - 1;

  const metadataVector = addReferences(builder, [
    addMetadataEntry(builder, addBuffer(graft.metadata)),
  ]);
  const tensorVector = addReferences(builder, [
    ...oldTables(old.subgraph, SUBGRAPH.tensors),
    ...tensors.map((tensor) =>
      addTensor(builder, tensor, tensor.constant ? addBuffer(tensor.constant) : NO_DATA_BUFFER),
    ),
  ]);
  const operatorVector = addReferences(builder, [
    ...oldTables(old.subgraph, SUBGRAPH.operators),
    ...operators.map((added) => addOperator(builder, added, addCode(added.operator.code))),
  ]);
  const inputVector = addInt32s(builder, old.inputs);
  const outputVector = addInt32s(builder, graft.outputs ?? old.outputs);

  builder.startObject(5);
  builder.addFieldOffset(SUBGRAPH.tensors, tensorVector, 0);
  builder.addFieldOffset(SUBGRAPH.inputs, inputVector, 0);
  builder.addFieldOffset(SUBGRAPH.outputs, outputVector, 0);
  builder.addFieldOffset(SUBGRAPH.operators, operatorVector, 0);
  addOldReference(builder, SUBGRAPH.name, old.subgraph, oldOffset);
  const subgraphVector = addReferences(builder, [builder.endObject()]);
  const codeVector = addReferences(builder, codes);
  const bufferVector = addReferences(builder, buffers);

  builder.startObject(8);
  builder.addFieldInt32(MODEL.version, old.root.int32(MODEL.version), 0);
  builder.addFieldOffset(MODEL.operatorCodes, codeVector, 0);
  builder.addFieldOffset(MODEL.subgraphs, subgraphVector, 0);
  addOldReference(builder, MODEL.description, old.root, oldOffset);
  builder.addFieldOffset(MODEL.buffers, bufferVector, 0);
  builder.addFieldOffset(MODEL.metadata, metadataVector, 0);
  builder.finish(builder.endObject(), TFLITE_IDENTIFIER);
  return builder.asUint8Array().slice();
}

function addAlignedBytes(builder: Builder, bytes: Uint8Array): Offset {
  builder.prep(ALIGNMENT_BYTES, bytes.length);
  return builder.createByteVector(bytes);
}

function addInt32s(builder: Builder, values: readonly number[]): Offset {
  builder.startVector(4, values.length, 4);
  for (const value of values.toReversed()) builder.addInt32(value);
  return builder.endVector();
}

function addReferences(builder: Builder, offsets: readonly Offset[]): Offset {
  builder.startVector(4, offsets.length, 4);
  for (const offset of offsets.toReversed()) builder.addOffset(offset);
  return builder.endVector();
}

function addOldReference(
  builder: Builder,
  slot: number,
  table: FlatTable,
  oldOffset: (position: number) => Offset,
): void {
  const target = table.target(slot);
  if (target !== undefined) builder.addFieldOffset(slot, oldOffset(target), 0);
}

function addBufferTable(builder: Builder, content: Uint8Array): Offset {
  const data = addAlignedBytes(builder, content);
  builder.startObject(1);
  builder.addFieldOffset(BUFFER.data, data, 0);
  return builder.endObject();
}

function addMetadataEntry(builder: Builder, buffer: number): Offset {
  const name = builder.createString(METADATA_NAME);
  builder.startObject(2);
  builder.addFieldOffset(METADATA.name, name, 0);
  builder.addFieldInt32(METADATA.buffer, buffer, 0);
  return builder.endObject();
}

function addTensor(builder: Builder, tensor: AddedTensor, buffer: number): Offset {
  const shape = addInt32s(builder, tensor.shape);
  const name = builder.createString(tensor.name);
  builder.startObject(4);
  builder.addFieldOffset(TENSOR.shape, shape, 0);
  builder.addFieldInt8(TENSOR.type, tensor.type, 0);
  builder.addFieldInt32(TENSOR.buffer, buffer, 0);
  builder.addFieldOffset(TENSOR.name, name, 0);
  return builder.endObject();
}

// Both fields, since a reader takes the larger of the two. Our operators have numbers below 127.
function addOperatorCode(builder: Builder, code: number): Offset {
  builder.startObject(4);
  builder.addFieldInt8(OPERATOR_CODE.shortCode, code, 0);
  builder.addFieldInt32(OPERATOR_CODE.version, 1, 1);
  builder.addFieldInt32(OPERATOR_CODE.code, code, 0);
  return builder.endObject();
}

function addOperator(builder: Builder, added: AddedOperator, code: number): Offset {
  const inputs = addInt32s(builder, added.inputs);
  const outputs = addInt32s(builder, added.outputs);
  builder.startObject(1);
  builder.addFieldInt32(OPTIONS.axis, added.axis, 0);
  const options = builder.endObject();
  builder.startObject(5);
  builder.addFieldInt32(OPERATOR.code, code, 0);
  builder.addFieldOffset(OPERATOR.inputs, inputs, 0);
  builder.addFieldOffset(OPERATOR.outputs, outputs, 0);
  builder.addFieldInt8(OPERATOR.optionsType, added.operator.optionsType, 0);
  builder.addFieldOffset(OPERATOR.options, options, 0);
  return builder.endObject();
}
