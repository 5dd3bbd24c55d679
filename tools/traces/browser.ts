import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build, type InlineConfig } from 'vite';

const CACHE = resolve('node_modules/.cache/eyelevel');
export const TRACES = join(CACHE, 'traces');

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

export interface TracePage {
  readonly page: Page;
  /** Makes bytes readable by the page, once, at the URL that is given back. */
  offer(bytes: Uint8Array): string;
  close(): Promise<void>;
}

/** Builds a page of tools/traces/page with vite and opens it in headless Chromium, models beside it. */
export async function openPage(name: string, config: InlineConfig = {}): Promise<TracePage> {
  const out = join(CACHE, 'trace-page', name);
  await rm(out, { recursive: true, force: true });
  await mkdir(TRACES, { recursive: true });
  await build({
    configFile: false,
    root: resolve('tools/traces/page'),
    base: './',
    logLevel: 'warn',
    worker: { format: 'es' },
    ...config,
    build: {
      outDir: out,
      target: 'es2022',
      minify: false,
      rolldownOptions: { input: resolve('tools/traces/page', `${name}.html`) },
    },
  });
  execFileSync('npx', ['tsx', 'tools/models/cli.ts', out], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });

  const offered = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const bytes = offered.get(path);
    const file = join(out, path);
    if (bytes) {
      offered.delete(path);
      response.end(bytes);
    } else if (file.startsWith(out) && existsSync(file) && statSync(file).isFile()) {
      response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
      createReadStream(file).pipe(response);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: process.env.EYELEVEL_CHROMIUM ?? '/usr/bin/chromium',
    // swiftshader: WebGL2 without a GPU, which the landmarker needs.
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader'],
  });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(`${origin}/${name}.html`);
  await page.waitForFunction(() => 'watch' in window || 'watchSitter' in window);
  let count = 0;
  return {
    page,
    offer(bytes) {
      const path = `/film/${count++}`;
      offered.set(path, bytes);
      return origin + path;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
