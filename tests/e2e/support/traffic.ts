import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrivenBrowser } from '../../../tools/browsers/browser.ts';
import { launch } from './test.ts';

export interface WatchedBrowser {
  readonly driven: DrivenBrowser;
  /** Closes the browser. @returns every host that anything in it has asked for, sorted */
  close(): Promise<string[]>;
}

/**
 * A browser all of whose traffic is watched: that of pages, frames, workers, extensions and its own services.
 * @param extension as in `launch`; null for a browser without it
 */
export function launchWatched(
  kind: 'chromium' | 'firefox',
  extension?: null,
): Promise<WatchedBrowser> {
  const options = extension === null ? { extension } : {};
  return kind === 'chromium' ? watchChromium(options) : watchFirefox(options);
}

/** Chromium writes a log of its network service: requests, names looked up, sockets. */
async function watchChromium(options: { extension?: null }): Promise<WatchedBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'eyelevel-traffic-'));
  const file = join(folder, 'net-log.json');
  const driven = await launch('chromium', { ...options, args: [`--log-net-log=${file}`] });
  return {
    driven,
    async close() {
      await driven.close();
      const hosts = hostsInNetLog(JSON.parse(await readFile(file, 'utf8')));
      await rm(folder, { recursive: true, force: true });
      return hosts;
    },
  };
}

interface NetLog {
  readonly events: readonly {
    readonly params?: { readonly url?: string; readonly host?: string; readonly address?: string };
  }[];
}

function hostsInNetLog({ events }: NetLog): string[] {
  const hosts = new Set<string>();
  for (const { params = {} } of events) {
    for (const address of [params.url, params.host, params.address]) {
      if (typeof address === 'string' && address) hosts.add(hostOf(address));
    }
  }
  return [...hosts].sort();
}

/** Of an address or of `host:port`: the port of a socket is another one each time. */
function hostOf(address: string): string {
  const withScheme = /^[a-z-]+:\/\//.test(address) ? address : `socket://${address}`;
  try {
    const { protocol, hostname } = new URL(withScheme);
    return protocol === 'chrome-extension:' ? 'own files' : hostname;
  } catch {
    return address;
  }
}

/** Firefox sends everything through a proxy that writes down what it is asked for, and reaches this computer only. */
async function watchFirefox(options: { extension?: null }): Promise<WatchedBrowser> {
  const hosts = new Set<string>();
  const proxy = createServer((incoming, reply) => {
    const url = new URL(incoming.url ?? '/', 'http://nowhere');
    hosts.add(url.hostname);
    if (!/^(localhost|127\.0\.0\.1)$/.test(url.hostname)) return reply.writeHead(502).end();
    const { method, headers } = incoming;
    const onward = ask(url, { method, headers }, (answer) => {
      reply.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(reply);
    });
    onward.on('error', () => reply.writeHead(502).end());
    return incoming.pipe(onward);
  });
  proxy.on('connect', (incoming, socket) => {
    hosts.add(hostOf(incoming.url ?? ''));
    socket.end('HTTP/1.1 502 Not here\r\n\r\n');
  });
  await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
  const { port } = proxy.address() as AddressInfo;
  const driven = await launch('firefox', {
    ...options,
    prefs: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
    },
  });
  return {
    driven,
    async close() {
      await driven.close();
      proxy.closeAllConnections();
      await new Promise((done) => proxy.close(done));
      return [...hosts].sort();
    },
  };
}
