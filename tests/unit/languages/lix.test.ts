import { describe, expect, it } from 'vitest';
import sv from '../../../locales/sv.json';
import { LIX_LIMIT, lix } from '../../../tools/lix.ts';

describe('lix', () => {
  it('is words a sentence plus the share of long words in per cent', () => {
    // 9 words in 2 sentences, 3 of them (lampor, framför, skärmen: 6, 7, 7 letters) long: 2.
    expect(lix(['Tänd två lampor framför dig. Vrid bort skärmen nu.'])).toBeCloseTo(
      9 / 2 + 200 / 9,
    );
  });

  it('takes each text for a sentence of its own, with or without a full stop', () => {
    expect(lix(['Ljus', 'Bild'])).toBe(1);
  });

  it('counts a value as one short word, and of a plural its last form', () => {
    expect(lix(['Tips {number}'])).toBe(2);
    expect(lix(['{n, plural, one {# minut} other {# minuter}}'])).toBe(2 + 50);
  });

  it('of the Swedish words is easy, all and each cue', () => {
    expect(lix(Object.values(sv))).toBeLessThanOrEqual(LIX_LIMIT);
    const tips = Object.entries(sv).filter(([key]) =>
      /^cue\..*\.(tip|tip-before|spoken)$/.test(key),
    );
    expect(lix(tips.map(([, text]) => text))).toBeLessThanOrEqual(LIX_LIMIT);
  });
});
