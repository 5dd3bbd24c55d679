/**
 * `npx tsx tools/guards/output.ts .output/chrome-mv3 .output/firefox-mv3` holds what was built against
 * what was promised; `<folder>-e2e` is compared too where it exists. `--update` writes the manifests
 * that the next run compares with (tests/guards/manifests/).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesUnder } from '../release/files.ts';
import { NOTICES_FILE } from '../release/notices.ts';
import { addressProblems } from './addresses.ts';
import { type BuiltManifest, manifestProblems, type ReleasedPermissions } from './manifest.ts';

const SNAPSHOTS = join('tests', 'guards', 'manifests');
const RELEASED = join('docs', 'releases', 'permissions.json');
const TEXT_FILE = /\.(js|mjs|html|css|json|svg)$/;
const WASM = ['rnnoise.wasm', 'vision_wasm_module_internal.js', 'vision_wasm_module_internal.wasm'];

/** All broken promises of a shipped build. */
export function outputProblems(
  folder: string,
  released: ReleasedPermissions,
  snapshot: unknown,
): string[] {
  const browser = basename(resolve(folder)).startsWith('firefox') ? 'firefox' : 'chrome';
  const manifest = readManifest(folder);
  const paths = filesUnder(folder);
  return [
    ...manifestProblems(manifest, browser, released),
    ...snapshotProblems(manifest, snapshot),
    ...fileSetProblems(paths),
    ...paths
      .filter((path) => TEXT_FILE.test(path))
      .flatMap((path) => textProblems(path, readFileSync(join(folder, path), 'utf8'))),
  ];
}

function snapshotProblems(manifest: BuiltManifest, snapshot: unknown): string[] {
  if (JSON.stringify(manifest) === JSON.stringify(snapshot)) return [];
  return [`the manifest differs from ${SNAPSHOTS}; if that is wanted, run this with --update.`];
}

/** Only the wasm that is used is shipped, and the notices are there. */
export function fileSetProblems(paths: readonly string[]): string[] {
  const wasm = paths.map((path) => basename(path)).filter((name) => /wasm/.test(name));
  const problems: string[] = [];
  if (wasm.toSorted().join() !== WASM.join()) {
    problems.push(`wasm files are ${wasm.join(', ') || 'none'}, not ${WASM.join(' and ')}.`);
  }
  if (!paths.includes(NOTICES_FILE)) problems.push(`${NOTICES_FILE} is missing.`);
  const maps = paths.filter((path) => path.endsWith('.map'));
  if (maps.length > 0) problems.push(`source maps are shipped: ${maps.join(', ')}.`);
  return problems;
}

export function textProblems(path: string, text: string): string[] {
  const problems = addressProblems(path, text);
  if (/\be2e\b/i.test(text)) problems.push(`${path}: has an e2e mark.`);
  if (text.includes(process.cwd())) problems.push(`${path}: names a folder of this machine.`);
  return problems;
}

/** The build for checks is the shipped build but for name, id and host permissions. */
export function e2eProblems(shipped: string, e2e: string): string[] {
  const paths = filesUnder(shipped);
  const others = filesUnder(e2e);
  const differing = [...new Set([...paths, ...others])].sort().filter((path) => {
    if (path === 'manifest.json') return false;
    if (!paths.includes(path) || !others.includes(path)) return true;
    return Buffer.compare(readFileSync(join(shipped, path)), readFileSync(join(e2e, path))) !== 0;
  });
  const problems = differing.map((path) => `${path}: not the same in the e2e build.`);
  const ours = readManifest(shipped);
  const theirs = readManifest(e2e);
  if (JSON.stringify(common(ours)) !== JSON.stringify(common(theirs))) {
    problems.push('the e2e manifest differs in more than name, id and host permissions.');
  }
  if (ours.name === theirs.name) problems.push('the e2e build has the name of the shipped one.');
  if (identity(ours) === identity(theirs)) {
    problems.push('the e2e build has the id of the shipped one.');
  }
  if (!theirs.host_permissions) problems.push('the e2e build may not see any site.');
  return problems;
}

/** The manifest without what may differ. */
function common(manifest: BuiltManifest): object {
  const { name: _name, key: _key, host_permissions: _hosts, ...rest } = manifest;
  const { gecko, ...others } = rest.browser_specific_settings ?? {};
  const { id: _id, ...sameGecko } = gecko ?? {};
  return { ...rest, browser_specific_settings: { ...others, gecko: sameGecko } };
}

function identity(manifest: BuiltManifest): string {
  return `${manifest.key ?? ''} ${manifest.browser_specific_settings?.gecko?.id ?? ''}`;
}

function readManifest(folder: string): BuiltManifest {
  return readJson(join(folder, 'manifest.json')) as BuiltManifest;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function main(args: readonly string[]): void {
  const folders = args.filter((arg) => !arg.startsWith('--'));
  if (folders.length === 0) throw new Error('Say which build: .output/chrome-mv3');
  const released = readJson(RELEASED) as ReleasedPermissions;
  for (const folder of folders) {
    if (!existsSync(folder)) throw new Error(`${folder} is not built; run \`npm run build\`.`);
    const snapshotFile = join(SNAPSHOTS, `${basename(resolve(folder))}.json`);
    if (args.includes('--update')) {
      mkdirSync(SNAPSHOTS, { recursive: true });
      writeFileSync(snapshotFile, `${JSON.stringify(readManifest(folder), null, 2)}\n`);
    }
    const snapshot = existsSync(snapshotFile) ? readJson(snapshotFile) : null;
    const e2e = `${folder.replace(/\/$/, '')}-e2e`;
    const problems = [
      ...outputProblems(folder, released, snapshot),
      ...(existsSync(e2e) ? e2eProblems(folder, e2e) : []),
    ];
    for (const problem of problems) console.error(`${folder}: ${problem}`);
    const compared = existsSync(e2e) ? `, compared with ${e2e}` : '; no e2e build to compare with';
    if (problems.length === 0) console.log(`${folder}: keeps its promises${compared}.`);
    else process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
