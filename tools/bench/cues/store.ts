import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/**
 * Traces on disk, one file each, named by what was traced. Each says from which sources it came, so that a
 * change in vision or in the sitter traces again, and a change in the judgement does not.
 */
const FOLDER = resolve('node_modules/.cache/eyelevel/traces');

/** All that decides what a look says. */
const SOURCES = [
  'utils/vision',
  'utils/observation.ts',
  'utils/capture/reduce.ts',
  'demo/sitter',
  'tools/models',
  'tools/bench/cues/page',
  'node_modules/@mediapipe/tasks-vision/package.json',
  'node_modules/@mediapipe/face_mesh/package.json',
  'node_modules/three/package.json',
];

export interface Stored<Look> {
  readonly sources: string;
  readonly looks: readonly Look[];
}

export interface Store {
  /** Null: never traced, or not what it says. `stale`: from other sources. */
  read<Look>(key: string): Promise<(Stored<Look> & { readonly stale: boolean }) | null>;
  isFresh(key: string): Promise<boolean>;
  write<Look>(key: string, looks: readonly Look[]): Promise<void>;
}

export async function openStore(): Promise<Store> {
  await mkdir(FOLDER, { recursive: true });
  const sources = hashOfSources();
  const fileOf = (key: string) => join(FOLDER, `${key}.json`);
  const read: Store['read'] = async <Look>(key: string) => {
    if (!existsSync(fileOf(key))) return null;
    const stored: Stored<Look> = JSON.parse(await readFile(fileOf(key), 'utf8'));
    return { ...stored, stale: stored.sources !== sources };
  };
  return {
    read,
    isFresh: async (key) => (await read(key))?.stale === false,
    async write(key, looks) {
      // Written aside and moved into place: a run may be ended at any time.
      const aside = `${fileOf(key)}.${process.pid}`;
      await writeFile(aside, JSON.stringify({ sources, looks }, shortNumbers));
      await rename(aside, fileOf(key));
    },
  };
}

/** Name for the eye, hash for the rest: another scenario under the same name is another trace. */
export function keyOf(name: string, content: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12);
  return `${name.replaceAll(/[^\w.-]/g, '_')}-${hash}`;
}

/** Six digits say more than a measurement of a picture knows. */
function shortNumbers(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value;
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesIn)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function filesIn(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
