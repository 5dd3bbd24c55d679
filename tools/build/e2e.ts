/**
 * The way in for checks: copies each shipped build to `<build>-e2e` and changes its manifest alone. All
 * sites are permitted there, and where a site is permitted the coach is on, so a browser without a
 * person can be coached on any page. The code is the shipped code, byte for byte; a guard proves it.
 */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A public key, so that Chromium gives the e2e build an id of its own, the same everywhere. */
const CHROME_KEY = await readFile(new URL('./e2e-key.txt', import.meta.url), 'utf8');

const targets = process.argv.slice(2);

for (const target of targets) {
  const from = join('.output', target);
  const to = `${from}-e2e`;
  await rm(to, { recursive: true, force: true });
  await cp(from, to, { recursive: true });
  const path = join(to, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  manifest.name = 'Eyelevel (e2e build, not for people)';
  manifest.host_permissions = ['*://*/*'];
  if (target === 'chrome-mv3') manifest.key = CHROME_KEY.trim();
  else manifest.browser_specific_settings.gecko.id = 'eyelevel-e2e@eyelevel.example';
  await writeFile(path, `${JSON.stringify(manifest)}\n`);
  console.log(`${to}: the shipped build, with all sites permitted.`);
}
