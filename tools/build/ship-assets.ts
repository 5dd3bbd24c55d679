import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ResolvedPublicFile } from 'wxt';
import { assembleModels } from '../models/assemble.ts';
import { browserMessages } from './browser-messages.ts';

const CACHE = join('node_modules', '.cache', 'eyelevel', 'assets');
/** Tells speech from noise: RNNoise's first model, with the weights inside. */
const RNNOISE = join('node_modules', '@jitsi', 'rnnoise-wasm', 'dist', 'rnnoise.wasm');

/** Adds what the extension ships beside its code: models, wasm, and the words that the browser itself shows. */
export async function shipAssets(files: ResolvedPublicFile[]): Promise<void> {
  for (const { path, bytes } of await assembleModels()) {
    const absoluteSrc = join(process.cwd(), CACHE, path);
    await writeIfChanged(absoluteSrc, bytes);
    files.push({ absoluteSrc, relativeDest: path });
  }
  files.push({ absoluteSrc: join(process.cwd(), RNNOISE), relativeDest: 'wasm/rnnoise.wasm' });
  for (const { path, contents } of await browserMessages()) {
    files.push({ relativeDest: path, contents });
  }
}

async function writeIfChanged(path: string, bytes: Uint8Array): Promise<void> {
  const old = await readFile(path).catch(() => null);
  if (old && Buffer.compare(old, bytes) === 0) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}
