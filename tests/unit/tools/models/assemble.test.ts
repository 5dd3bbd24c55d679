import { unzipSync } from 'fflate';
import { afterEach, expect, test } from 'vitest';
import {
  assembleFaceTask,
  assembleModels,
  assemblePersonModel,
} from '../../../../tools/models/assemble.ts';
import { readFaceSources, readPersonSource, sha256 } from '../../../../tools/models/sources.ts';
import { METADATA_NAME, readTflite } from '../../../../tools/models/tflite.ts';

// The bundle that was tried in a browser. It changes when fflate or flatbuffers write other bytes;
// then try the new bundle (478 landmarks and a transformation matrix) before putting its hash here.
const TRIED_FACE_TASK = '7503500765a11604c9a2be4af3b2bda1b5b612e6fe2b7cd5ad6b2608a7ba68c3';
// As well: a person's share of the picture, and next to nothing of an empty room.
const TRIED_PERSON_MODEL = '1d5322aea9db0d292b473d27c6292bdb5399dd0856363fb006f7d376416e845c';

const timeZone = process.env.TZ;
afterEach(() => {
  if (timeZone === undefined) delete process.env.TZ;
  else process.env.TZ = timeZone;
});

test('ships the bundle, the person model and the WebAssembly pair, nothing else', async () => {
  const files = await assembleModels();
  expect(files.map(({ path, bytes }) => [path, sha256(bytes)])).toEqual([
    ['models/face.task', TRIED_FACE_TASK],
    ['models/person.tflite', TRIED_PERSON_MODEL],
    [
      'wasm/vision_wasm_module_internal.js',
      '1f1d6215324a1fe62f6742d49a3db911170987ca18ad8c1b75f1a1c82acf2b44',
    ],
    [
      'wasm/vision_wasm_module_internal.wasm',
      '617b8e0248dbd27e9d7ece4218004eae4cefb499196d1bb4fa0e3fef21708756',
    ],
  ]);
});

test.for(['UTC', 'Pacific/Auckland', 'America/Los_Angeles'])(
  'gives the same bytes in %s',
  async (zone) => {
    process.env.TZ = zone;
    expect(sha256(assembleFaceTask(await readFaceSources()))).toBe(TRIED_FACE_TASK);
  },
);

test('the bundle holds its three parts uncompressed, the models with metadata', async () => {
  const face = await readFaceSources();
  const methods = new Map<string, number>();
  const parts = unzipSync(assembleFaceTask(face), {
    filter: ({ name, compression }) => {
      methods.set(name, compression);
      return true;
    },
  });
  expect([...methods]).toEqual([
    ['face_detector.tflite', 0],
    ['face_landmarks_detector.tflite', 0],
    ['geometry_pipeline_metadata_landmarks.binarypb', 0],
  ]);
  const [detector, landmarks, geometry] = Object.values(parts);
  for (const model of [detector, landmarks]) {
    const { metadata } = readTflite(model ?? new Uint8Array());
    expect([...metadata.keys()]).toEqual([METADATA_NAME]);
  }
  expect(sha256(geometry ?? new Uint8Array())).toBe(sha256(face.geometry));
});

test("the person model is the maker's own, with metadata", async () => {
  const original = readTflite(await readPersonSource());
  const { inputs, outputs, tensors, operators, metadata } = readTflite(
    assemblePersonModel(await readPersonSource()),
  );
  expect([...metadata.keys()]).toEqual([METADATA_NAME]);
  expect([...inputs, ...outputs].map((index) => tensors[index]?.shape)).toEqual([
    [1, 256, 256, 3],
    [1, 256, 256, 1],
  ]);
  expect(operators.map(({ code }) => code)).toEqual(original.operators.map(({ code }) => code));
});
