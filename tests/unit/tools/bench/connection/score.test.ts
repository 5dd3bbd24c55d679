import { describe, expect, test } from 'vitest';
import type { BrowserKind, Step } from '../../../../../tools/bench/connection/calls.ts';
import { GOOD_LINE } from '../../../../../tools/bench/connection/line.ts';
import { scoreParty } from '../../../../../tools/bench/connection/score.ts';
import type { CueId } from '../../../../../utils/cues/types.ts';

const good: Step = { name: 'good', seconds: 20, line: GOOD_LINE };
const bad: Step = { name: 'bad', seconds: 20, line: GOOD_LINE, must: 'connection-slow' };

/** @param holding what holds at each look, one in two seconds, the first a second after the beginning */
function score(
  steps: readonly Step[],
  holding: readonly (CueId | '')[],
  browser: BrowserKind = 'chromium',
) {
  let fromMs = 0;
  const stepped = steps.map((step) => {
    const one = { step, fromMs, toMs: fromMs + 1000 * step.seconds };
    fromMs = one.toMs;
    return one;
  });
  const looks = holding.map((id, i) => ({
    atMs: 1000 + 2000 * i,
    holding: id ? [id] : [],
  }));
  return scoreParty(browser, stepped, looks);
}
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

test('a cue that comes, stays and goes', () => {
  const [, asked, after] = score(
    [good, bad, good],
    [
      ...times(10, '' as const),
      '',
      '',
      ...times(8, 'connection-slow' as const),
      'connection-slow',
      ...times(9, '' as const),
    ],
  );
  expect(asked).toMatchObject({ must: 'connection-slow', onsetS: 5, keptShare: 1, others: [] });
  expect(after).toMatchObject({ must: null, cleared: 'connection-slow', clearS: 3, others: [] });
});

test('one that never comes, and one that flickers', () => {
  expect(score([bad], times(10, ''))[0]).toMatchObject({ onsetS: null, keptShare: null });
  const flickering = score([bad], ['connection-slow', '', 'connection-slow', '']);
  expect(flickering[0]).toMatchObject({ onsetS: 1, keptShare: 0.5 });
});

describe('a good line', () => {
  test('counts each time that a cue begins', () => {
    const [one] = score([good], ['', 'offline', 'offline', '', 'offline', '', '', '', '', '']);
    expect(one?.others).toEqual(['offline', 'offline']);
  });

  test('counts a cue that stays for longer than it may', () => {
    const held = times(10, 'connection-slow' as const);
    const [, after] = score(
      [bad, good],
      [...held, ...times(6, 'connection-slow' as const), ...times(4, '' as const)],
    );
    expect(after).toMatchObject({ clearS: 13, others: ['connection-slow'] });
  });
});

test('where Firefox tells less another cue must hold', () => {
  const [one] = score([{ ...bad, inFirefox: 'offline' }], times(10, 'offline'), 'firefox');
  expect(one).toMatchObject({ must: 'offline', onsetS: 1, others: [] });
});

test('another cue on a bad line is one besides; where nothing is asked nothing counts', () => {
  expect(score([bad], ['offline', ...times(9, 'connection-slow' as const)])[0]?.others).toEqual([
    'offline',
  ]);
  const between: Step = { ...good, notAsked: true };
  expect(score([between], times(10, 'offline'))[0]).toMatchObject({ must: null, others: [] });
});
