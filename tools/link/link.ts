/**
 * Two Linux network namespaces with nothing between them but a link whose delay, loss and rate are set: what a
 * connection does is measured there, and no other machine is needed. The link itself: link.py.
 */
import {
  type ChildProcess,
  execFile,
  execFileSync,
  type SpawnOptions,
  spawn,
} from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface LinkSettings {
  readonly delayMs: number;
  /** Each packet's delay is off by up to so much either way; packets do not overtake each other. */
  readonly jitterMs: number;
  /** Share of the packets that never arrive, 0 to 1, each by itself. */
  readonly lossRatio: number;
  /** 1 kbit/s is 1000 bits a second, IP headers included; null: as fast as the machine is. */
  readonly rateKbps: number | null;
  /** With a rate: a packet that would wait for longer than this is dropped. */
  readonly queueMs: number;
  /** Nothing passes, and what is under way is gone. */
  readonly cut: boolean;
}

/** A link that does nothing, as it is when it opens. */
export const CLEAR: LinkSettings = {
  delayMs: 0,
  jitterMs: 0,
  lossRatio: 0,
  rateKbps: null,
  queueMs: 200,
  cut: false,
};

export type Direction = 'aToB' | 'bToA';

/** Packets of one direction since the link opened. Those that came and are in no other count are under way. */
export interface Counts {
  readonly came: number;
  readonly passed: number;
  readonly passedBytes: number;
  /** How long they were under way, together. */
  readonly passedMs: number;
  readonly lost: number;
  readonly overflowed: number;
  readonly cut: number;
}
export type LinkCounts = Readonly<Record<Direction, Counts>>;

/** One end of the link: a namespace with an address, a loopback device and the way to the other end. */
export interface End {
  readonly namespace: string;
  readonly address: string;
  /** What runs a program in this namespace. It keeps its files and its user: only the network differs. */
  command(program: string, args: readonly string[]): readonly [string, readonly string[]];
  spawn(program: string, args: readonly string[], options?: SpawnOptions): ChildProcess;
}

export interface Link {
  readonly a: End;
  readonly b: End;
  /** What is not named stays as it was. In force when the promise resolves. @param direction absent: both ways */
  set(settings: Partial<LinkSettings>, direction?: Direction): Promise<LinkCounts>;
  counts(): Promise<LinkCounts>;
  /** Ends the link and takes both namespaces away. What still runs in them keeps running, without a network. */
  close(): Promise<void>;
}

/** Private addresses (RFC 1918), so that browsers treat them as those of a home. */
const ADDRESSES = { a: '10.77.0.1', b: '10.77.0.2' } as const;

const run = promisify(execFile);

/** What is missing here for a link, in a few words; null: nothing is. */
export function whyNoLink(): string | null {
  if (process.platform !== 'linux') return 'no Linux';
  if (process.getuid?.() !== 0) return 'not root';
  try {
    accessSync('/dev/net/tun', constants.R_OK | constants.W_OK);
  } catch {
    return 'no /dev/net/tun';
  }
  for (const [program, argument] of [
    ['ip', '-Version'],
    ['python3', '--version'],
  ] as const) {
    try {
      execFileSync(program, [argument], { stdio: 'ignore' });
    } catch {
      return `no program ${program}`;
    }
  }
  return null;
}

let opened = 0;

/**
 * @param seed the same packets are lost for the same seed, in the order in which they come
 * @throws where whyNoLink() says why, or where a namespace is refused
 */
export async function openLink({ seed = 1 }: { readonly seed?: number } = {}): Promise<Link> {
  const missing = whyNoLink();
  if (missing) throw new Error(`No link can be opened here: ${missing}.`);
  // Names of network devices have at most 15 characters.
  const name = `el${process.pid}-${opened++}`;
  const ends = { a: endOf(`${name}-a`, ADDRESSES.a), b: endOf(`${name}-b`, ADDRESSES.b) };
  const namespaces = [ends.a.namespace, ends.b.namespace];

  const script = fileURLToPath(new URL('link.py', import.meta.url));
  const child = spawn('python3', [script, ...namespaces, String(seed)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<unknown> => {
    const { value, done } = await answers.next();
    if (done) throw new Error('The link has ended.');
    return JSON.parse(value);
  };
  // One request after the other, so that each gets its own answer.
  let last: Promise<unknown> = Promise.resolve();
  const ask = (request: object): Promise<LinkCounts> => {
    const asked = last.then(() => {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      return next() as Promise<LinkCounts>;
    });
    last = asked.catch(() => undefined);
    return asked;
  };

  const leave = () => {
    child.kill();
    for (const namespace of namespaces) {
      try {
        execFileSync('ip', ['netns', 'delete', namespace], { stdio: 'ignore' });
      } catch {
        // It was never made, or is gone already.
      }
    }
  };
  process.once('exit', leave);
  const close = async () => {
    process.off('exit', leave);
    const ended = new Promise((resolve) => child.once('close', resolve));
    const isOver = child.exitCode !== null || child.signalCode !== null;
    leave();
    if (!isOver) await ended;
  };

  try {
    await next();
    await putInPlace(ends.a, ends.b);
    await putInPlace(ends.b, ends.a);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    ...ends,
    set: (settings, direction) => ask({ set: settings, ...(direction && { direction }) }),
    counts: () => ask({}),
    close,
  };
}

function endOf(namespace: string, address: string): End {
  const command: End['command'] = (program, args) => [
    'ip',
    ['netns', 'exec', namespace, program, ...args],
  ];
  return {
    namespace,
    address,
    command,
    spawn(program, args, options = {}) {
      const [file, all] = command(program, args);
      return spawn(file, all, options);
    },
  };
}

/** Makes the namespace, and moves the device of the same name into it. */
async function putInPlace({ namespace, address }: End, other: End): Promise<void> {
  const ip = (...args: string[]) => run('ip', args);
  const inside = (...args: string[]) => ip('-n', namespace, ...args);
  await ip('netns', 'add', namespace);
  await ip('link', 'set', namespace, 'netns', namespace);
  await inside('link', 'set', 'lo', 'up');
  await inside('addr', 'add', address, 'peer', other.address, 'dev', namespace);
  await inside('link', 'set', namespace, 'up');
  // A browser asks for the way to the world to learn its own address.
  await inside('route', 'add', 'default', 'dev', namespace);
}
