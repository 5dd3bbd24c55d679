import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';

const FIREFOX_UUID = '6f1f6f0e-6a53-4f0c-9d3e-2f1c5a1b7e10';
const FIREFOX_IDS = ['eyelevel@eyelevel.example', 'eyelevel-e2e@eyelevel.example'];

/** Preferences: this Firefox (ESR) lets an unsigned extension stay, when it is asked to. */
export const SIDELOADED = {
  // A known address, so that a page of the extension can be open after a restart too.
  'extensions.webextensions.uuids': JSON.stringify(
    Object.fromEntries(FIREFOX_IDS.map((id) => [id, FIREFOX_UUID])),
  ),
  'browser.startup.homepage': `moz-extension://${FIREFOX_UUID}/welcome.html`,
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
  'extensions.enabledScopes': 15,
  'extensions.startupScanScopes': 15,
};

/** Puts an unpacked extension into a profile that is not open, so that it is there at each of its starts. */
export async function sideload(profile: string, folder: string): Promise<void> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files[path.slice(folder.length + 1)] = await readFile(path);
  }
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const { id } = manifest.browser_specific_settings.gecko;
  await mkdir(join(profile, 'extensions'), { recursive: true });
  await writeFile(join(profile, 'extensions', `${id}.xpi`), zipSync(files, { level: 0 }));
}
