import { expect, test } from 'vitest';
import { ModelFormatError } from '../../../../tools/models/errors.ts';
import { readPackedAssets } from '../../../../tools/models/packed-assets.ts';

test('reads names without folders, offsets and the size', () => {
  const loader = `function loadPackage(metadata) {}
    loadPackage({"files": [{"filename": "/a/b/one.tflite", "start": 0, "end": 5},
      {"filename": "two.binarypb", "start": 5, "end": 9}], "remote_package_size": 9});`;
  expect(readPackedAssets(loader.replace('\n      ', ' '))).toEqual({
    files: [
      { name: 'one.tflite', start: 0, end: 5 },
      { name: 'two.binarypb', start: 5, end: 9 },
    ],
    size: 9,
  });
});

test.for([
  ['an empty script', ''],
  ['broken JSON', 'loadPackage({"files": [}, "remote_package_size": 9});'],
  ['no list', 'loadPackage({"remote_package_size": 9});'],
  ['no size', 'loadPackage({"files": []});'],
  [
    'a negative offset',
    'loadPackage({"files": [{"filename": "a", "start": -1, "end": 5}], "remote_package_size": 9});',
  ],
  [
    'an offset that is no number',
    'loadPackage({"files": [{"filename": "a", "start": "0", "end": 5}], "remote_package_size": 9});',
  ],
])('refuses %s', ([, loader]) => {
  expect(() => readPackedAssets(loader ?? '')).toThrow(ModelFormatError);
});
