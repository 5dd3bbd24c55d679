/**
 * `npm run zip` packs the builds (or those named) so that the same files give the same bytes: sorted
 * names, one fixed date, one level. With `--check` everything is built anew in a second folder, packed
 * there too, and compared.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Zippable, zipSync } from 'fflate';
import { filesUnder } from './files.ts';

const SHIPPED = ['.output/chrome-mv3', '.output/firefox-mv3'];

/** The earliest date that a zip can hold, in local time, because a zip knows no time zone. */
const MTIME = new Date(1980, 0, 1);

interface BuiltManifest {
  readonly version: string;
  readonly host_permissions?: readonly string[];
  readonly content_scripts?: readonly unknown[];
}

/** Packs one build and returns the zip's path. */
export function zipBuild(outDir: string): string {
  const target = basename(resolve(outDir));
  const manifestFile = join(outDir, 'manifest.json');
  if (!existsSync(manifestFile)) throw new Error(`${outDir} is not built; run \`npm run build\`.`);
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as BuiltManifest;
  if (target.includes('e2e') || manifest.host_permissions || manifest.content_scripts) {
    throw new Error(
      `${target} is a build for checks: it may see every site, so it is never packed. ` +
        'Run `npm run build` and pack .output/chrome-mv3 or .output/firefox-mv3.',
    );
  }
  const browser = target.split('-')[0];
  const zip = join(dirname(resolve(outDir)), `eyelevel-${manifest.version}-${browser}.zip`);
  writeFileSync(zip, zipBytes(outDir));
  return zip;
}

export function zipBytes(folder: string): Uint8Array {
  const files: Zippable = {};
  for (const path of filesUnder(folder)) files[path] = readFileSync(join(folder, path));
  return zipSync(files, { level: 9, mtime: MTIME });
}

export function sha256OfFile(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/**
 * Builds the checked-out sources (as they are, uncommitted changes included) in a new folder elsewhere,
 * and packs them there. Returns sha256 by zip name.
 */
function rebuildElsewhere(root: string, targets: readonly string[]): Map<string, string> {
  const copy = mkdtempSync(join(tmpdir(), 'eyelevel-rebuild-'));
  try {
    const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
      cwd: root,
      encoding: 'utf8',
    });
    for (const path of listed.split('\0').filter(Boolean)) {
      cpSync(join(root, path), join(copy, path));
    }
    // The packages are the lockfile's, byte for byte, so they need no second copy.
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    execFileSync('npm', ['run', 'build'], { cwd: copy, stdio: ['ignore', 'ignore', 'inherit'] });
    return new Map(
      targets.map((target) => {
        const zip = zipBuild(join(copy, '.output', basename(target)));
        return [basename(zip), sha256OfFile(zip)];
      }),
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function main(args: readonly string[]): void {
  const named = args.filter((arg) => !arg.startsWith('--'));
  const targets = named.length > 0 ? named : SHIPPED;
  const sums = new Map<string, string>();
  for (const target of targets) {
    const zip = zipBuild(target);
    sums.set(basename(zip), sha256OfFile(zip));
    console.log(`${sums.get(basename(zip))}  ${relative('.', zip)}`);
  }
  if (!args.includes('--check')) return;
  for (const [name, again] of rebuildElsewhere(process.cwd(), targets)) {
    if (sums.get(name) !== again) {
      throw new Error(`${name} differs when built again: ${sums.get(name)} and ${again}`);
    }
    console.log(`${name}: built again in another folder, the same bytes.`);
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
