import { describe, expect, it } from 'vitest';
import { focusOf } from '../../../utils/vision/focus.ts';
import type { LumaPlane } from '../../../utils/vision/luma.ts';
import { createRandom } from '../support/random.ts';

const WIDTH_PX = 480;
const ALL = { x: 0, y: 0, width: 1, height: 1 };

/** Bars every 40 px, their edges blurred by a Gaussian of this standard deviation. */
function bars(blurPx: number, { contrast = 80, noiseLuma = 0 } = {}): LumaPlane {
  const random = createRandom(3);
  const row = Float64Array.from({ length: WIDTH_PX }, (_, x) => {
    let sum = 0;
    let weights = 0;
    for (let k = -3 * blurPx - 1; k <= 3 * blurPx + 1; k += 0.25) {
      const weight = Math.exp(-(k * k) / (2 * Math.max(0.2, blurPx) ** 2));
      sum += weight * (Math.floor((x + 0.5 + k + 400) / 40) % 2 ? 1 : 0);
      weights += weight;
    }
    return sum / weights;
  });
  const heightPx = 60;
  const luma = Uint8Array.from(
    { length: WIDTH_PX * heightPx },
    (_, i) => 100 + contrast * (row[i % WIDTH_PX] as number) + random.noise(noiseLuma),
  );
  return { widthPx: WIDTH_PX, heightPx, luma };
}

describe('focus', () => {
  it('falls as edges get softer', () => {
    const levels = [0, 1, 2, 4].map((px) => focusOf(bars(px), ALL, 0) as number);
    expect(levels[0]).toBeGreaterThan(0.9);
    expect(levels).toEqual([...levels].sort((a, b) => b - a));
    expect(levels.at(-1)).toBeLessThan(0.4);
  });

  it('takes noise for none of the edges, on a face with little contrast', () => {
    const dark = { contrast: 30, noiseLuma: 3 };
    expect(focusOf(bars(4, dark), ALL, 3)).toBeLessThan(0.4);
    expect(focusOf(bars(0, dark), ALL, 3)).toBeGreaterThan(0.8);
  });

  it.each([
    ['little contrast', { contrast: 40, noiseLuma: 0 }],
    ['noise', { contrast: 80, noiseLuma: 4 }],
  ])('is the same with %s', (_, options) => {
    for (const px of [0, 3]) {
      const level = focusOf(bars(px, options), ALL, options.noiseLuma) as number;
      expect(Math.abs(level - (focusOf(bars(px), ALL, 0) as number))).toBeLessThan(0.15);
    }
  });

  it('cannot be told of an even face, nor outside the picture', () => {
    expect(focusOf(bars(0, { contrast: 0 }), ALL, 0)).toBeNull();
    expect(focusOf(bars(0, { contrast: 0, noiseLuma: 5 }), ALL, 5)).toBeNull();
    expect(focusOf(bars(0), { x: 1.2, y: 0, width: 0.2, height: 1 }, 0)).toBeNull();
  });
});
