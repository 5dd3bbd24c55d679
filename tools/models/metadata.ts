import { Builder } from 'flatbuffers';

// What this step needs of the model metadata format.
// Source: mediapipe/tasks/metadata/metadata_schema.fbs.

/** The identifier in bytes 4 to 7 of a metadata block. */
export const METADATA_IDENTIFIER = 'M001';

/** Slots, that is places of fields in the schema's tables. */
export const MODEL_METADATA = { name: 0, subgraphs: 3 } as const;
export const SUBGRAPH_METADATA = { inputs: 2 } as const;
export const TENSOR_METADATA = { name: 0, content: 3, processUnits: 4 } as const;
export const CONTENT = { propertiesType: 0, properties: 1 } as const;
export const IMAGE_PROPERTIES = { colorSpace: 0 } as const;
export const PROCESS_UNIT = { optionsType: 0, options: 1 } as const;
export const NORMALIZATION = { mean: 0, std: 1 } as const;

/** Members of the schema's unions and enums. */
export const IMAGE_PROPERTIES_TYPE = 2;
export const NORMALIZATION_TYPE = 1;
export const COLOR_SPACE_RGB = 1;

/** A colour value v of 0 to 255 reaches the model as (v - mean) / std, in all three channels. */
export interface Normalization {
  readonly mean: number;
  readonly std: number;
}

/**
 * The metadata of a model with one RGB image as input, which says how the image is normalised.
 * tasks-vision refuses a float model that does not say so.
 */
export function imageModelMetadata(name: string, { mean, std }: Normalization): Uint8Array {
  const builder = new Builder(256);
  const float32s = (values: number[]) => {
    builder.startVector(4, values.length, 4);
    for (const value of values.toReversed()) builder.addFloat32(value);
    return builder.endVector();
  };
  const listOf = (table: number) => {
    builder.startVector(4, 1, 4);
    builder.addOffset(table);
    return builder.endVector();
  };

  const meanVector = float32s([mean]);
  const stdVector = float32s([std]);
  builder.startObject(2);
  builder.addFieldOffset(NORMALIZATION.mean, meanVector, 0);
  builder.addFieldOffset(NORMALIZATION.std, stdVector, 0);
  const normalization = builder.endObject();

  builder.startObject(2);
  builder.addFieldInt8(PROCESS_UNIT.optionsType, NORMALIZATION_TYPE, 0);
  builder.addFieldOffset(PROCESS_UNIT.options, normalization, 0);
  const processUnits = listOf(builder.endObject());

  builder.startObject(2);
  builder.addFieldInt8(IMAGE_PROPERTIES.colorSpace, COLOR_SPACE_RGB, 0);
  const imageProperties = builder.endObject();
  builder.startObject(3);
  builder.addFieldInt8(CONTENT.propertiesType, IMAGE_PROPERTIES_TYPE, 0);
  builder.addFieldOffset(CONTENT.properties, imageProperties, 0);
  const content = builder.endObject();

  const inputName = builder.createString('image');
  builder.startObject(7);
  builder.addFieldOffset(TENSOR_METADATA.name, inputName, 0);
  builder.addFieldOffset(TENSOR_METADATA.content, content, 0);
  builder.addFieldOffset(TENSOR_METADATA.processUnits, processUnits, 0);
  const inputs = listOf(builder.endObject());

  builder.startObject(10);
  builder.addFieldOffset(SUBGRAPH_METADATA.inputs, inputs, 0);
  const subgraphs = listOf(builder.endObject());

  const modelName = builder.createString(name);
  builder.startObject(8);
  builder.addFieldOffset(MODEL_METADATA.name, modelName, 0);
  builder.addFieldOffset(MODEL_METADATA.subgraphs, subgraphs, 0);
  builder.finish(builder.endObject(), METADATA_IDENTIFIER);
  return builder.asUint8Array().slice();
}
