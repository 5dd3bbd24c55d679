import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { INSTALLED_PACKAGES } from '../../../../tools/models/sources.ts';

export const FACE_MESH_MANIFEST = '@mediapipe/face_mesh/package.json';
export const FACE_MESH_LOADER = '@mediapipe/face_mesh/face_mesh_solution_packed_assets_loader.js';
export const FACE_MESH_DATA = '@mediapipe/face_mesh/face_mesh_solution_packed_assets.data';
export const SEGMENTATION_MANIFEST = '@mediapipe/selfie_segmentation/package.json';
export const SEGMENTATION_MODEL = '@mediapipe/selfie_segmentation/selfie_segmentation.tflite';
export const VISION_MANIFEST = '@mediapipe/tasks-vision/package.json';
export const VISION_LOADER = '@mediapipe/tasks-vision/wasm/vision_wasm_module_internal.js';
export const VISION_WASM = '@mediapipe/tasks-vision/wasm/vision_wasm_module_internal.wasm';

const FILES = [
  FACE_MESH_MANIFEST,
  FACE_MESH_LOADER,
  FACE_MESH_DATA,
  SEGMENTATION_MANIFEST,
  SEGMENTATION_MODEL,
  VISION_MANIFEST,
  VISION_LOADER,
  VISION_WASM,
];

/** An empty folder that is gone after the running test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'eyelevel-models-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** A node_modules folder that a test may damage: copies of the real files that are read. */
export async function copyOfPackages(): Promise<string> {
  const folder = await temporaryFolder();
  for (const file of FILES) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await copyFile(join(INSTALLED_PACKAGES, file), join(folder, file));
  }
  return folder;
}

export async function replaceText(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  await writeFile(file, text.replace(from, to));
}

export async function flipByte(file: string, at: number): Promise<void> {
  const bytes = await readFile(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  await writeFile(file, bytes);
}
