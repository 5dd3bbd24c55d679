import { expect, it } from 'vitest';
import { byDay, runsOf, stretchesOf } from '../../../utils/lookback/stretches.ts';
import type { SessionRecord } from '../../../utils/sessions/schema.ts';

const CALL: SessionRecord = {
  schemaVersion: 2,
  id: '7b0c6a5e-4f0e-4c39-9a55-3c1d8f1f5a10',
  startedAt: '2026-03-05T09:30Z',
  durationS: 75,
  bins: { picture: 'ggggg', light: 'ppggg', place: 'ggggg', sound: '-----', connection: '-----' },
  cues: [
    { id: 'too-dark', atS: 15, shown: true, cleared: true, putRight: true },
    { id: 'too-far', atS: 45, shown: false, cleared: true, putRight: false },
  ],
  endedBy: 'page',
};

it('joins bins in which an area was the same', () => {
  expect(runsOf('ppgg-g')).toEqual([
    { state: 'poor', bins: 2 },
    { state: 'good', bins: 2 },
    { state: 'not-judged', bins: 1 },
    { state: 'good', bins: 1 },
  ]);
  expect(runsOf('')).toEqual([]);
});

it('begins a stretch with each change and each tip', () => {
  const stretches = stretchesOf(CALL);
  expect(stretches.map(({ fromS, toS, tips }) => [fromS, toS, tips.length])).toEqual([
    [0, 15, 0],
    [15, 30, 1],
    [30, 75, 0],
  ]);
  expect(stretches[0]?.states.light).toBe('poor');
});

it('puts the calls of one day together', () => {
  const at = (startedAt: string) => ({ ...CALL, startedAt });
  const days = byDay([at('2026-03-05T12:00Z'), at('2026-03-05T11:00Z'), at('2026-03-03T12:00Z')]);
  expect(days.map(({ calls }) => calls.length)).toEqual([2, 1]);
});
