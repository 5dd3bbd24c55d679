import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { ModelFormatError, PackageMismatchError } from './errors.ts';
import { type PackedFile, readPackedAssets } from './packed-assets.ts';

/** The version whose weights the hashes below are of. */
const FACE_MESH = { name: '@mediapipe/face_mesh', version: '0.4.1657299874' };
const PACKED_ASSETS = 'face_mesh_solution_packed_assets.data';
const PACKED_ASSETS_LOADER = 'face_mesh_solution_packed_assets_loader.js';

const SELFIE_SEGMENTATION = { name: '@mediapipe/selfie_segmentation', version: '0.1.1675465747' };

/** Exactly this one: from 1.0.0 on the library sends usage metrics to its maker at every start. */
const TASKS_VISION = { name: '@mediapipe/tasks-vision', version: '0.10.35' };

// Known-good SHA-256 of every file that is used. How they were obtained: taken from the packages as
// the lockfile's SHA-512 pins them. For the two models the values are also those that MediaPipe's own
// repository lists for its downloads (third_party/external_files.bzl), and the geometry is the same
// file as in MediaPipe's published face_landmarker.task (several projects record its hash).
const DETECTOR: KnownFile = {
  file: 'face_detection_short_range.tflite',
  sha256: '3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633',
};
const LANDMARKS: KnownFile = {
  file: 'face_landmark_with_attention.tflite',
  sha256: '883b7411747bac657c30c462d305d312e9dec6adbf8b85e2f5d8d722fca9455d',
};
const GEOMETRY: KnownFile = {
  file: 'geometry_pipeline_metadata_landmarks.binarypb',
  sha256: 'bdbcda96dfcb7da883da124aaa2c55dee49770d934f0fcc71747f8c21bdc75b4',
};
/** The square one, for pictures of any shape. */
const PERSON: KnownFile = {
  file: 'selfie_segmentation.tflite',
  sha256: '8d13b7fae74af625c641226813616a2117bd6bca19eb3b75574621fc08557f27',
};
const WASM_LOADER: KnownFile = {
  file: 'wasm/vision_wasm_module_internal.js',
  sha256: '1f1d6215324a1fe62f6742d49a3db911170987ca18ad8c1b75f1a1c82acf2b44',
};
const WASM: KnownFile = {
  file: 'wasm/vision_wasm_module_internal.wasm',
  sha256: '617b8e0248dbd27e9d7ece4218004eae4cefb499196d1bb4fa0e3fef21708756',
};

const Manifest = v.pipe(v.string(), v.parseJson(), v.object({ version: v.string() }));

interface KnownFile {
  /** Path inside the package, or name inside its packed assets. */
  readonly file: string;
  readonly sha256: string;
}

interface PackageId {
  readonly name: string;
  readonly version: string;
}

/** The parts of the face bundle, as their maker published them. */
export interface FaceSources {
  /** TensorFlow Lite: finds faces, 128 x 128 RGB. */
  readonly detector: Uint8Array;
  /** TensorFlow Lite: the attention model, landmarks of one face, 192 x 192 RGB. */
  readonly landmarks: Uint8Array;
  /** Protocol buffers: the canonical face mesh and the weights for the head's pose. */
  readonly geometry: Uint8Array;
}

/** The library's WebAssembly pair for module workers. */
export interface WasmSources {
  readonly loader: Uint8Array;
  readonly wasm: Uint8Array;
}

/** The folder node_modules of this checkout. */
export const INSTALLED_PACKAGES = fileURLToPath(new URL('../../node_modules', import.meta.url));

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Reads the face models out of @mediapipe/face_mesh.
 *
 * @throws PackageMismatchError if the package's version or content is not the known one.
 */
export async function readFaceSources(packages = INSTALLED_PACKAGES): Promise<FaceSources> {
  await checkVersion(packages, FACE_MESH);
  const loader = await readPackageFile(packages, FACE_MESH, PACKED_ASSETS_LOADER);
  const assets = readAssetList(new TextDecoder().decode(loader));
  const data = await readPackageFile(packages, FACE_MESH, PACKED_ASSETS);
  if (data.length !== assets.size) {
    throw new PackageMismatchError({
      packageName: FACE_MESH.name,
      file: PACKED_ASSETS,
      problem: 'has another size than its loader says',
      expected: `${assets.size} bytes`,
      got: `${data.length} bytes`,
    });
  }
  return {
    detector: unpack(data, assets.files, DETECTOR),
    landmarks: unpack(data, assets.files, LANDMARKS),
    geometry: unpack(data, assets.files, GEOMETRY),
  };
}

/**
 * Reads the model that tells person from background, 256 x 256 RGB, out of @mediapipe/selfie_segmentation.
 *
 * @throws PackageMismatchError if the package's version or content is not the known one.
 */
export async function readPersonSource(packages = INSTALLED_PACKAGES): Promise<Uint8Array> {
  await checkVersion(packages, SELFIE_SEGMENTATION);
  return readKnownFile(packages, SELFIE_SEGMENTATION, PERSON);
}

/**
 * Reads the WebAssembly pair out of @mediapipe/tasks-vision.
 *
 * @throws PackageMismatchError if the package's version or content is not the known one.
 */
export async function readWasmSources(packages = INSTALLED_PACKAGES): Promise<WasmSources> {
  await checkVersion(packages, TASKS_VISION);
  return {
    loader: await readKnownFile(packages, TASKS_VISION, WASM_LOADER),
    wasm: await readKnownFile(packages, TASKS_VISION, WASM),
  };
}

async function checkVersion(packages: string, id: PackageId): Promise<void> {
  const manifest = await readPackageFile(packages, id, 'package.json');
  const read = v.safeParse(Manifest, new TextDecoder().decode(manifest));
  if (!read.success || read.output.version !== id.version) {
    throw new PackageMismatchError({
      packageName: id.name,
      file: 'package.json',
      problem: 'names another version',
      expected: `version ${id.version}`,
      got: read.success ? `version ${read.output.version}` : 'none that can be read',
    });
  }
}

async function readKnownFile(packages: string, id: PackageId, known: KnownFile) {
  const bytes = await readPackageFile(packages, id, known.file);
  checkHash(id, known, bytes);
  return bytes;
}

async function readPackageFile(packages: string, id: PackageId, file: string): Promise<Uint8Array> {
  try {
    // Not as a Buffer, whose slice() would share the memory.
    return new Uint8Array(await readFile(join(packages, id.name, file)));
  } catch (error) {
    throw new PackageMismatchError({
      packageName: id.name,
      file,
      problem: 'cannot be read',
      expected: `the file of version ${id.version}`,
      got: (error as NodeJS.ErrnoException).code ?? String(error),
    });
  }
}

function readAssetList(loader: string) {
  try {
    return readPackedAssets(loader);
  } catch (error) {
    if (!(error instanceof ModelFormatError)) throw error;
    throw new PackageMismatchError({
      packageName: FACE_MESH.name,
      file: PACKED_ASSETS_LOADER,
      problem: 'does not list the packed files',
      expected: 'a call of loadPackage with the names and offsets of the packed files',
      got: 'none that can be read',
    });
  }
}

function unpack(data: Uint8Array, files: readonly PackedFile[], known: KnownFile): Uint8Array {
  const entry = files.find(({ name }) => name === known.file);
  if (!entry) {
    throw new PackageMismatchError({
      packageName: FACE_MESH.name,
      file: PACKED_ASSETS_LOADER,
      problem: `does not list ${known.file}`,
      expected: known.file,
      got: files.map(({ name }) => name).join(', ') || 'an empty list',
    });
  }
  const bytes = data.slice(entry.start, entry.end);
  checkHash(FACE_MESH, { ...known, file: `${known.file} (in ${PACKED_ASSETS})` }, bytes);
  return bytes;
}

function checkHash(id: PackageId, known: KnownFile, bytes: Uint8Array): void {
  const got = sha256(bytes);
  if (got !== known.sha256) {
    throw new PackageMismatchError({
      packageName: id.name,
      file: known.file,
      problem: 'has other content than the known one',
      expected: `SHA-256 ${known.sha256}`,
      got: `SHA-256 ${got} (${bytes.length} bytes)`,
    });
  }
}
