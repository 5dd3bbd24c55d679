import { expect, test } from 'vitest';
import { timeOf } from '../../../../../tools/bench/cost/page-time.ts';

const OURS = 'chrome-extension://abc/';
const [ROOT, PAGE, OVERLAY, NATIVE, IDLE] = [1, 2, 3, 4, 5] as const;
const nodes = [
  { id: ROOT, callFrame: { url: '' }, children: [PAGE, OVERLAY, IDLE] },
  { id: PAGE, callFrame: { url: 'https://clinic.example/call.js' } },
  { id: OVERLAY, callFrame: { url: `${OURS}content-scripts/overlay.js` }, children: [NATIVE] },
  { id: NATIVE, callFrame: { url: '' } },
  { id: IDLE, callFrame: { url: '' } },
];

test.each<[string, [number, number][], number[]]>([
  [
    'nothing of ours',
    [
      [PAGE, 5000],
      [IDLE, 5000],
    ],
    [],
  ],
  [
    'a native call of ours is ours',
    [
      [OVERLAY, 1000],
      [NATIVE, 2000],
      [IDLE, 7000],
    ],
    [3],
  ],
  [
    'a pause for the camera is within a tick',
    [
      [OVERLAY, 1000],
      [IDLE, 20_000],
      [OVERLAY, 500],
      [IDLE, 300],
    ],
    [1.5],
  ],
  [
    'the next look is a tick of its own',
    [
      [OVERLAY, 1000],
      [IDLE, 240_000],
      [OVERLAY, 2000],
      [PAGE, 1],
    ],
    [1, 2],
  ],
])('%s', (_name, story, ticksMs) => {
  const samples = story.map(([id]) => id);
  // A delta is the time before its sample; ours are the time that each lasts.
  const timeDeltas = [0, ...story.slice(0, -1).map(([, us]) => us)];
  const time = timeOf({ nodes, samples, timeDeltas }, OURS);
  expect(time.ticksMs).toEqual(ticksMs);
});

test('in a second of the call', () => {
  const samples = [IDLE, OVERLAY, IDLE];
  const { msPerSecond } = timeOf({ nodes, samples, timeDeltas: [0, 490_000, 10_000] }, OURS);
  expect(msPerSecond).toBeCloseTo(20);
});
