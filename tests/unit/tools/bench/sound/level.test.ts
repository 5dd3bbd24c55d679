import { describe, expect, test } from 'vitest';
import {
  activeSpeechDbfs,
  dbOf,
  mixed,
  noiseAt,
  powerOf,
  speechAt,
} from '../../../../../tools/bench/sound/level.ts';

const RATE_HZ = 48_000;
const LENGTH = 4 * RATE_HZ;

/** A tone that lasts for `onS`, then nothing for `offS`, and so on. */
const bursts = (amplitude: number, onS: number, offS: number) =>
  Float32Array.from({ length: LENGTH }, (_, i) => {
    const inTurn = (i / RATE_HZ) % (onS + offS);
    return inTurn < onS ? amplitude * Math.sin((2 * Math.PI * 200 * i) / RATE_HZ) : 0;
  });

describe('the level of speech while it lasts (ITU-T P.56)', () => {
  test.each([
    ['a tone all along', bursts(0.1, 4, 0), -23.0],
    // 200 ms of each pause count as speech.
    ['with pauses of a second', bursts(0.1, 1, 1), -23.8],
    ['with gaps of 100 ms', bursts(0.1, 0.3, 0.1), -24.3],
  ])('%s', (_name, samples, dbfs) => {
    expect(Math.abs(activeSpeechDbfs(samples) - dbfs)).toBeLessThan(0.5);
  });

  test('is set, whatever it was', () => {
    expect(activeSpeechDbfs(speechAt(bursts(0.01, 1, 1), -26))).toBeCloseTo(-26, 1);
  });
});

test('noise is as loud as asked', () => {
  expect(dbOf(powerOf(noiseAt(bursts(0.3, 1, 1), -40)))).toBeCloseTo(-40, 3);
});

test('what is too loud together stands at the end of the scale', () => {
  const both = mixed(new Float32Array([0.8, -0.8, 0.1]), new Float32Array([0.5, -0.5, 0.1]));
  expect([both[0], both[1]]).toEqual([1, -1]);
  expect(both[2]).toBeCloseTo(0.2);
});
