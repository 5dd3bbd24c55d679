import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build, preview } from 'vite';

const ROOT = resolve('tools/bench/cost/page');
const OUT = resolve('node_modules/.cache/eyelevel/inference-page');
const MODULES = resolve('node_modules');
/** What human reads at run time. */
const HUMAN_FILES = [
  ...['blazeface', 'facemesh'].flatMap((name) =>
    ['json', 'bin'].map((ending) => `@vladmandic/human/models/${name}.${ending}`),
  ),
  ...['', '-simd', '-threaded-simd'].map(
    (kind) => `@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm${kind}.wasm`,
  ),
];

/** Builds the page that looks without a coach, and serves it with the models of both. */
export async function serveInferencePage(): Promise<{
  readonly url: string;
  close(): Promise<void>;
}> {
  await rm(OUT, { recursive: true, force: true });
  await build({
    configFile: false,
    root: ROOT,
    base: './',
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      outDir: OUT,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: join(ROOT, 'inference.html') },
    },
  });
  execFileSync('npx', ['tsx', 'tools/models/cli.ts', OUT], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await mkdir(join(OUT, 'human'));
  for (const file of HUMAN_FILES) {
    await copyFile(join(MODULES, file), join(OUT, 'human', file.slice(file.lastIndexOf('/') + 1)));
  }
  const server = await preview({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    build: { outDir: OUT },
    preview: { host: '127.0.0.1', port: 0 },
  });
  const [origin] = server.resolvedUrls?.local ?? [];
  return { url: `${origin}inference.html`, close: () => server.close() };
}
