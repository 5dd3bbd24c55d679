import { describe, expect, it } from 'vitest';
import {
  luminanceOf,
  MONK_TONES,
  rgbOfHex,
  type SkinTone,
  skinReflectance,
} from '../../../demo/sitter/monk-tones.ts';

const TONES = MONK_TONES.map((_, index) => (index + 1) as SkinTone);

describe('the Monk tones', () => {
  it('are ten different colours', () => {
    expect(new Set(MONK_TONES).size).toBe(10);
    for (const hex of MONK_TONES) expect(hex).toMatch(/^#[0-9a-f]{6}$/);
  });

  it('read as red, green, blue', () => {
    expect(rgbOfHex('#ff8000')).toEqual([1, 128 / 255, 0]);
  });

  it('reflect less and less from 4 to 10, and never more than everything', () => {
    const luminances = TONES.map((tone) => luminanceOf(skinReflectance(tone)));
    for (let i = 4; i < luminances.length; i++) {
      expect(luminances[i]).toBeLessThan(luminances[i - 1] as number);
    }
    for (const tone of TONES) {
      for (const channel of skinReflectance(tone)) {
        expect(channel).toBeGreaterThan(0);
        expect(channel).toBeLessThan(1);
      }
    }
  });
});
