// What `npm start` and `npm test` need before anything of ours can run. Plain JavaScript without
// dependencies, because nothing is installed yet when it starts.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const OLDEST_NODE = [20, 19];
const STAMP = 'node_modules/.cache/eyelevel/installed';

export function say(text) {
  console.log(`\n▸ ${text}`);
}

export function run(command, args, options = {}) {
  const { status, error, signal } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (error) throw error;
  if (status !== 0) {
    throw new Failed(`${command} ${args.join(' ')} ended with ${signal ?? status}.`);
  }
}

export class Failed extends Error {}

/** Runs the steps; says what failed in one line, without a stack, and ends with 1. */
export async function main(steps) {
  try {
    await steps();
  } catch (error) {
    console.error(`\n✗ ${error instanceof Failed ? error.message : (error?.stack ?? error)}`);
    process.exitCode = 1;
  }
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Failed(
    `Eyelevel needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`,
  );
}

/** `npm ci`, unless what is installed already came from this lockfile. */
export function installDependencies() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  say('Installing what package-lock.json names (about a minute the first time)');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  mkdirSync('node_modules/.cache/eyelevel', { recursive: true });
  writeFileSync(STAMP, wanted);
}

const PROGRAMS = {
  chromium: { package: 'chromium', names: ['chromium'] },
  firefox: { package: 'firefox-esr', names: ['firefox-esr', 'firefox'] },
  xvfb: { package: 'xvfb', names: ['Xvfb'] },
  xdotool: { package: 'xdotool', names: ['xdotool'] },
  ffmpeg: { package: 'ffmpeg', names: ['ffmpeg'] },
  pulseaudio: { package: 'pulseaudio', names: ['pulseaudio'] },
  'espeak-ng': { package: 'espeak-ng', names: ['espeak-ng'] },
  sox: { package: 'sox', names: ['sox'] },
};

/** Path of a program, or null. */
export function find(program) {
  for (const name of PROGRAMS[program].names) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return null;
}

/** Sees to it that the programs are there; installs Debian's packages where this account may. */
export function installPrograms(programs) {
  const missing = programs.filter((program) => !find(program));
  if (missing.length === 0) return;
  const packages = missing.map((program) => PROGRAMS[program].package).join(' ');
  const isDebian = spawnSync('sh', ['-c', 'command -v apt-get']).status === 0;
  const isRoot = process.getuid?.() === 0;
  if (!isDebian || !isRoot) {
    throw new Failed(
      isDebian
        ? `Missing: ${packages}. Install with: sudo apt-get install -y ${packages}`
        : `Missing: ${packages}. Install them with your system's package manager, then try again.`,
    );
  }
  say(`Installing ${packages} from Debian`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env });
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages.split(' ')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
