import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { readCanonicalMesh } from '../tools/models/canonical-mesh.ts';
import { readFaceSources } from '../tools/models/sources.ts';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.dirname(HERE);
const CACHE = path.join(ROOT, 'node_modules', '.cache', 'eyelevel-demo');
/** What the pages need besides scripts. */
const STATIC_FILES = ['call.html', 'outer.html', 'clinic.css', 'icon.svg'];
const SCRIPTS = {
  'camera.iife.js': 'camera/entry.ts',
  'clinic.js': 'clinic/main.ts',
  'outer.js': 'clinic/outer.ts',
} as const;

/**
 * Builds the demo's pages, unless nothing has changed since the last time.
 * @returns the folder to serve
 */
export async function buildDemo(): Promise<string> {
  const folder = path.join(CACHE, await fingerprint());
  const done = path.join(folder, 'done');
  if (await readFile(done).catch(() => undefined)) return folder;

  // Built aside and moved into place: two commands may start at the same time.
  const aside = `${folder}.${process.pid}`;
  await mkdir(aside, { recursive: true });
  for (const [name, entry] of Object.entries(SCRIPTS)) await bundle(name, entry, aside);
  for (const name of STATIC_FILES)
    await cp(path.join(HERE, 'clinic', name), path.join(aside, name));
  await writeFile(path.join(aside, 'done'), '');
  await rename(aside, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(aside, { recursive: true });
  });
  await removeOlder(path.basename(folder));
  return folder;
}

/** The virtual camera as one script, for a test that must have it before any script of the page. */
export async function cameraScriptPath(): Promise<string> {
  return path.join(await buildDemo(), 'camera.iife.js');
}

async function bundle(name: string, entry: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: HERE,
    logLevel: 'warn',
    publicDir: false,
    plugins: [canonicalMesh()],
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      modulePreload: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: path.join(HERE, entry),
        output: { format: 'iife', entryFileNames: name },
      },
    },
  });
}

const MESH_MODULE = 'virtual:canonical-mesh';

/** The mesh comes from its npm package at build time; nothing of it lies in this repository. */
export function canonicalMesh(): Plugin {
  return {
    name: 'canonical-mesh',
    resolveId: (id) => (id === MESH_MODULE ? `\0${MESH_MODULE}` : undefined),
    async load(id) {
      if (id !== `\0${MESH_MODULE}`) return undefined;
      const { vertices, triangles } = readCanonicalMesh((await readFaceSources()).geometry);
      const base64 = (values: Float32Array | Uint16Array) =>
        Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
      const packed = { vertices: base64(vertices), triangles: base64(triangles) };
      return `export default ${JSON.stringify(packed)};`;
    },
  };
}

async function removeOlder(keep: string): Promise<void> {
  for (const name of await readdir(CACHE)) {
    if (name !== keep && /^[0-9a-f]+$/.test(name)) {
      await rm(path.join(CACHE, name), { recursive: true, force: true });
    }
  }
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const files = (await readdir(HERE, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  for (const file of [...files, path.join(ROOT, 'package-lock.json')]) {
    hash.update(path.relative(ROOT, file)).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}
