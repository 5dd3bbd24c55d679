import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DrivenBrowser, DrivenPage } from '../../tools/browsers/browser.ts';
import type { ChromiumBrowser } from '../../tools/browsers/chromium.ts';
import { findCoach, untilCoach } from '../../tools/browsers/coach.ts';
import type { FirefoxBrowser } from '../../tools/browsers/firefox.ts';
import type { SessionList } from '../../utils/sessions/messages.ts';
import type { SessionRecord } from '../../utils/sessions/schema.ts';
import {
  type Controls,
  inExtension,
  launchInstalled,
  newProfile,
  openExtensionPage,
  removeProfile,
} from './support/shipped.ts';
import { E2E_BUILD, expect, launch, test } from './support/test.ts';
import { until } from './support/visit.ts';

/** A bin is 15 s, but on a busy machine without a GPU the coach can take a minute to begin. */
const A_BIN = { timeout: 180_000 };

async function startCall(driven: DrivenBrowser, url: string): Promise<DrivenPage> {
  const page = await driven.newTab();
  await page.goto(`${url}?wait=never&lang=en&controls=0`);
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview', 60_000);
  await page.evaluate('clinic.toWaitingRoom()');
  await page.evaluate('clinic.clinicianJoins()');
  await untilCoach(page, 'the call', ({ phase }) => phase === 'in-call', 60_000);
  return page;
}

async function readLog(controls: Controls): Promise<readonly SessionRecord[]> {
  // A background that is being stopped gets no message: asked again, as ask() of utils/messages does.
  const list = await inExtension<SessionList>(
    controls,
    `for (let tries = 0; ; tries += 1) {
       try {
         return await api.runtime.sendMessage({ kind: 'session', message: { op: 'list' } });
       } catch (error) {
         if (tries === 5 || !String(error).includes('Receiving end does not exist')) throw error;
         await new Promise((resolve) => setTimeout(resolve, 300));
       }
     }`,
  );
  expect(list).toMatchObject({ damaged: 0 });
  return list.records;
}

const loggedS = async (controls: Controls) => (await readLog(controls))[0]?.durationS ?? 0;

/** What lies in the database itself, whatever the log's own list says. */
function readDatabase(controls: Controls): Promise<unknown[]> {
  return inExtension(
    controls,
    `const open = (request) => new Promise((done, fail) => {
       request.onsuccess = () => done(request.result);
       request.onerror = () => fail(request.error);
     });
     const database = await open(indexedDB.open('eyelevel-sessions'));
     const records = await open(database.transaction('sessions').objectStore('sessions').getAll());
     database.close();
     return records`,
  );
}

/** All the fields of a record, named as docs/session-format.md names them. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsOf(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, one]) =>
    fieldsOf(one, path === '' ? key : `${path}.${key}`),
  );
}

async function documentedFields(): Promise<string[]> {
  const page = await readFile('docs/session-format.md', 'utf8');
  return [...page.matchAll(/^\| `([a-zA-Z.[\]]+)` \|/gm)].map(([, field]) => field ?? '');
}

/** The popup as a page of its own: the log does not depend on the page under it. */
function openPopupPage(driven: DrivenBrowser, controls: Controls): Promise<DrivenPage> {
  return openExtensionPage(driven, controls, 'popup.html');
}

async function openedCalls(driven: DrivenBrowser, id: string): Promise<DrivenPage | null> {
  if (driven.kind === 'firefox') return driven.extensionPage('calls.html');
  const pages = (driven as ChromiumBrowser).context.pages();
  return pages.find((one) => one.url().endsWith(`/calls.html#${id}`)) ?? null;
}

const press = (page: DrivenPage, selector: string) => page.frames()[0]?.click(selector);

test('one call: kept through a stopped background, listed, saved as a file, forgotten', async ({
  demo,
  browserKind,
}) => {
  test.setTimeout(500_000);
  const folder = await mkdtemp(join(tmpdir(), 'eyelevel-saved-'));
  const driven = await launch(browserKind, {
    prefs: {
      'extensions.background.idle.timeout': 1000,
      'browser.download.folderList': 2,
      'browser.download.dir': folder,
    },
  });
  const controls = await driven.extensionPage('welcome.html');
  const page = await startCall(driven, demo.url);

  await test.step('the background is stopped in the middle of the call', async () => {
    await expect.poll(() => loggedS(controls), A_BIN).toBeGreaterThanOrEqual(15);
    await stopBackground(driven, controls);
    await expect.poll(() => loggedS(controls), A_BIN).toBeGreaterThanOrEqual(30);
  });

  const record = await test.step('after the end it is in the log, closed', async () => {
    await page.evaluate('clinic.leave()');
    await expect
      .poll(async () => (await readLog(controls)).map(({ endedBy }) => endedBy), A_BIN)
      .toEqual(['page']);
    const [kept] = await readDatabase(controls);
    const documented = await documentedFields();
    expect(documented).toContain('bins.light');
    expect(documented).toEqual(expect.arrayContaining(fieldsOf(kept)));
    return kept as SessionRecord;
  });

  await test.step('the coach leads to it, when it is asked to', async () => {
    const coach = await until('the coach offers it', async () => {
      const frame = await findCoach(page);
      const isOffered = await frame?.evaluate(`document.querySelector('.look-back') !== null`);
      return isOffered ? frame : null;
    });
    await coach.click('.look-back');
    const lookBack = await until('it is open', () => openedCalls(driven, record.id));
    await until('the call is on it', () =>
      lookBack.evaluate(`document.querySelector('[data-call="${record.id}"]') !== null`),
    );
    await press(lookBack, 'input[value=last]');
    await expect
      .poll(() => inExtension(controls, `return (await api.storage.local.get('keep')).keep`))
      .toBe('last');
    await lookBack.close();
  });

  await test.step('the popup lists it, and its file is the documented one', async () => {
    const popup = await openPopupPage(driven, controls);
    const shown = `document.querySelector('.session dl')?.textContent ?? ''`;
    await expect.poll(() => popup.evaluate(shown)).toContain('good');
    const file = JSON.parse(await saved(driven, popup, folder));
    expect(Object.keys(file)).toEqual(['format', 'schemaVersion', 'units', 'letters', 'sessions']);
    expect(file.format).toBe('eyelevel-sessions');
    expect(file.sessions).toEqual([record]);
  });

  await test.step('forget leaves nothing', async () => {
    const popup = await driven.extensionPage('popup.html');
    await expect
      .poll(() => popup.evaluate(`document.querySelector('.session-actions') !== null`))
      .toBe(true);
    await press(popup, '.session-actions .button:last-child');
    await expect.poll(() => readDatabase(controls)).toEqual([]);
    // The popup hears of it a moment later.
    await expect
      .poll(() => popup.evaluate(`document.querySelector('.session dl') === null`))
      .toBe(true);
  });
  await driven.close();
  await rm(folder, { recursive: true, force: true });
});

test('a call that is cut off is closed at the next start @long', async ({ demo, browserKind }) => {
  test.setTimeout(700_000);
  const profile = await newProfile();
  const start = () => launchInstalled(browserKind, profile, { extension: E2E_BUILD[browserKind] });
  let { driven, controls } = await start();

  await test.step('the tab is closed in the middle', async () => {
    const page = await startCall(driven, demo.url);
    await expect.poll(() => loggedS(controls), A_BIN).toBeGreaterThanOrEqual(15);
    await page.close();
    await driven.close();
    ({ driven, controls } = await start());
    await expect
      .poll(async () => (await readLog(controls)).map(({ endedBy }) => endedBy))
      .toEqual([expect.stringMatching(/^(page|closed-later)$/)]);
    expect(await loggedS(controls)).toBeGreaterThanOrEqual(15);
  });

  await test.step('the browser dies in the middle', async () => {
    const [before] = await readLog(controls);
    await startCall(driven, demo.url);
    await expect
      .poll(async () => {
        const [record] = await readLog(controls);
        return record?.id !== before?.id && record?.endedBy === 'not-ended';
      }, A_BIN)
      .toBe(true);
    await kill(driven);
    ({ driven, controls } = await start());
    await expect
      .poll(async () => (await readLog(controls)).map(({ endedBy }) => endedBy))
      .toEqual(['closed-later']);
    expect((await readLog(controls))[0]?.id).not.toBe(before?.id);
  });
  await driven.close();
  await removeProfile(profile);
});

/** As the browser does with a background that has nothing to do; it starts again at the next message. */
async function stopBackground(driven: DrivenBrowser, controls: Controls): Promise<void> {
  if (driven.kind === 'chromium') {
    const { context } = driven as ChromiumBrowser;
    const page = context.pages().find((one) => one.url().endsWith('/welcome.html'));
    if (!page) throw new Error('The welcome page is gone.');
    const cdp = await context.newCDPSession(page);
    const seen: string[] = [];
    cdp.on('ServiceWorker.workerVersionUpdated', ({ versions }) =>
      seen.push(...versions.map(({ runningStatus }) => runningStatus)),
    );
    await cdp.send('ServiceWorker.enable');
    await cdp.send('ServiceWorker.stopAllWorkers');
    await expect.poll(() => seen).toContain('stopped');
    return;
  }
  // Firefox stops it by itself, soon (the preference above); its global then is another one.
  await controls.evaluate(`browser.runtime.getBackgroundPage().then((it) => { it.before = true })`);
  await expect
    .poll(() => controls.evaluate(`browser.extension.getBackgroundPage()?.before ?? 'gone'`), A_BIN)
    .toBe('gone');
}

/** Presses Save and reads the file that the browser has put on the disk. */
async function saved(driven: DrivenBrowser, popup: DrivenPage, folder: string): Promise<string> {
  const save = () => press(popup, '.session-actions .button:nth-child(2)');
  if (driven.kind === 'chromium') {
    const { context } = driven as ChromiumBrowser;
    const page = context.pages().find((one) => one.url().endsWith('/popup.html'));
    const [download] = await Promise.all([page?.waitForEvent('download'), save()]);
    expect(download?.suggestedFilename()).toBe('eyelevel.json');
    return readFile((await download?.path()) ?? '', 'utf8');
  }
  await save();
  await expect.poll(() => readdir(folder)).toEqual(['eyelevel.json']);
  return readFile(join(folder, 'eyelevel.json'), 'utf8');
}

async function kill(driven: DrivenBrowser): Promise<void> {
  if (driven.kind === 'chromium') {
    const cdp = await (driven as ChromiumBrowser).context.browser()?.newBrowserCDPSession();
    await cdp?.send('Browser.crash').catch(() => undefined);
  } else {
    process.kill((driven as FirefoxBrowser).pid ?? 0, 'SIGKILL');
  }
  await driven.close().catch(() => undefined);
}
