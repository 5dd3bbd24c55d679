import { expect, test } from 'vitest';
import { dbfsOfLinear, dbfsOfSamples } from '../../../utils/capture/levels.ts';

test.each([
  [1, 0],
  [0.1, -20],
  [0.5, -6.02],
  [0, -100],
  [1e-9, -100],
])('linear %f is %f dBFS', (level, dbfs) => expect(dbfsOfLinear(level)).toBeCloseTo(dbfs, 2));

test('a full-scale sine is -3 dBFS', () => {
  const sine = Float32Array.from({ length: 4800 }, (_, i) => Math.sin((2 * Math.PI * i) / 48));
  expect(dbfsOfSamples(sine, 4800)).toBeCloseTo(-3.01, 2);
});

test('only the last samples count', () => {
  const samples = Float32Array.from({ length: 100 }, (_, i) => (i < 90 ? 1 : 0.1));
  expect(dbfsOfSamples(samples, 10)).toBeCloseTo(-20, 4);
  expect(dbfsOfSamples(samples, 1000)).toBeGreaterThan(-1);
});
