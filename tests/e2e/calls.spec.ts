import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrivenBrowser } from '../../tools/browsers/browser.ts';
import type { ChromiumBrowser } from '../../tools/browsers/chromium.ts';
import type { SessionRecord } from '../../utils/sessions/schema.ts';
import { type Controls, inExtension, openExtensionPage } from './support/shipped.ts';
import { expect, launch, test } from './support/test.ts';
import { until } from './support/visit.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const call = (n: number, daysAgo: number, site?: string): SessionRecord => ({
  schemaVersion: 2,
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  startedAt: `${new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 16)}Z`,
  ...(site && { site }),
  durationS: 60,
  bins: { picture: 'gggg', light: 'ppgg', place: 'gggg', sound: '----', connection: 'gggg' },
  cues: [{ id: 'too-dark', atS: 0, shown: true, cleared: true, putRight: true }],
  endedBy: 'page',
});
const CALLS = [
  call(1, 0, 'www.one.example'),
  call(2, 1, 'www.one.example'),
  call(3, 2, 'www.two.example'),
  call(4, 40),
];

const log = (controls: Controls, message: unknown) =>
  inExtension(
    controls,
    `return api.runtime.sendMessage({ kind: 'session', message: ${JSON.stringify(message)} })`,
  );

test('calls are looked back on, taken out, deleted and taken back', async ({ browserKind }) => {
  test.setTimeout(240_000);
  const folder = await mkdtemp(join(tmpdir(), 'eyelevel-saved-'));
  const driven = await launch(browserKind, {
    prefs: { 'browser.download.folderList': 2, 'browser.download.dir': folder },
  });
  const controls = await driven.extensionPage('welcome.html');
  await inExtension(controls, `await api.storage.local.set({ keep: '90-days' })`);
  await log(controls, { op: 'restore', records: CALLS });

  const page = await openExtensionPage(driven, controls, 'calls.html');
  const frame = page.frames()[0];
  if (!frame) throw new Error('The page has no frame.');
  const isThere = (selector: string) =>
    page.evaluate<boolean>(`document.querySelector(${JSON.stringify(selector)}) !== null`);
  const sees = (selector: string) => until(selector, () => isThere(selector));
  const pressWord = (text: string) =>
    page.evaluate(
      `[...document.querySelectorAll('button')].find((one) => one.textContent.includes(${JSON.stringify(text)})).click()`,
    );
  await sees('[data-calls="4"]');
  await page.evaluate(`document.querySelector('button[lang=en]').click()`);
  await until('it speaks English', () => page.evaluate(`document.documentElement.lang === 'en'`));

  await test.step('one call, with what would have helped most', async () => {
    await frame.click('.call');
    await sees(`[data-call="${CALLS[0]?.id}"] [data-change=too-dark]`);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H2');
  });

  await test.step('as a file and as a table', async () => {
    const json = JSON.parse(
      await saved(driven, 'eyelevel.json', folder, () => pressWord('Save as a file')),
    );
    expect(json.sessions).toEqual([CALLS[0]]);
    const csv = await saved(driven, 'eyelevel.csv', folder, () => pressWord('Save as a table'));
    expect(csv.split('\r\n')).toHaveLength(1 + 4 + 1);
  });

  await test.step('a site is deleted, and taken back', async () => {
    await pressWord('Delete all calls at www.one.example');
    await sees('[data-calls="2"] [data-done=deleted]');
    await pressWord('Take it back');
    await sees('[data-calls="4"] [data-done=undone]');
  });

  await test.step('what is old is deleted, and after ten seconds there is no way back', async () => {
    await pressWord('Delete them');
    await sees('[data-calls="3"] [data-done=deleted] button');
    await until('no way back', async () => !(await isThere('[data-done=deleted] button')));
    await pressWord('Delete them');
    await sees('[data-done=none-that-old]');
  });

  await test.step('who keeps less has less at once', async () => {
    await frame.click('input[value=last]');
    await sees('[data-calls="1"] [data-keep=last]');
  });

  await test.step('a shared computer keeps nothing', async () => {
    await pressWord('Shared computer');
    await sees('[data-calls="0"] [data-done=shared]');
    await sees('[data-keep=nothing]');
    const reply = await log(controls, { op: 'open', id: CALLS[0]?.id, startedAtMs: Date.now() });
    expect(reply).toEqual({ kept: false });
  });
  await driven.close();
  await rm(folder, { recursive: true, force: true });
});

async function saved(
  driven: DrivenBrowser,
  name: string,
  folder: string,
  save: () => Promise<unknown>,
): Promise<string> {
  if (driven.kind === 'chromium') {
    const { context } = driven as ChromiumBrowser;
    const page = context.pages().find((one) => one.url().includes('/calls.html'));
    const [download] = await Promise.all([page?.waitForEvent('download'), save()]);
    expect(download?.suggestedFilename()).toBe(name);
    return readFile((await download?.path()) ?? '', 'utf8');
  }
  await save();
  // It is there, empty, before it is written.
  return until(name, async () =>
    (await readdir(folder)).includes(name) ? readFile(join(folder, name), 'utf8') : null,
  );
}
