import { describe, expect, it } from 'vitest';
import { lumaOfI420, lumaOfRgba } from '../../../utils/vision/pixels.ts';

describe('luma', () => {
  it('is the first plane of I420', () => {
    const bytes = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 90, 90, 90, 90]);
    const plane = lumaOfI420({ format: 'I420', widthPx: 4, heightPx: 2, bytes });
    expect([...plane.luma]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it.each([
    ['black', [0, 0, 0], 0],
    ['white', [255, 255, 255], 255],
    ['red', [255, 0, 0], 76],
    ['green', [0, 255, 0], 150],
    ['blue', [0, 0, 255], 29],
  ])('of %s', (_, rgb, expected) => {
    const data = Uint8ClampedArray.from([...rgb, 255]);
    expect([...lumaOfRgba({ width: 1, height: 1, data }).luma]).toEqual([expected]);
  });
});
