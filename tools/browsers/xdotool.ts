import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { FirefoxBrowser } from './firefox.ts';

const run = promisify(execFile);
/** Fails where its program is not installed. */
export const xdotool = (driven: FirefoxBrowser, ...words: readonly (string | number)[]) =>
  run('xdotool', words.map(String), { env: { ...process.env, DISPLAY: driven.display } });

/** A key of the keyboard, pressed in Firefox's own window. */
export async function pressKey(driven: FirefoxBrowser, key: string): Promise<void> {
  const found = await xdotool(driven, 'search', '--onlyvisible', '--pid', driven.pid ?? 0);
  await xdotool(driven, 'windowfocus', found.stdout.trim().split('\n').at(-1) ?? '');
  await xdotool(driven, 'key', key);
}
