import { expect, test } from 'vitest';
import { readTapMessage } from '../../../utils/overlay/untrusted.ts';
import type { ArrivalObservation } from '../../../utils/playback-observation.ts';

const GOOD: ArrivalObservation = {
  overMs: 2000,
  sound: { isExpected: true, packets: 100, isPlayed: null, isMixed: false },
  picture: { isExpected: true, packets: 200, frames: 50 },
};
const read = (arrival: unknown) => readTapMessage({ kind: 'arrival', arrival });

test('an observation is read, and nothing else with it', () => {
  expect(read({ ...GOOD, text: 'hello' })).toEqual({ kind: 'arrival', arrival: GOOD });
  expect(read(null)).toEqual({ kind: 'arrival', arrival: null });
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a part', { overMs: 2000 }],
  ['a number for yes or no', { ...GOOD, sound: { ...GOOD.sound, isExpected: 1 } }],
  ['fewer than none', { ...GOOD, picture: { ...GOOD.picture, frames: -1 } }],
  ['no number', { ...GOOD, sound: { ...GOOD.sound, packets: Number.NaN } }],
  ['an endless time', { ...GOOD, overMs: Number.POSITIVE_INFINITY }],
])('%s is dropped', (_name, untrusted) => expect(read(untrusted)).toBeNull());
