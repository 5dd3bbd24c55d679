/**
 * How long a patient who sits in the dark waits for the first word, in a browser that has just been started.
 * `npm run bench:first-cue [-- --runs=5]`
 */
import { readFile } from 'node:fs/promises';
import { cameraScriptPath, startDemo } from '../../demo/server.ts';
import type { Situation } from '../../demo/sitter/situation.ts';
import type { CueId } from '../../utils/cues/types.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { findCoach } from '../browsers/coach.ts';
import { launchFirefox } from '../browsers/firefox.ts';
import { browserVersion, median, numberOption, report } from './report.ts';

const HOLDS_WITHIN_MS = 3000;
const SHOWN_WITHIN_MS = 5000;
const GIVE_UP_MS = 60_000;

const CASES: readonly { readonly cue: CueId; readonly sitter: Partial<Situation> }[] = [
  { cue: 'too-dark', sitter: { lightLevel: 0.03 } },
  { cue: 'camera-covered', sitter: { lensCovered: true } },
];
const BROWSERS = {
  chromium: { launch: launchChromium, extension: '.output/chrome-mv3-e2e' },
  firefox: { launch: launchFirefox, extension: '.output/firefox-mv3-e2e' },
} as const;
type Kind = keyof typeof BROWSERS;

/** In the page, after the virtual camera and before the tap: when the page has its camera. */
const NOTE_CAMERA = `{
  const before = MediaDevices.prototype.getUserMedia;
  MediaDevices.prototype.getUserMedia = async function getUserMedia(...args) {
    globalThis.benchAskedAt ??= Date.now();
    const stream = await before.apply(this, args);
    globalThis.benchCameraAt ??= Date.now();
    return stream;
  };
}`;

/** In the coach: when its page began, when it first judged, when a cue held, when its tip was on screen. */
const NOTE_COACH = `(() => {
  if (globalThis.bench) return;
  const bench = globalThis.bench = { pageAt: performance.timeOrigin, judgedAt: 0, holdsAt: 0, shownAt: 0 };
  const look = () => {
    const judged = document.querySelector('[data-state=good], [data-state=could-be-better]');
    if (judged) bench.judgedAt ||= Date.now();
    if (document.documentElement.dataset.holding) bench.holdsAt ||= Date.now();
    if (document.querySelector('[data-cue]:not([data-cue=none])')) bench.shownAt ||= Date.now();
  };
  look();
  bench.late = bench.judgedAt > 0;
  new MutationObserver(look).observe(document.documentElement, { attributes: true, childList: true, subtree: true });
})()`;

interface CoachTimes {
  readonly pageAt: number;
  readonly judgedAt: number;
  readonly holdsAt: number;
  readonly shownAt: number;
  /** The first judgement came before it was watched for: its time is the latest it can be. */
  readonly late: boolean;
}
/** All in ms since the page got its camera. */
interface Run {
  readonly browser: Kind;
  readonly cue: CueId;
  readonly asked: number;
  readonly coachPage: number;
  readonly judged: number;
  readonly holds: number;
  readonly shown: number;
  readonly late: boolean;
}

const runs = numberOption('runs', 5);
const demo = await startDemo({});
const camera = (await readFile(await cameraScriptPath(), 'utf8')) + NOTE_CAMERA;
const all: Run[] = [];
for (let run = 0; run < runs; run++) {
  for (const browser of Object.keys(BROWSERS) as Kind[]) {
    for (const { cue, sitter } of CASES) {
      const result = await measure(browser, cue, sitter);
      console.log(`${browser} ${cue}: holds ${result.holds} ms, shown ${result.shown} ms`);
      all.push(result);
    }
  }
}
await demo.close();

const seconds = (ms: number) => (ms / 1000).toFixed(2);
const groups = (Object.keys(BROWSERS) as Kind[]).flatMap((browser) =>
  CASES.map(({ cue }) => ({
    browser,
    cue,
    of: all.filter((one) => one.browser === browser && one.cue === cue),
  })),
);
const worst = (list: readonly Run[], what: 'holds' | 'shown') =>
  Math.max(...list.map((one) => one[what]));
await report({
  name: 'first-cue',
  title: 'From the camera to the first cue, cold',
  how: `A browser is started with an empty profile; its first page is the demo clinic, before whose camera a person
sits in the dark (or with the lens covered) from the start. Counted in seconds from getUserMedia's answer in the page
until the cue holds and until its tip is on screen; ${runs} starts each. "Coach begins" and "first judgement" say where
the time goes; a minus is before the camera's answer.`,
  columns: [
    'browser',
    'cue',
    'coach begins',
    'first judgement',
    'holds, median',
    'holds, worst',
    'shown, median',
    'shown, worst',
  ],
  rows: groups.map(({ browser, cue, of }) => [
    browser,
    cue,
    seconds(median(of.map(({ coachPage }) => coachPage))),
    seconds(median(of.map(({ judged }) => judged))),
    seconds(median(of.map(({ holds }) => holds))),
    seconds(worst(of, 'holds')),
    seconds(median(of.map(({ shown }) => shown))),
    seconds(worst(of, 'shown')),
  ]),
  targets: groups.flatMap(({ browser, cue, of }) => [
    {
      what: `${browser}, ${cue}: holds within ${HOLDS_WITHIN_MS / 1000} s, each time`,
      met: worst(of, 'holds') <= HOLDS_WITHIN_MS,
    },
    {
      what: `${browser}, ${cue}: shown within ${SHOWN_WITHIN_MS / 1000} s, each time`,
      met: worst(of, 'shown') <= SHOWN_WITHIN_MS,
    },
  ]),
  browsers: [browserVersion('chromium'), browserVersion('firefox')],
  raw: all,
});

async function measure(browser: Kind, cue: CueId, sitter: Partial<Situation>): Promise<Run> {
  const { launch, extension } = BROWSERS[browser];
  const driven = await launch({ extension });
  try {
    const page = await driven.newTab(camera);
    const query = new URLSearchParams({ wait: 'never', controls: '0' });
    for (const [name, value] of Object.entries(sitter)) query.set(name, String(value));
    await page.goto(`${demo.url}?${query}`);
    const endAt = Date.now() + GIVE_UP_MS;
    while (Date.now() < endAt) {
      const coach = await findCoach(page);
      await coach?.evaluate(NOTE_COACH).catch(() => undefined);
      const times = (await coach
        ?.evaluate('globalThis.bench')
        .catch(() => null)) as CoachTimes | null;
      if (times?.shownAt) {
        const [askedAt = 0, cameraAt = 0] = await page.evaluate<number[]>(
          '[benchAskedAt, benchCameraAt]',
        );
        return {
          browser,
          cue,
          asked: askedAt - cameraAt,
          coachPage: Math.round(times.pageAt - cameraAt),
          judged: times.judgedAt - cameraAt,
          holds: times.holdsAt - cameraAt,
          shown: times.shownAt - cameraAt,
          late: times.late,
        };
      }
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`${browser}: no tip for ${cue} within ${GIVE_UP_MS / 1000} s`);
  } finally {
    await driven.close();
  }
}
