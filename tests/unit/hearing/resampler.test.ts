import { expect, test } from 'vitest';
import { createResampler } from '../../../utils/hearing/resampler.ts';

const sine = (hz: number, rateHz: number, seconds: number) =>
  Float32Array.from({ length: rateHz * seconds }, (_, i) =>
    Math.sin((2 * Math.PI * hz * i) / rateHz),
  );
const rms = (samples: Float32Array) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length);

test('sound of the wanted rate goes through as it is', () => {
  const samples = sine(440, 48_000, 0.1);
  expect(createResampler(48_000).to(samples, 48_000)).toBe(samples);
});

test.each([
  [44_100, 1_000, 0.1],
  [44_100, 3_000, 0.3],
  [16_000, 1_000, 0.3],
  [16_000, 3_000, 1],
  [96_000, 1_000, 0.1],
])('%d Hz: a tone of %d Hz keeps its level within %f dB', (rateHz, hz, withinDb) => {
  const out = createResampler(48_000).to(sine(hz, rateHz, 1), rateHz);
  expect(Math.abs(out.length - 48_000)).toBeLessThanOrEqual(3);
  expect(Math.abs(20 * Math.log10(rms(out) * Math.SQRT2))).toBeLessThan(withinDb);
});

test.each([44_100, 16_000, 96_000, 22_050])('%d Hz in pieces is the same as in one', (rateHz) => {
  const whole = sine(440, rateHz, 1);
  const atOnce = createResampler(48_000).to(whole, rateHz);
  const resampler = createResampler(48_000);
  const pieces: number[] = [];
  for (let from = 0; from < whole.length; ) {
    const to = from + 1 + ((from * 7919) % 500);
    pieces.push(...resampler.to(whole.subarray(from, to), rateHz));
    from = to;
  }
  expect(Math.abs(pieces.length - atOnce.length)).toBeLessThanOrEqual(1);
  const differences = pieces.slice(0, -1).map((one, i) => Math.abs(one - (atOnce[i] ?? 9)));
  expect(differences.reduce((most, one) => Math.max(most, one), 0)).toBeLessThan(1e-4);
});
