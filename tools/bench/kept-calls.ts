/**
 * How long the page with all calls takes to show many of them.
 * `npm run bench:kept-calls [-- --calls=500 --runs=5]`
 */

import { AREAS } from '../../utils/areas.ts';
import { BIN_S, SCHEMA_VERSION, type SessionRecord } from '../../utils/sessions/schema.ts';
import type { DrivenPage } from '../browsers/browser.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { launchFirefox } from '../browsers/firefox.ts';
import { inExtension, openExtensionPage } from '../browsers/in-extension.ts';
import { browserVersion, median, numberOption, report } from './report.ts';

/** Issue "After the call": the first paint of 500 calls. */
const WITHIN_MS = 1000;

const BROWSERS = {
  chromium: () => launchChromium({ extension: '.output/chrome-mv3-e2e' }),
  firefox: () => launchFirefox({ extension: '.output/firefox-mv3-e2e' }),
} as const;
type Kind = keyof typeof BROWSERS;

const MINUTES = 15;
const DAY_MS = 24 * 60 * 60 * 1000;

const calls = numberOption('calls', 500);
const runs = numberOption('runs', 5);

/** A quarter of an hour, with something in every bin, some ten hours after the one before. */
function callOf(n: number): SessionRecord {
  const bins = (MINUTES * 60) / BIN_S;
  const letters = Array.from({ length: bins }, (_, bin) => 'gggfp'[(bin + n) % 5]).join('');
  return {
    schemaVersion: SCHEMA_VERSION,
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    startedAt: `${new Date(Date.now() - (n * 10 * DAY_MS) / 24).toISOString().slice(0, 16)}Z`,
    site: `clinic-${n % 7}.example`,
    durationS: MINUTES * 60,
    bins: Object.fromEntries(AREAS.map((area) => [area, letters])) as SessionRecord['bins'],
    cues: Array.from({ length: 12 }, (_, i) => ({
      id: 'too-dark',
      atS: i * 4 * BIN_S,
      shown: i % 2 === 0,
      cleared: true,
      putRight: i % 4 === 0,
    })),
    endedBy: 'page',
  };
}

interface Opened {
  /** From the page's own beginning. */
  readonly firstPaintMs: number;
  readonly allCallsMs: number;
}

async function measure(kind: Kind): Promise<readonly Opened[]> {
  const driven = await BROWSERS[kind]();
  const controls = await driven.extensionPage('welcome.html');
  const records = Array.from({ length: calls }, (_, n) => callOf(n));
  const kept = await inExtension<{ kept: boolean }>(
    controls,
    `await api.storage.local.set({ keep: '365-days' });
    return api.runtime.sendMessage({ kind: 'session', message: { op: 'restore', records: ${JSON.stringify(records)} } });`,
  );
  if (!kept.kept) throw new Error(`The log took no calls: ${JSON.stringify(kept)}`);
  const opened: Opened[] = [];
  for (let run = 0; run < runs; run++) {
    const page = await openExtensionPage(driven, controls, 'calls.html');
    opened.push(await timesOf(page));
    await page.close();
  }
  await driven.close();
  return opened;
}

async function timesOf(page: DrivenPage): Promise<Opened> {
  const endAt = Date.now() + 60_000;
  while (Date.now() < endAt) {
    const times = await page.evaluate<Opened | null>(`(() => {
      if (!document.querySelector('[data-calls="${calls}"]')) return null;
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      const [all] = performance.getEntriesByName('calls');
      return paint && all ? { firstPaintMs: paint.startTime, allCallsMs: all.startTime } : null;
    })()`);
    if (times) return times;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`The page has not shown ${calls} calls.`);
}

const kinds: readonly Kind[] = ['chromium', 'firefox'];
const measured: Record<Kind, readonly Opened[]> = { chromium: [], firefox: [] };
for (const kind of kinds) measured[kind] = await measure(kind);

const ms = (value: number) => value.toFixed(0);
const rowOf = (kind: Kind, what: string, of: (one: Opened) => number) => {
  const all = measured[kind].map(of);
  return [kind, what, ms(median(all)), ms(Math.max(...all))];
};
const worst = (of: (one: Opened) => number) =>
  Math.max(...kinds.flatMap((kind) => measured[kind].map(of)));
await report({
  name: 'kept-calls',
  title: `The page with ${calls} calls`,
  how: `${calls} calls of ${MINUTES} minutes, with 12 cues each, are put into the log of a real browser, and the page is opened ${runs} times. Times
count from the page's own beginning: to its first paint, and until all calls stand in it.`,
  columns: ['browser', 'what', 'median, ms', 'worst, ms'],
  rows: kinds.flatMap((kind) => [
    rowOf(kind, 'first paint', ({ firstPaintMs }) => firstPaintMs),
    rowOf(kind, 'all calls', ({ allCallsMs }) => allCallsMs),
  ]),
  targets: [
    {
      what: `first paint within ${WITHIN_MS} ms`,
      met: worst(({ firstPaintMs }) => firstPaintMs) <= WITHIN_MS,
    },
    {
      what: `all calls within ${WITHIN_MS} ms`,
      met: worst(({ allCallsMs }) => allCallsMs) <= WITHIN_MS,
    },
  ],
  browsers: kinds.map((kind) => browserVersion(kind)),
  raw: measured,
});
