import { expect, test } from 'vitest';
import { readTapMessage } from '../../../utils/overlay/untrusted.ts';
import type { Arrival, ArrivingStream } from '../../../utils/playback-observation.ts';

const SOUND: ArrivingStream = {
  kind: 'audio',
  trackId: 'far',
  packets: 100,
  frames: null,
  isPlayed: null,
};
const GOOD: Arrival = {
  overMs: 2000,
  isSoundExpected: true,
  isPictureExpected: false,
  isMixed: false,
  streams: [SOUND],
};
const read = (arrival: unknown) => readTapMessage({ kind: 'arrival', arrival });

test('an observation is read, and nothing else with it', () => {
  expect(read({ ...GOOD, text: 'hello' })).toEqual({ kind: 'arrival', arrival: GOOD });
  expect(read(null)).toEqual({ kind: 'arrival', arrival: null });
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a part', { overMs: 2000 }],
  ['a number for yes or no', { ...GOOD, isSoundExpected: 1 }],
  ['fewer than none', { ...GOOD, streams: [{ ...SOUND, packets: -1 }] }],
  ['no number', { ...GOOD, streams: [{ ...SOUND, packets: Number.NaN }] }],
  ['an endless time', { ...GOOD, overMs: Number.POSITIVE_INFINITY }],
  ['another kind', { ...GOOD, streams: [{ ...SOUND, kind: 'text' }] }],
  ['a long name', { ...GOOD, streams: [{ ...SOUND, trackId: 'x'.repeat(65) }] }],
  ['too many', { ...GOOD, streams: Array(33).fill(SOUND) }],
])('%s is dropped', (_name, untrusted) => expect(read(untrusted)).toBeNull());
