import { describe, expect, it } from 'vitest';
import { above, all, any, below, type Evidence, not } from '../../../utils/cues/define-cue.ts';

const [yes, between, no, unknown] = ['past-enter', 'inside', 'past-exit', 'cannot-judge'] as const;

describe('evidence', () => {
  it.each([
    [10, yes],
    [12, yes],
    [9, between],
    [8, no],
    [1, no],
  ] as const)('above 10, until 8: %d', (value, expected) => {
    expect(above(value, { enter: 10, exit: 8 })).toBe(expected);
    expect(below(-value, { enter: -10, exit: -8 })).toBe(expected);
  });

  it.each<[readonly Evidence[], Evidence, Evidence]>([
    [[yes, yes], yes, yes],
    [[yes, between], between, yes],
    [[yes, no], no, yes],
    [[yes, unknown], unknown, yes],
    [[no, unknown], no, no],
    [[between, unknown], unknown, between],
    [[unknown, unknown], unknown, unknown],
  ])('%j: all %s, any %s', (evidences, ofAll, ofAny) => {
    for (const order of [evidences, evidences.toReversed()]) {
      expect(all(...order)).toBe(ofAll);
      expect(any(...order)).toBe(ofAny);
    }
  });

  it.each([
    [yes, no],
    [no, yes],
    [between, between],
    [unknown, unknown],
  ] as const)('not %s', (evidence, expected) => expect(not(evidence)).toBe(expected));
});
