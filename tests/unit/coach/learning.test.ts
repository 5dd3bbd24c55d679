import { describe, expect, it } from 'vitest';
import type { Neutral } from '../../../utils/circumstances.ts';
import { createLearning } from '../../../utils/coach/learning.ts';

const LEVEL: Neutral = { elevationDeg: -5, distanceCm: 60, eyesY: 0.4 };
const LOW: Neutral = { ...LEVEL, elevationDeg: -30 };

/** What is said, and when, in ms after the first look. */
function said(settled: (atMs: number) => Neutral | null, asked = true) {
  const learning = createLearning();
  if (asked) learning.begin();
  const all: unknown[] = [];
  for (let atMs = 0; atMs <= 20_000; atMs += 250) {
    const learnt = learning.look(500_000 + atMs, () => settled(atMs));
    if (learnt) all.push([atMs, learnt.result, learnt.neutral]);
  }
  return all;
}

describe('after "yes"', () => {
  it('what is seen from then on is learnt, once', () => {
    expect(said(() => LEVEL)).toEqual([[3_000, 'learnt', LEVEL]]);
  });
  it('it waits until one sits still', () => {
    expect(said((atMs) => (atMs < 7_000 ? null : LEVEL))).toEqual([[7_000, 'learnt', LEVEL]]);
  });
  it('it says so when nobody does', () => {
    expect(said(() => null)).toEqual([[10_000, 'not-settled', null]]);
  });
  it('it doubts what a level camera hardly sees, and keeps nothing', () => {
    expect(said(() => LOW)).toEqual([[3_000, 'unlikely', null]]);
  });
});

it('nothing is learnt without being asked', () => expect(said(() => LEVEL, false)).toEqual([]));

it('a second "yes" begins anew', () => {
  const learning = createLearning();
  learning.begin();
  expect(learning.look(0, () => LEVEL)).toBeNull();
  learning.begin();
  expect(learning.look(3_000, () => LEVEL)).toBeNull();
  expect(learning.look(6_000, () => LEVEL)?.result).toBe('learnt');
});
