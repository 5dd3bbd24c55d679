import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

const FOLDER = new URL('../pages/', import.meta.url);
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
};

/** As strict as a hospital's page; the whole list of what a call page needs is in demo/headers.ts. */
const STRICT = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; base-uri 'none'; require-trusted-types-for 'script'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export interface TestPages {
  /** `http://localhost:PORT/`; pages of tests/e2e/pages by name. With `?headers=none` nothing strict. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the pages of this folder, on this computer only. */
export async function startTestPages(): Promise<TestPages> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const name = url.pathname.slice(1);
    const type = TYPES[extname(name)];
    const known = type !== undefined && /^[a-z-]+\.[a-z]+$/.test(name);
    const body = known ? await readFile(new URL(name, FOLDER)).catch(() => null) : null;
    const headers = url.searchParams.get('headers') === 'none' ? {} : STRICT;
    if (body) response.writeHead(200, { ...headers, 'Content-Type': type }).end(body);
    else response.writeHead(404, headers).end();
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
