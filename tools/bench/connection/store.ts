import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { browserVersion } from '../report.ts';
import type { Call } from './calls.ts';
import type { Trace } from './trace.ts';

/** Traces on disk, one file a call, so that another judgement needs no call of its own. */
const FOLDER = resolve('node_modules/.cache/eyelevel/connection-traces');
/** All that decides what a trace holds. What the reader and the judge make of it does not. */
const SOURCES = [
  'tools/link',
  'tools/bench/connection/page',
  'tools/bench/connection/line.ts',
  'tools/bench/connection/look.ts',
  'tools/bench/connection/party-process.ts',
  'tools/bench/connection/party.ts',
  'tools/bench/connection/run-call.ts',
  'tools/bench/connection/site.ts',
];

interface Stored {
  readonly madeBy: string;
  /** Unix time. */
  readonly atMs: number;
  readonly trace: Trace;
}

/** @returns null: never traced, or another call under this name, other browsers, other sources of the trace */
export async function readTrace(call: Call): Promise<Stored | null> {
  const file = fileOf(call);
  if (!existsSync(file)) return null;
  const stored: Stored = JSON.parse(await readFile(file, 'utf8'));
  return stored.madeBy === makerOf(call) ? stored : null;
}

export async function writeTrace(call: Call, trace: Trace): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const stored: Stored = { madeBy: makerOf(call), atMs: Date.now(), trace };
  // Written aside and moved into place: a run may be ended at any time.
  const aside = `${fileOf(call)}.${process.pid}`;
  await writeFile(aside, JSON.stringify(stored));
  await rename(aside, fileOf(call));
}

const fileOf = ({ name }: Call) => join(FOLDER, `${name}.json`);

function makerOf({ parties, steps }: Call): string {
  // What a step asks for may change without another call.
  const lines = steps.map(({ seconds, line }) => ({ seconds, line }));
  const hash = createHash('sha256').update(JSON.stringify({ parties, lines }));
  for (const kind of new Set(parties)) hash.update(browserVersion(kind));
  for (const file of SOURCES.flatMap(filesIn)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
