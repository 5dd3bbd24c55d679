import { ModelFormatError } from './errors.ts';
import { FlatTable } from './flatbuffer-read.ts';

// What this step needs of TensorFlow Lite's file format.
// Source: tensorflow/lite/schema/schema.fbs, schema version 3.

/** The identifier in bytes 4 to 7 of every TensorFlow Lite model. */
export const TFLITE_IDENTIFIER = 'TFL3';

/** The name under which a model lists the metadata that tasks-vision looks for. */
export const METADATA_NAME = 'TFLITE_METADATA';

/** Slots, that is places of fields in the schema's tables. */
export const MODEL = {
  version: 0,
  operatorCodes: 1,
  subgraphs: 2,
  description: 3,
  buffers: 4,
  metadata: 6,
  signatures: 7,
} as const;
export const OPERATOR_CODE = { shortCode: 0, version: 2, code: 3 } as const;
export const SUBGRAPH = { tensors: 0, inputs: 1, outputs: 2, operators: 3, name: 4 } as const;
export const TENSOR = { shape: 0, type: 1, buffer: 2, name: 3 } as const;
export const OPERATOR = { code: 0, inputs: 1, outputs: 2, optionsType: 3, options: 4 } as const;
export const BUFFER = { data: 0 } as const;
export const METADATA = { name: 0, buffer: 1 } as const;

/** Both ConcatenationOptions and GatherOptions begin with their axis. */
export const OPTIONS = { axis: 0 } as const;

export const TENSOR_TYPE = { float32: 0, int32: 2 } as const;

/** Operators: their number in BuiltinOperator, and the number of their options in BuiltinOptions. */
export const CONCATENATION = { code: 2, optionsType: 10 } as const;
export const GATHER = { code: 36, optionsType: 23 } as const;

export interface TfliteTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: number;
  /** Index into the model's buffers; constants live there. */
  readonly buffer: number;
}

export interface TfliteOperator {
  /** Number in BuiltinOperator. */
  readonly code: number;
  /** Indexes into the model's tensors. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly optionsType: number;
  readonly options: FlatTable | undefined;
}

export interface TfliteModel {
  readonly root: FlatTable;
  readonly subgraph: FlatTable;
  readonly tensors: readonly TfliteTensor[];
  /** Indexes into `tensors`. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly operators: readonly TfliteOperator[];
  /** Views into the file. */
  readonly buffers: readonly Uint8Array[];
  /** Named blocks that ride along with the model, views into the file. */
  readonly metadata: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads a TensorFlow Lite model with one subgraph.
 *
 * @throws ModelFormatError if the bytes are no such model or are damaged.
 */
export function readTflite(file: Uint8Array): TfliteModel {
  const root = FlatTable.root(file, TFLITE_IDENTIFIER);
  const [subgraph, ...others] = root.tables(MODEL.subgraphs);
  if (!subgraph || others.length > 0) {
    throw new ModelFormatError('Expected a model with exactly one subgraph.');
  }
  const codes = root.tables(MODEL.operatorCodes).map(operatorCode);
  const buffers = root.tables(MODEL.buffers).map((buffer) => buffer.bytes(BUFFER.data));
  return {
    root,
    subgraph,
    tensors: subgraph.tables(SUBGRAPH.tensors).map((tensor) => ({
      name: tensor.string(TENSOR.name),
      shape: tensor.int32s(TENSOR.shape),
      type: tensor.uint8(TENSOR.type),
      buffer: tensor.int32(TENSOR.buffer),
    })),
    inputs: subgraph.int32s(SUBGRAPH.inputs),
    outputs: subgraph.int32s(SUBGRAPH.outputs),
    operators: subgraph.tables(SUBGRAPH.operators).map((operator) => ({
      code: codes[operator.int32(OPERATOR.code)] ?? -1,
      inputs: operator.int32s(OPERATOR.inputs),
      outputs: operator.int32s(OPERATOR.outputs),
      optionsType: operator.uint8(OPERATOR.optionsType),
      options: operator.table(OPERATOR.options),
    })),
    buffers,
    metadata: new Map(
      root
        .tables(MODEL.metadata)
        .map((entry) => [
          entry.string(METADATA.name),
          buffers[entry.int32(METADATA.buffer)] ?? new Uint8Array(),
        ]),
    ),
  };
}

// Older files know operators up to 127 only, in a byte; newer ones write both fields.
function operatorCode(entry: FlatTable): number {
  return Math.max(entry.uint8(OPERATOR_CODE.shortCode), entry.int32(OPERATOR_CODE.code));
}
