import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Everything here is of one channel and this rate, -1 to 1. */
export const RATE_HZ = 48_000;

const CACHE = join('node_modules', '.cache', 'eyelevel', 'sound');

/**
 * Sound that sox makes, or makes of a file: `inputAndEffects` is a command of sox with OUT for the output. The same
 * command gives the same sound (-R), and is run once.
 */
export function sox(...inputAndEffects: readonly string[]): Float32Array {
  return cached(inputAndEffects, (path) => {
    const output = ['-t', 'f32', '-r', String(RATE_HZ), '-c', '1', path];
    const whole = inputAndEffects.flatMap((part) => (part === 'OUT' ? output : [part]));
    execFileSync('sox', ['-R', '-D', '-V1', ...whole], { stdio: ['ignore', 'ignore', 'inherit'] });
  });
}

/** @param options of espeak-ng: -v voice, -s words a minute, -p pitch */
export function speak(text: string, options: readonly string[], effects: readonly string[] = []) {
  return cached(['espeak-ng', ...options, ...effects, text], (path) => {
    const spoken = `${path}.wav`;
    execFileSync('espeak-ng', [...options, '-w', spoken, text]);
    const output = ['-t', 'f32', '-r', String(RATE_HZ), '-c', '1', path];
    execFileSync('sox', ['-R', '-D', '-V1', spoken, ...output, ...effects]);
    rmSync(spoken);
  });
}

function cached(command: readonly string[], make: (path: string) => void): Float32Array {
  const name = createHash('sha256').update(command.join('\0')).digest('hex').slice(0, 24);
  const path = join(CACHE, `${name}.f32`);
  if (!existsSync(path)) {
    mkdirSync(CACHE, { recursive: true });
    const part = join(CACHE, `part-${process.pid}`);
    make(part);
    renameSync(part, path);
  }
  const { buffer } = new Uint8Array(readFileSync(path));
  return new Float32Array(buffer);
}
