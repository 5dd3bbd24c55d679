import { describe, expect, it } from 'vitest';
import {
  between,
  GOOD_SITUATION,
  RANGES,
  readField,
  situationOfQuery,
  withChanges,
} from '../../../demo/sitter/situation.ts';

describe('a situation', () => {
  it('is good when nothing is asked for', () => {
    expect(situationOfQuery(new URLSearchParams(''))).toEqual(GOOD_SITUATION);
  });

  it('keeps its good values within its own ranges', () => {
    for (const [key, [min, max]] of Object.entries(RANGES)) {
      const value = GOOD_SITUATION[key as keyof typeof RANGES];
      expect(value, key).toBeGreaterThanOrEqual(min);
      expect(value, key).toBeLessThanOrEqual(max);
    }
  });

  it('comes from an address, with other parameters beside it', () => {
    const query = new URLSearchParams(
      'lang=en&distanceCm=120&lightDirection=behind&present=0&company=behind&movement=walking-about',
    );
    expect(situationOfQuery(query)).toEqual({
      ...GOOD_SITUATION,
      distanceCm: 120,
      lightDirection: 'behind',
      present: false,
      company: 'behind',
      movement: 'walking-about',
    });
  });

  it.each([
    ['distanceCm', '5'],
    ['distanceCm', ''],
    ['distanceCm', 'near'],
    ['distanceCm', undefined],
    ['skinTone', '2.5'],
    ['skinTone', 11],
    ['headShape', 1.5],
    ['headShape', 10],
    ['company', 'a crowd'],
    ['company', true],
    ['tremorHz', 9],
    ['blurRatio', 0.03],
    ['lightDirection', 'below'],
    ['present', 'perhaps'],
    ['height', 3],
    ['toString', 3],
  ])('refuses %s = %j', (key, value) => {
    expect(() => readField(key, value)).toThrow(RangeError);
  });

  it('changes only what is named and leaves the old one alone', () => {
    const changed = withChanges(GOOD_SITUATION, { yawDeg: 30 });
    expect(changed).toEqual({ ...GOOD_SITUATION, yawDeg: 30 });
    expect(GOOD_SITUATION.yawDeg).toBe(0);
  });

  it('goes evenly from one to another, but never through half a skin tone or head', () => {
    const to = withChanges(GOOD_SITUATION, {
      distanceCm: 100,
      skinTone: 9,
      headShape: 3,
      movement: 'talking',
    });
    const half = between(GOOD_SITUATION, to, 0.5);
    expect(half).toEqual({ ...to, distanceCm: 80 });
    expect(between(GOOD_SITUATION, to, 1)).toEqual(to);
  });
});
