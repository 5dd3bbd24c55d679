import { rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assembleModels } from '../../../../tools/models/assemble.ts';
import { PackageMismatchError } from '../../../../tools/models/errors.ts';
import {
  readFaceSources,
  readPersonSource,
  readWasmSources,
} from '../../../../tools/models/sources.ts';
import {
  copyOfPackages,
  FACE_MESH_DATA,
  FACE_MESH_LOADER,
  FACE_MESH_MANIFEST,
  flipByte,
  replaceText,
  SEGMENTATION_MANIFEST,
  SEGMENTATION_MODEL,
  VISION_LOADER,
  VISION_MANIFEST,
  VISION_WASM,
} from './packages.ts';

test('the installed packages are the known ones', async () => {
  const face = await readFaceSources();
  const person = await readPersonSource();
  const wasm = await readWasmSources();
  const { detector, landmarks, geometry } = face;
  expect(
    [detector, landmarks, geometry, person, wasm.loader, wasm.wasm].map((bytes) => bytes.length),
  ).toEqual([229_032, 2_495_952, 19_376, 249_024, 322_082, 11_153_641]);
});

test.for<{
  what: string;
  damage: (path: (file: string) => string) => Promise<void>;
  says: string[];
}>([
  {
    what: 'another version of face_mesh',
    damage: (path) => replaceText(path(FACE_MESH_MANIFEST), '0.4.1657299874', '0.4.1633559619'),
    says: [
      '@mediapipe/face_mesh: package.json names another version',
      'expected: version 0.4.1657299874',
      'got:      version 0.4.1633559619',
    ],
  },
  {
    what: 'a later version of tasks-vision',
    damage: (path) => replaceText(path(VISION_MANIFEST), '0.10.35', '1.1.0'),
    says: [
      '@mediapipe/tasks-vision: package.json names another version',
      'expected: version 0.10.35',
      'got:      version 1.1.0',
    ],
  },
  {
    what: 'another version of selfie_segmentation',
    damage: (path) => replaceText(path(SEGMENTATION_MANIFEST), '0.1.1675465747', '0.1.1632777926'),
    says: [
      '@mediapipe/selfie_segmentation: package.json names another version',
      'expected: version 0.1.1675465747',
      'got:      version 0.1.1632777926',
    ],
  },
  {
    what: 'one changed bit in the person model',
    damage: (path) => flipByte(path(SEGMENTATION_MODEL), 100_000),
    says: [
      '@mediapipe/selfie_segmentation: selfie_segmentation.tflite',
      'expected: SHA-256 8d13b7fa',
      '(249024 bytes)',
    ],
  },
  {
    what: 'a manifest that is no JSON',
    damage: (path) => writeFile(path(VISION_MANIFEST), '<html>'),
    says: ['@mediapipe/tasks-vision: package.json', 'got:      none that can be read'],
  },
  {
    what: 'a package that is not installed',
    damage: (path) => rm(path(FACE_MESH_MANIFEST)),
    says: ['@mediapipe/face_mesh: package.json cannot be read', 'got:      ENOENT'],
  },
  {
    what: 'one changed bit in the detector',
    damage: (path) => flipByte(path(FACE_MESH_DATA), 3_800_000),
    says: [
      '@mediapipe/face_mesh: face_detection_short_range.tflite',
      'has other content than the known one',
      'expected: SHA-256 3bc182eb',
      '(229032 bytes)',
    ],
  },
  {
    what: 'one changed bit in the landmark model',
    damage: (path) => flipByte(path(FACE_MESH_DATA), 1_000_000),
    says: ['face_landmark_with_attention.tflite', 'expected: SHA-256 883b7411'],
  },
  {
    what: 'one changed bit in the face geometry',
    damage: (path) => flipByte(path(FACE_MESH_DATA), 3_740_000),
    says: ['geometry_pipeline_metadata_landmarks.binarypb', 'expected: SHA-256 bdbcda96'],
  },
  {
    what: 'truncated packed assets',
    damage: (path) => truncate(path(FACE_MESH_DATA), 3_000_000),
    says: [
      'face_mesh_solution_packed_assets.data has another size than its loader says',
      'expected: 3986256 bytes',
      'got:      3000000 bytes',
    ],
  },
  {
    what: 'a loader with another offset',
    damage: (path) => replaceText(path(FACE_MESH_LOADER), '"end": 3986256', '"end": 3986255'),
    says: ['face_detection_short_range.tflite', '(229031 bytes)'],
  },
  {
    what: 'a loader without an expected file',
    damage: (path) => replaceText(path(FACE_MESH_LOADER), '_with_attention.tflite', '.bin'),
    says: [
      'packed_assets_loader.js does not list face_landmark_with_attention.tflite',
      'got:      face_landmark.bin, face_landmark.tflite, geometry_pipeline_metadata_landmarks.binarypb',
    ],
  },
  {
    what: 'a loader without a list',
    damage: (path) => replaceText(path(FACE_MESH_LOADER), 'loadPackage({', 'loadPackage(({'),
    says: ['packed_assets_loader.js does not list the packed files'],
  },
  {
    what: 'one changed bit in the WebAssembly',
    damage: (path) => flipByte(path(VISION_WASM), 5_000_000),
    says: [
      '@mediapipe/tasks-vision: wasm/vision_wasm_module_internal.wasm',
      'expected: SHA-256 617b8e02',
    ],
  },
  {
    what: 'a truncated script of the WebAssembly',
    damage: (path) => truncate(path(VISION_LOADER), 100_000),
    says: [
      '@mediapipe/tasks-vision: wasm/vision_wasm_module_internal.js',
      'expected: SHA-256 1f1d6215',
      '(100000 bytes)',
    ],
  },
])('refuses $what and says what differs', async ({ damage, says }) => {
  const packages = await copyOfPackages();
  await damage((file) => join(packages, file));
  const error: unknown = await assembleModels(packages).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(PackageMismatchError);
  const { message } = error as PackageMismatchError;
  for (const part of [...says, 'What to do: run "npm ci"']) expect(message).toContain(part);
});

test('a model that is packed but not used may differ', async () => {
  const packages = await copyOfPackages();
  const insideFaceLandmark = 3_000_000;
  await flipByte(join(packages, FACE_MESH_DATA), insideFaceLandmark);
  await expect(readFaceSources(packages)).resolves.toBeDefined();
});
