/**
 * What is left of a call when the browser is killed in the middle of it.
 * `npm run bench:killed [-- --kills=25]`: so many in each browser
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from '../../demo/server.ts';
import type { SessionList } from '../../utils/sessions/messages.ts';
import { BIN_S } from '../../utils/sessions/schema.ts';
import type { DrivenBrowser, DrivenPage } from '../browsers/browser.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { untilCoach } from '../browsers/coach.ts';
import { launchFirefox } from '../browsers/firefox.ts';
import { inExtension, openWelcome } from '../browsers/in-extension.ts';
import { killBrowserOf } from '../browsers/kill.ts';
import { SIDELOADED, sideload } from '../browsers/sideload.ts';
import { browserVersion, median, numberOption, report } from './report.ts';

/** A call of the demo is killed somewhere in its first bins. */
const CALL_AT_MOST_MS = 3 * BIN_S * 1000;
/** A bin that was not full yet, and the time that it takes to write one. */
const LOST_AT_MOST_S = BIN_S + 2;

const BROWSERS = {
  chromium: (profile: string) => launchChromium({ profile, extension: '.output/chrome-mv3-e2e' }),
  firefox: (profile: string) => launchFirefox({ profile, extension: null, prefs: SIDELOADED }),
} as const;
type Kind = keyof typeof BROWSERS;

interface Kill {
  readonly browser: Kind;
  /** From the coach's first word of the call to the end of the browser. */
  readonly calledS: number;
  /** What the log knows of it afterwards; null: nothing. */
  readonly loggedS: number | null;
  readonly endedBy: string | null;
  readonly damaged: number;
}

const lostS = ({ calledS, loggedS }: Kill) => calledS - (loggedS ?? 0);
const kills = numberOption('kills', 25);
const kinds: readonly Kind[] = ['chromium', 'firefox'];
const demo = await startDemo({});
// Beside each other: most of the time is that of the calls.
const all = (await Promise.all(kinds.map(killOften))).flat();
await demo.close();

await report({
  name: 'killed',
  title: 'A browser that is killed in a call',
  how: `A call of the demo clinic is coached, all processes of the browser are killed (SIGKILL) at a random moment of the call's first
${CALL_AT_MOST_MS / 1000} s, and the same profile is started again: ${kills} times in each browser, both beside each other. Lost is the time from when the coach knows of the call to the kill, less
what the log has of that call; a bin is ${BIN_S} s, and one that is not full is not kept.`,
  columns: ['browser', 'kills', 'lost, median, s', 'lost, worst, s', 'damaged', 'calls lost'],
  rows: kinds.map((kind) => {
    const of = all.filter(({ browser }) => browser === kind);
    return [
      kind,
      of.length,
      median(of.map(lostS)).toFixed(1),
      Math.max(...of.map(lostS)).toFixed(1),
      Math.max(...of.map(({ damaged }) => damaged)),
      of.filter(isLost).length,
    ];
  }),
  targets: [
    {
      what: `at most ${LOST_AT_MOST_S} s are lost, each time`,
      met: all.every((one) => lostS(one) <= LOST_AT_MOST_S),
    },
    { what: 'no record is damaged', met: all.every(({ damaged }) => damaged === 0) },
    {
      what: 'each call with a full bin is in the log, closed',
      met: all.every(
        (one) => !isLost(one) && (one.loggedS === null || one.endedBy === 'closed-later'),
      ),
    },
  ],
  browsers: kinds.map((kind) => browserVersion(kind)),
  raw: all,
});

/** It was long enough for a bin, and there is none. */
function isLost(one: Kill): boolean {
  return one.calledS > LOST_AT_MOST_S && !one.loggedS;
}

async function killOften(kind: Kind): Promise<Kill[]> {
  const profile = await mkdtemp(join(tmpdir(), 'eyelevel-killed-'));
  if (kind === 'firefox') await sideload(profile, '.output/firefox-mv3-e2e');
  const killed: Kill[] = [];
  let driven: DrivenBrowser = await BROWSERS[kind](profile);
  let controls = await openWelcome(driven);
  // All calls stay, so that a later one cannot hide what became of an earlier one.
  await inExtension(controls, `await api.storage.local.set({ keep: '365-days' })`);
  for (let n = 0; n < kills; n++) {
    const before = new Set((await readLog(controls)).records.map(({ id }) => id));
    const calledS = await killInCall(driven, profile);
    driven = await startAgain(kind, profile);
    controls = await openWelcome(driven);
    const { records, damaged } = await readClosed(controls);
    const record = records.find(({ id }) => !before.has(id));
    killed.push({
      browser: kind,
      calledS,
      loggedS: record?.durationS ?? null,
      endedBy: record?.endedBy ?? null,
      damaged,
    });
    console.log(
      `${kind} ${n + 1}: killed after ${calledS.toFixed(1)} s, ${record?.durationS ?? 'no'} s in the log`,
    );
  }
  await driven.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  return killed;
}

/** Puppeteer puts a killed Firefox's preferences back when it sees the end, and that can be a moment after ours. */
async function startAgain(kind: Kind, profile: string): Promise<DrivenBrowser> {
  for (let tries = 1; ; tries++) {
    try {
      return await BROWSERS[kind](profile);
    } catch (error) {
      if (tries === 3 || !String(error).includes('ENOENT')) throw error;
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

/** @returns seconds from when the coach knows of the call to the kill */
async function killInCall(driven: DrivenBrowser, profile: string): Promise<number> {
  const page = await driven.newTab();
  await page.goto(`${demo.url}?wait=never&controls=0`);
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview');
  await page.evaluate('clinic.clinicianJoins()');
  await untilCoach(page, 'the call', ({ phase }) => phase === 'in-call');
  const calledAt = Date.now();
  await new Promise((done) => setTimeout(done, Math.random() * CALL_AT_MOST_MS));
  const killedAt = Date.now();
  if ((await killBrowserOf(profile)) === 0) throw new Error('No process has the profile open.');
  await driven.close().catch(() => undefined);
  return (killedAt - calledAt) / 1000;
}

function readLog(controls: DrivenPage): Promise<SessionList> {
  return inExtension(
    controls,
    `return api.runtime.sendMessage({ kind: 'session', message: { op: 'list' } })`,
  );
}

/** At the start the log closes what was left open; that is a moment after its pages can be opened. */
async function readClosed(controls: DrivenPage): Promise<SessionList> {
  const endAt = Date.now() + 15_000;
  for (;;) {
    const list = await readLog(controls);
    const open = list.records.some(({ endedBy }) => endedBy === 'not-ended');
    if (!open || Date.now() > endAt) return list;
    await new Promise((done) => setTimeout(done, 250));
  }
}
