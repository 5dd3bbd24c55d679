/**
 * Does the coach's memory grow in a long call? Its process, minute by minute.
 * `npm run bench:memory [-- --minutes=30]`; a run of ten minutes and more goes into docs/bench/cost.json, too.
 */
import { startDemo } from '../../demo/server.ts';
import { recordSitter, wait } from './call.ts';
import { startWatchedCall } from './cost/coached-call.ts';
import { keepMemory } from './cost/memory-of.ts';
import { pssMb } from './cost/processes.ts';
import { browserVersion, median, numberOption, report } from './report.ts';

const MB_AT_MOST = 300;
const GROWTH_BELOW = 0.05;
/** By then everything has been loaded and used once. */
const FROM_MINUTE = 5;
/** Memory that waits to be collected comes and goes: a minute counts as the median of its looks. */
const LOOKS_A_MINUTE = 12;
/** Beginning and end of the growth are medians of so many minutes. */
const MINUTES_TOGETHER = 3;
const LONG_MINUTES = 10;

const minutes = numberOption('minutes', 30);

const demo = await startDemo({});
const camera = await recordSitter(demo.url, [{ movement: 'talking' }]);
const [cameraFile = ''] = camera.files;
const call = await startWatchedCall(demo.url, cameraFile, { place: 'good' });
const byMinute: number[] = [];
for (let minute = 1; minute <= minutes; minute++) {
  const looks: number[] = [];
  for (let look = 0; look < LOOKS_A_MINUTE; look++) {
    await wait(60_000 / LOOKS_A_MINUTE);
    looks.push(pssMb(call.processes.extension()));
  }
  byMinute.push(median(looks));
  console.log(`minute ${minute}: ${byMinute.at(-1)?.toFixed(0)} MB`);
}
const { looks } = await call.counts();
await call.browser.close();
await demo.close();
await camera.remove();

const from = Math.min(FROM_MINUTE, Math.ceil(minutes / 2)) - 1;
const atFirst = median(byMinute.slice(from, from + MINUTES_TOGETHER));
const atLast = median(byMinute.slice(-MINUTES_TOGETHER));
const growthRatio = atLast / atFirst - 1;
const mb = Math.max(...byMinute);
await report({
  name: 'memory',
  title: 'Memory of the coach in a long call',
  how: `The demo clinic's loopback call runs in Chromium before a recorded camera of the talking sitter; the extension's own
process, proportional set size (PSS), ${LOOKS_A_MINUTE} times a minute, of which each minute has the median. The coach looked ${looks} times. Growth is from the
${MINUTES_TOGETHER} minutes from minute ${from + 1} on to the last ${MINUTES_TOGETHER}.`,
  columns: ['minute', 'MB'],
  rows: byMinute.map((value, i) => [i + 1, value.toFixed(0)]),
  targets: [
    { what: `at most ${MB_AT_MOST} MB`, met: mb <= MB_AT_MOST },
    {
      what: `grows less than ${100 * GROWTH_BELOW} %: ${(100 * growthRatio).toFixed(1)} %`,
      met: growthRatio < GROWTH_BELOW,
    },
  ],
  figures: { memory: { mb, growthRatio, minutes } },
  browsers: [browserVersion('chromium')],
  raw: byMinute,
});
if (minutes >= LONG_MINUTES) await keepMemory({ mb, growthRatio, minutes });
