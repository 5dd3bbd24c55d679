import { expect, test } from 'vitest';
import { createToneWatch } from '../../../utils/hearing/tone.ts';
import { createRandom } from '../support/random.ts';

const FRAME = 960;
const random = createRandom(1);

/** The tone after two frames. */
function toneOf(sampleAt: (i: number) => number): number {
  const watch = createToneWatch();
  const frame = (from: number) =>
    Float32Array.from({ length: FRAME }, (_, i) => sampleAt(from + i));
  watch.hear(frame(0));
  watch.hear(frame(FRAME));
  return watch.ratio();
}
const pulses = (hz: number) => (i: number) => Math.exp(-((i * hz) % 48_000) / 4_000);

test.each([70, 120, 220, 380])('a voice of %d Hz has one', (hz) => {
  expect(toneOf(pulses(hz))).toBeGreaterThan(0.9);
});

test('a voice in some noise still has one', () => {
  expect(toneOf((i) => pulses(120)(i) + random.noise(0.2))).toBeGreaterThan(0.7);
});

test('a hiss has none, nor has nothing', () => {
  expect(toneOf(() => random.noise(0.3))).toBeLessThan(0.4);
  expect(toneOf(() => 0)).toBe(0);
  expect(toneOf(() => 0.3)).toBe(0);
});
