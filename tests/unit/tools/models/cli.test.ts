import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { sha256 } from '../../../../tools/models/sources.ts';
import { copyOfPackages, flipByte, temporaryFolder, VISION_WASM } from './packages.ts';

const CLI = fileURLToPath(new URL('../../../../tools/models/cli.ts', import.meta.url));
const TIMEOUT_MS = 60_000;

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['--import', 'tsx', CLI, ...args], (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

test('writes the files and prints size and SHA-256 of each', { timeout: TIMEOUT_MS }, async () => {
  const folder = await temporaryFolder();
  const { code, out, err } = await run(folder);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const lines = out.trim().split('\n');
  expect(lines).toHaveLength(4);
  for (const line of lines) {
    const [, file = '', size, hash] =
      /^(.+) {2}(\d+) bytes {2}sha256 ([0-9a-f]{64})$/.exec(line) ?? [];
    expect((await stat(file)).size).toBe(Number(size));
    expect(sha256(await readFile(file))).toBe(hash);
  }
  expect((await readdir(folder, { recursive: true })).toSorted()).toEqual([
    'models',
    'models/face.task',
    'models/person.tflite',
    'wasm',
    'wasm/vision_wasm_module_internal.js',
    'wasm/vision_wasm_module_internal.wasm',
  ]);
});

test('a changed package ends it with its message and code 1', { timeout: TIMEOUT_MS }, async () => {
  const packages = await copyOfPackages();
  await flipByte(join(packages, VISION_WASM), 0);
  const folder = await temporaryFolder();
  const { code, out, err } = await run(folder, packages);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toMatch(/^@mediapipe\/tasks-vision: wasm\/vision_wasm_module_internal\.wasm has/);
  expect(err, 'no stack').not.toMatch(/^ +at /m);
  expect(await readdir(folder)).toEqual([]);
});

test('without a folder it says how it is called', { timeout: TIMEOUT_MS }, async () => {
  const { code, err } = await run();
  expect(code).toBe(1);
  expect(err).toMatch(/^Usage: /);
});
