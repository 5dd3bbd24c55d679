import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { canonicalMesh } from '../../../demo/build.ts';

const OUT = resolve('node_modules/.cache/eyelevel/trace-page');
const ROOT = resolve('tools/bench/cues/page');
const PAGES = ['scenario', 'clips'] as const;

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

export interface TraceSite {
  /** Opens a page in a browser of its own: two share no GPU process, so they run side by side. */
  open(name: (typeof PAGES)[number]): Promise<Page>;
  /** Makes bytes readable by the pages, once, at the URL that is given back. */
  offer(bytes: Uint8Array): string;
  close(): Promise<void>;
}

/** Builds the pages with vite and serves them, models beside them. */
export async function startTraceSite(): Promise<TraceSite> {
  await rm(OUT, { recursive: true, force: true });
  await build({
    configFile: false,
    root: ROOT,
    base: './',
    logLevel: 'warn',
    plugins: [canonicalMesh()],
    worker: { format: 'es' },
    build: {
      outDir: OUT,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: PAGES.map((name) => join(ROOT, `${name}.html`)) },
    },
  });
  execFileSync('npx', ['tsx', 'tools/models/cli.ts', OUT], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });

  const offered = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const bytes = offered.get(path);
    const file = join(OUT, path);
    if (bytes) {
      offered.delete(path);
      response.end(bytes);
    } else if (file.startsWith(OUT) && existsSync(file) && statSync(file).isFile()) {
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
      createReadStream(file).pipe(response);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const closing: (() => Promise<void>)[] = [];
  let count = 0;
  return {
    async open(name) {
      const browser = await chromium.launch({
        executablePath: process.env.EYELEVEL_CHROMIUM ?? '/usr/bin/chromium',
        // swiftshader: WebGL2 without a GPU, which the landmarker and the sitter need.
        args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader'],
      });
      closing.push(() => browser.close());
      const page = await browser.newPage();
      page.on('pageerror', (error) => console.error(error));
      await page.goto(`${origin}/${name}.html`);
      await page.waitForFunction(() => 'watchClip' in window || 'traceScenario' in window);
      return page;
    },
    offer(bytes) {
      const path = `/film/${count++}`;
      offered.set(path, bytes);
      return origin + path;
    },
    async close() {
      await Promise.all(closing.map((close) => close()));
      server.close();
    },
  };
}
