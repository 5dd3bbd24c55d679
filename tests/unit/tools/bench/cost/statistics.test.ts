import { expect, test } from 'vitest';
import { meanOf, percentile } from '../../../../../tools/bench/cost/statistics.ts';

/** Half widths worked out by hand with t from a table: 2.776 for 4 degrees of freedom, 2.262 for 9. */
test.each<[number[], number, number]>([
  [[1, 2, 3, 4, 5], 3, (2.776 * Math.sqrt(2.5)) / Math.sqrt(5)],
  [[0, 0, 0, 0, 0, 1, 1, 1, 1, 1], 0.5, (2.262 * Math.sqrt(2.5 / 9)) / Math.sqrt(10)],
])('mean of %j', (values, mean, plusMinus) => {
  const found = meanOf(values);
  expect(found.mean).toBeCloseTo(mean);
  expect(found.plusMinus / plusMinus).toBeCloseTo(1, 2);
});

test('percentile', () => {
  const values = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect(percentile(values, 0.95)).toBe(96);
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([], 0.95)).toBeNaN();
});
