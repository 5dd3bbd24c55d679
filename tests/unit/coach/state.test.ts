import { expect, test } from 'vitest';
import { AT_THE_START, type CoachState, looksTheSame } from '../../../utils/coach/state.ts';

const TIP: CoachState = {
  ...AT_THE_START,
  holding: [{ id: 'off-centre', sinceMs: 5, direction: 'left' }],
  presented: { kind: 'tip', tip: { id: 'off-centre', shownAtMs: 9, announce: false } },
};

test.each<[string, Partial<CoachState>, boolean]>([
  ['nothing', {}, true],
  [
    'the same, made anew',
    structuredClone({ holding: TIP.holding, presented: TIP.presented }),
    true,
  ],
  ['another direction', { holding: [{ id: 'off-centre', sinceMs: 5, direction: 'right' }] }, false],
  ['no tip any more', { presented: { kind: 'none' } }, false],
  ['an area', { areas: { ...TIP.areas, light: 'good' } }, false],
  ['a cue that cannot be changed', { cannotChange: new Set(['off-centre'] as const) }, false],
  ['paused', { paused: true }, false],
  ['in the call', { phase: 'in-call' }, false],
])('what changed: %s', (_name, more, expected) => {
  expect(looksTheSame(TIP, { ...TIP, ...more })).toBe(expected);
});
