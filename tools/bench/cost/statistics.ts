/** 97.5th percentile of Student's t. Source: Abramowitz and Stegun, 26.7.5; within 1 % from five values on. */
function studentT(degrees: number): number {
  const z = 1.959964;
  return (
    z +
    (z ** 3 + z) / (4 * degrees) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3)
  );
}

export interface MeanOf {
  readonly mean: number;
  /** Half the width of the 95 % confidence interval; NaN with fewer than two values. */
  readonly plusMinus: number;
}

export function meanOf(values: readonly number[]): MeanOf {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean, plusMinus: studentT(n - 1) * Math.sqrt(variance / n) };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
