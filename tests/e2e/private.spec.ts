import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChromiumBrowser } from '../../tools/browsers/chromium.ts';
import { openPopup } from './support/popup.ts';
import {
  type Controls,
  inExtension,
  launchInstalled,
  newProfile,
  removeProfile,
} from './support/shipped.ts';
import { openTargets } from './support/targets.ts';
import { E2E_BUILD, expect, test } from './support/test.ts';

/**
 * The same visit twice, in a profile of its own each: in a normal window it leaves marks, which shows that
 * the search finds them; in a private window it leaves none. Firefox lets no test open a private window that
 * an extension may be in (WebDriver BiDi has no such thing), so this is Chromium's alone; its default is
 * also the worse one, since it puts what an extension stores for a private tab on the disk.
 */

/** Marks of a coached visit, as the browser's databases hold them: in one byte a letter, or in two. */
const MARKS = {
  'the log': 'endedBy',
  'the place of the panel': 'panelPlaces',
  'what cannot be changed': 'cannotChange',
  'the language': 'language',
} as const;

for (const where of ['normal', 'private'] as const) {
  const left = where === 'normal' ? 'leaves its marks' : 'leaves nothing on the disk';
  test(`a coached call in a ${where} window ${left} @chromium`, async ({ demo }) => {
    test.setTimeout(300_000);
    const profile = await newProfile();
    const extension = E2E_BUILD.chromium;
    const start = () => launchInstalled('chromium', profile, { extension });
    let { driven, controls } = await start();
    await allowPrivate(driven as ChromiumBrowser);
    await driven.close();
    ({ driven, controls } = await start());

    await visit(driven as ChromiumBrowser, controls, where, demo.url);
    await driven.close();

    const storage = await readExtensionStorage(profile, (driven as ChromiumBrowser).extensionId);
    const site = new URL(demo.url).host;
    const found = Object.entries({ ...MARKS, 'the site': site }).flatMap(([what, mark]) =>
      holds(storage, mark) ? [what] : [],
    );
    expect(found).toEqual(where === 'normal' ? [...Object.keys(MARKS), 'the site'] : []);
    await removeProfile(profile);
  });
}

/** Lets the extension into private windows, as a person does on the browser's page of extensions. */
async function allowPrivate({ context, extensionId }: ChromiumBrowser): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  const change = { extensionId, incognitoAccess: true };
  await page.evaluate(
    `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify(change)})`,
  );
  await page.close();
}

/** All that a person can do that Eyelevel would remember. */
async function visit(
  driven: ChromiumBrowser,
  controls: Controls,
  where: 'normal' | 'private',
  url: string,
): Promise<void> {
  const address = `${url}?wait=never&lang=en&controls=0`;
  const window = { incognito: where === 'private', url: address, width: 1200, height: 850 };
  const isPrivate = await inExtension<boolean>(
    controls,
    `return (await api.windows.create(${JSON.stringify(window)})).incognito`,
  );
  expect(isPrivate).toBe(where === 'private');
  const targets = await openTargets(driven);
  const page = await targets.attach((it) => it.type === 'page' && it.url === address);
  const coach = await targets.attach(({ url }) => url.endsWith('/coach.html'));
  const shown = (what: string) =>
    coach.evaluate<string>(`document.documentElement.dataset.${what}`);
  const until = (what: string, script: string) =>
    expect
      .poll(() => coach.evaluate<boolean>(script), { message: what, timeout: 60_000 })
      .toBe(true);

  await expect.poll(() => shown('phase'), { timeout: 60_000 }).toBe('preview');
  await page.evaluate('sitter.set({ lightLevel: 0.03 })');
  await until('the tip', `document.querySelector('[data-cue="too-dark"]') !== null`);
  await coach.evaluate(`document.querySelector('.control:nth-of-type(2)').click()`);
  await coach.evaluate(`for (const type of ['keydown', 'keyup'])
    document.querySelector('.drag-handle')
      .dispatchEvent(new KeyboardEvent(type, { key: 'ArrowUp', bubbles: true }))`);

  await page.evaluate(
    'clinic.clinicianJoins().then(() => { globalThis.began = performance.now() })',
  );
  await expect.poll(() => shown('phase'), { timeout: 60_000 }).toBe('in-call');
  // Long enough for a bin of the log; in a private window nothing else tells that it would be full.
  await expect
    .poll(() => page.evaluate('performance.now() - began'), { timeout: 60_000 })
    .toBeGreaterThan(20_000);

  const popup = await openPopup(driven, controls, page);
  const swedish = '.languages button:first-of-type';
  await popup.press(swedish);
  await until('Swedish', `document.documentElement.lang === 'sv'`);
  await page.evaluate('clinic.leave()');
  await expect.poll(() => shown('phase')).toBe('ended');
}

/** Every byte that the browser has put on the disk for this extension. */
async function readExtensionStorage(profile: string, extensionId: string): Promise<Buffer> {
  const files = await readdir(profile, { recursive: true, withFileTypes: true });
  const ours = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter(
      (path) => path.includes(extensionId) || /Local Extension Settings|IndexedDB/.test(path),
    );
  return Buffer.concat(await Promise.all(ours.map((path) => readFile(path))));
}

function holds(storage: Buffer, mark: string): boolean {
  return storage.includes(Buffer.from(mark)) || storage.includes(Buffer.from(mark, 'utf16le'));
}
