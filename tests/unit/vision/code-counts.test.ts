import { describe, expect, it } from 'vitest';
import {
  LINEAR_OF_LUMA,
  luminanceAt,
  meanLumaOf,
  meanLuminanceOf,
  pixelsIn,
  shareBetween,
  spreadLumaOf,
} from '../../../utils/vision/code-counts.ts';

function countsOf(...codes: number[]): Uint32Array {
  const counts = new Uint32Array(256);
  for (const code of codes) counts[code] = (counts[code] as number) + 1;
  return counts;
}
const linear = (code: number) => LINEAR_OF_LUMA[code] as number;

describe('counts of luma codes', () => {
  const some = countsOf(0, 100, 100, 200, 255);

  it('tell pixels, mean, spread and shares', () => {
    expect(pixelsIn(some)).toBe(5);
    expect(meanLumaOf(some)).toBeCloseTo(131);
    expect(spreadLumaOf(some)).toBeCloseTo(88.57, 1);
    expect(shareBetween(some, 235, 255)).toBeCloseTo(0.2);
    expect(shareBetween(some, 100, 200)).toBeCloseTo(0.6);
  });

  it('tell linear luminance, mean and percentile', () => {
    expect(meanLuminanceOf(some)).toBeCloseTo((2 * linear(100) + linear(200) + 1) / 5);
    expect(luminanceAt(some, 0)).toBe(0);
    expect(luminanceAt(some, 0.5)).toBe(linear(100));
    expect(luminanceAt(some, 0.9)).toBe(1);
  });

  it('of nothing are nothing', () => {
    for (const of of [pixelsIn, meanLumaOf, spreadLumaOf, meanLuminanceOf]) {
      expect(of(countsOf())).toBe(0);
    }
    expect(luminanceAt(countsOf(), 0.9)).toBe(0);
    expect(shareBetween(countsOf(), 0, 255)).toBe(0);
  });
});
