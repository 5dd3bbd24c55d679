import { expect, test } from 'vitest';
import { FlatTable } from '../../../../tools/models/flatbuffer-read.ts';
import {
  COLOR_SPACE_RGB,
  CONTENT,
  IMAGE_PROPERTIES,
  IMAGE_PROPERTIES_TYPE,
  imageModelMetadata,
  METADATA_IDENTIFIER,
  MODEL_METADATA,
  NORMALIZATION,
  NORMALIZATION_TYPE,
  PROCESS_UNIT,
  SUBGRAPH_METADATA,
  TENSOR_METADATA,
} from '../../../../tools/models/metadata.ts';

test.for([
  { name: 'face_detector', mean: 127.5, std: 127.5 },
  { name: 'face_landmarks_detector', mean: 0, std: 255 },
  { name: 'person', mean: 0, std: 255 },
])('says how the image of $name is normalised', ({ name, mean, std }) => {
  const root = FlatTable.root(imageModelMetadata(name, { mean, std }), METADATA_IDENTIFIER);
  expect(root.string(MODEL_METADATA.name)).toBe(name);

  const inputs = root.tables(MODEL_METADATA.subgraphs)[0]?.tables(SUBGRAPH_METADATA.inputs);
  expect(inputs).toHaveLength(1);
  const content = inputs?.[0]?.table(TENSOR_METADATA.content);
  expect(content?.uint8(CONTENT.propertiesType)).toBe(IMAGE_PROPERTIES_TYPE);
  expect(content?.table(CONTENT.properties)?.uint8(IMAGE_PROPERTIES.colorSpace)).toBe(
    COLOR_SPACE_RGB,
  );

  const unit = inputs?.[0]?.tables(TENSOR_METADATA.processUnits)[0];
  expect(unit?.uint8(PROCESS_UNIT.optionsType)).toBe(NORMALIZATION_TYPE);
  const normalization = unit?.table(PROCESS_UNIT.options);
  expect(normalization?.float32s(NORMALIZATION.mean)).toEqual([mean]);
  expect(normalization?.float32s(NORMALIZATION.std)).toEqual([std]);
});
