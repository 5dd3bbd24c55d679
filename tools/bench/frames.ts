/**
 * Does the coach cost the call pictures? Frames a second that the demo clinic's call sends, with and without
 * the extension, in turn. `npm run bench:frames [-- --pairs=10 --seconds=15]`
 */
import { startDemo } from '../../demo/server.ts';
import { findCoach } from '../browsers/coach.ts';
import {
  type BenchedCall,
  inCall,
  recordSitter,
  rest,
  SETTLE_MS,
  sentFps,
  startCall,
  untilAreaIs,
  wait,
} from './call.ts';
import { browserVersion, median, numberOption, report } from './report.ts';

const RATIO_AT_LEAST = 0.97;
const WARM_UP_MS = 30_000;

const pairs = numberOption('pairs', 10);
const seconds = numberOption('seconds', 15);

const demo = await startDemo({});
const camera = await recordSitter(demo.url, [{ movement: 'talking' }]);
const [cameraFile = ''] = camera.files;
const withIt = await startCall(demo.url, { cameraFile, extension: '.output/chrome-mv3-e2e' });
const without = await startCall(demo.url, { cameraFile, extension: null });
await untilAreaIs(withIt.page, 'place', 'good');
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
  const early = await fpsOf(first ? withIt : without);
  const late = await fpsOf(first ? without : withIt);
  const [on, off] = first ? [early, late] : [late, early];
  measured.push({ withIt: on, without: off, ratio: on / off });
  console.log(`pair ${pair + 1}: with ${on.toFixed(2)}, without ${off.toFixed(2)} frames a second`);
}
await withIt.browser.close();
await without.browser.close();
await demo.close();
await camera.remove();

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

function fpsOf({ page }: BenchedCall): Promise<number> {
  return inCall(page, () => sentFps(page, seconds));
}
