import { expect, test, vi } from 'vitest';
import type { CallQuality } from '../../../utils/observation.ts';
import { createQualityWatch } from '../../../utils/tap/quality-watch.ts';

const track = (id: string) => ({ id }) as MediaStreamTrack;
const CAMERA = track('camera');
const CANVAS = track('canvas');
const settled = () => new Promise((done) => setTimeout(done));

/** A sender of 30 pictures a second, 6 ms each. */
function start(answer?: () => Promise<RTCStatsReport> | null) {
  let frames = 0;
  const statsOf = vi.fn(
    answer ??
      (async () => {
        frames += 60;
        const entry = {
          type: 'outbound-rtp',
          framesEncoded: frames,
          totalEncodeTime: frames * 0.006,
          framesPerSecond: 30,
          frameWidth: 640,
          frameHeight: 360,
          qualityLimitationReason: 'none',
        };
        return new Map([['out', entry]]) as unknown as RTCStatsReport;
      }),
  );
  const said: (CallQuality | null)[] = [];
  return {
    watch: createQualityWatch({ statsOf, onQuality: (one) => said.push(one) }),
    statsOf,
    said,
  };
}

test('asks every two seconds, and knows the encode time from the second answer on', async () => {
  const { watch, statsOf, said } = start();
  for (let nowMs = 0; nowMs < 6000; nowMs += 200) {
    watch.look(CAMERA, nowMs);
    await settled();
  }
  expect(statsOf).toHaveBeenCalledTimes(3);
  expect(said.map((one) => one?.encodeMs?.toFixed(3))).toEqual([undefined, '6.000', '6.000']);
});

test('no track: says once that nothing is known, and asks nothing', async () => {
  const { watch, statsOf, said } = start();
  watch.look(null, 0);
  expect(said).toEqual([]);
  watch.look(CAMERA, 200);
  await settled();
  watch.look(null, 400);
  watch.look(null, 600);
  expect(said).toEqual([expect.objectContaining({ widthPx: 640 }), null]);
  expect(statsOf).toHaveBeenCalledTimes(1);
});

test('another track is asked for at once, without the counters of the one before', async () => {
  const { watch, said } = start();
  watch.look(CAMERA, 0);
  await settled();
  watch.look(CANVAS, 200);
  await settled();
  expect(said.map((one) => one?.encodeMs)).toEqual([null, null]);
});

test('an answer that comes after the track is gone is not said', async () => {
  const { watch, said } = start();
  watch.look(CAMERA, 0);
  watch.look(null, 100);
  await settled();
  expect(said).toEqual([]);
});

test.each([
  ['nothing sends it', () => null],
  ['refused', () => Promise.reject(new DOMException('closed', 'InvalidStateError'))],
  ['no report', () => Promise.resolve(null as unknown as RTCStatsReport)],
])('%s: no harm', async (_name, answer) => {
  const { watch, said } = start(answer);
  watch.look(CAMERA, 0);
  await settled();
  expect(said).toEqual([]);
});
