/**
 * Does the coach cost the call pictures? Frames a second that the demo clinic's call sends, with and without
 * the extension, in turn. `npm run bench:frames [-- --pairs=10 --seconds=15]`
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo } from '../../demo/server.ts';
import type { DrivenBrowser, DrivenPage } from '../browsers/browser.ts';
import { launchChromium } from '../browsers/chromium.ts';
import { findCoach, untilCoach } from '../browsers/coach.ts';
import { browserVersion, median, numberOption, report } from './report.ts';

const RATIO_AT_LEAST = 0.97;
const WARM_UP_MS = 30_000;
/** After the camera is on again: the encoder finds its pace. */
const SETTLE_MS = 5_000;

const pairs = numberOption('pairs', 10);
const seconds = numberOption('seconds', 15);
/** What Chromium takes a camera file to have. */
const CAMERA_FPS = 30;
const CAMERA_S = 6;
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

const demo = await startDemo({});
const folder = await mkdtemp(join(tmpdir(), 'eyelevel-frames-'));
const cameraFile = join(folder, 'sitter.mjpeg');
await recordSitter(cameraFile);
const withIt = await startCall('.output/chrome-mv3-e2e');
const without = await startCall(null);
await untilCoach(withIt.page, 'the call is coached', ({ phase }) => phase === 'in-call', 60_000);
await untilFaceIsJudged(withIt.page);
if (await findCoach(without.page)) throw new Error('There is a coach in the browser without it.');

console.log(`Both calls run for ${WARM_UP_MS / 1000} s before anything is counted.`);
await wait(WARM_UP_MS);
await rest(withIt.page);
await rest(without.page);

const measured: { readonly withIt: number; readonly without: number; readonly ratio: number }[] =
  [];
for (let pair = 0; pair < pairs; pair++) {
  // Whoever is first in a pair is second in the next: a machine that slows down favours neither.
  const first = pair % 2 === 0;
  const early = await sentFps(first ? withIt.page : without.page);
  const late = await sentFps(first ? without.page : withIt.page);
  const [on, off] = first ? [early, late] : [late, early];
  measured.push({ withIt: on, without: off, ratio: on / off });
  console.log(`pair ${pair + 1}: with ${on.toFixed(2)}, without ${off.toFixed(2)} frames a second`);
}
await withIt.browser.close();
await without.browser.close();
await demo.close();
await rm(folder, { recursive: true });

const ratio = median(measured.map((one) => one.ratio));
const of = (what: 'withIt' | 'without') => median(measured.map((one) => one[what])).toFixed(2);
await report({
  name: 'frames',
  title: 'Frames a second sent in a call, with and without Eyelevel',
  how: `The demo clinic's loopback call runs in two Chromiums, one with the extension and one without any; the camera is a file
of the talking sitter, 640 x 360 at 30 frames a second. They are
counted in turn, in windows of ${seconds} s; whoever is not counted has its camera off. The first ${WARM_UP_MS / 1000} s and ${SETTLE_MS / 1000} s after each
time the camera is turned on are not counted. The ratio is the median of the pairs' own ratios.`,
  columns: ['pairs', 'with, median', 'without, median', 'ratio, median', 'lowest', 'highest'],
  rows: [
    [
      pairs,
      of('withIt'),
      of('without'),
      ratio.toFixed(3),
      Math.min(...measured.map((one) => one.ratio)).toFixed(3),
      Math.max(...measured.map((one) => one.ratio)).toFixed(3),
    ],
  ],
  targets: [{ what: `ratio at least ${RATIO_AT_LEAST}`, met: ratio >= RATIO_AT_LEAST }],
  browsers: [browserVersion('chromium')],
  raw: measured,
});

/**
 * The talking sitter as a file that Chromium takes for a camera. Drawn live, the sitter would share the
 * software GPU with the coach's worker, which no real camera does.
 */
async function recordSitter(file: string): Promise<void> {
  const browser = await launchChromium({ extension: null });
  const page = await browser.newTab();
  await page.goto(`${demo.url}?wait=never&controls=0&ask=press`);
  const pictures: Buffer[] = [];
  for (let at = 0; at < CAMERA_S * CAMERA_FPS; at++) {
    const url = await page.evaluate<string>(
      `sitter.frame({ movement: 'talking' }, ${(at * 1000) / CAMERA_FPS}).toDataURL('image/jpeg', 0.9)`,
    );
    pictures.push(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  }
  await browser.close();
  // An MJPEG file is one JPEG after the other.
  await writeFile(file, Buffer.concat(pictures));
}

async function startCall(
  extension: string | null,
): Promise<{ readonly browser: DrivenBrowser; readonly page: DrivenPage }> {
  const browser = await launchChromium({ extension, cameraFile });
  const page = await browser.newTab();
  await page.goto(`${demo.url}?camera=real&wait=never&controls=0`);
  while (!(await page.evaluate('clinic.phase === "preview"'))) await wait(100);
  await page.evaluate('clinic.clinicianJoins()');
  return { browser, page };
}

/** A coach that sees nothing would cost nothing. */
async function untilFaceIsJudged(page: DrivenPage): Promise<void> {
  const endAt = Date.now() + 60_000;
  while (Date.now() < endAt) {
    const coach = await findCoach(page);
    const isJudged = await coach?.evaluate(
      `document.querySelector('[data-area=place]')?.dataset.state === 'good'`,
    );
    if (isJudged) return;
    await wait(200);
  }
  throw new Error('The coach does not judge the face.');
}

function rest(page: DrivenPage): Promise<unknown> {
  return page.evaluate('clinic.setCamera(false)');
}

async function sentFps(page: DrivenPage): Promise<number> {
  await page.evaluate('clinic.setCamera(true)');
  await wait(SETTLE_MS);
  await page.evaluate('clinic.sentFps()');
  await wait(seconds * 1000);
  const fps = await page.evaluate<number>('clinic.sentFps()');
  await rest(page);
  return fps;
}
