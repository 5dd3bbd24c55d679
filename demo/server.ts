import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buildDemo, cameraScriptPath } from './build.ts';
import { headersFor } from './headers.ts';

export { cameraScriptPath };

export interface Demo {
  /** The call page, `http://localhost:PORT/`; with `?frame=1` the page around it. */
  url: string;
  /** The same on another origin, `http://127.0.0.1:PORT/`: where the framed call page lives. */
  frameUrl: string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Builds the demo clinic if need be and serves it on this computer only.
 * @param port 0, or left out: any free one
 * @throws Error (EADDRINUSE) if the port is taken
 */
export async function startDemo({ port = 0 }: { port?: number } = {}): Promise<Demo> {
  const folder = await buildDemo();
  const answer = (request: IncomingMessage, response: ServerResponse) =>
    void serve(folder, request, response);
  const four = await listen(createServer(answer), '127.0.0.1', port);
  const chosen = (four.address() as AddressInfo).port;
  // `localhost` may mean either address; where there is no IPv6 the first is enough.
  const six = await listen(createServer(answer), '::1', chosen).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return undefined;
    throw error;
  });
  const servers = six ? [four, six] : [four];
  return {
    url: `http://localhost:${chosen}/`,
    frameUrl: `http://127.0.0.1:${chosen}/`,
    async close() {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections();
          return new Promise((resolve) => server.close(resolve));
        }),
      );
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, ipv6Only: true }, () => resolve(server));
  });
}

async function serve(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const port = (request.socket.address() as AddressInfo).port;
  const outer = url.pathname === '/' && url.searchParams.get('frame') === '1';
  const name = url.pathname === '/' ? (outer ? 'outer.html' : 'call.html') : url.pathname.slice(1);
  const type = TYPES[path.extname(name)];
  // Flat folder: a name with a slash is nobody's file.
  const body =
    type && /^[a-z.]+$/.test(name)
      ? await readFile(path.join(folder, name)).catch(() => undefined)
      : undefined;
  const headers = headersFor(outer ? 'outer' : 'call', port);
  if (!body || !type) {
    response.writeHead(404, { ...headers, 'Content-Type': 'text/plain' }).end('Not found');
    return;
  }
  response.writeHead(200, { ...headers, 'Content-Type': type }).end(body);
}
