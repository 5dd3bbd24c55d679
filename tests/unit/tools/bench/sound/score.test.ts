import { expect, test } from 'vitest';
import type { Scenario } from '../../../../../tools/bench/sound/scenario.ts';
import {
  type Case,
  falseCues,
  percentile,
  precision,
  recall,
  scoreCue,
  snrErrorsDb,
} from '../../../../../tools/bench/sound/score.ts';
import type { CueId } from '../../../../../utils/cues/types.ts';

/** A case of 40 s in which a cue holds from one second to another. */
function caseOf(
  scenario: Partial<Scenario>,
  holds: Partial<Record<CueId, readonly [number, number]>>,
  snrDb: number | null = null,
): Case {
  const judged = Array.from({ length: 200 }, (_, i) => {
    const atMs = 200 * (i + 1);
    const holding = (Object.keys(holds) as CueId[]).filter((id) => {
      const [fromS, toS] = holds[id] ?? [0, 0];
      return atMs >= 1000 * fromS && atMs < 1000 * toS;
    });
    return { atMs, holding, speechDbfs: null, snrDb, clippedRatio: 0 };
  });
  return {
    judged,
    scenario: {
      name: 'a case',
      group: 'no sound',
      must: {},
      notAsked: [],
      make: () => ({ own: new Float32Array() }),
      ...scenario,
    },
  };
}
const MUST = { must: { 'no-sound': { fromS: 10, toS: 20 } } };

test.each<[string, Parameters<typeof caseOf>, number, number]>([
  ['held in time, and over in time', [MUST, { 'no-sound': [11, 20.6] }], 1, 1],
  ['never held', [MUST, {}], 1, 0],
  ['held too late', [MUST, { 'no-sound': [12, 20.6] }], 1, 0],
  ['held half of the time', [MUST, { 'no-sound': [11, 15] }], 1, 0],
  ['held before its cause', [MUST, { 'no-sound': [5, 20.6] }], 0.5, 1],
  ['held long after its cause', [MUST, { 'no-sound': [11, 30] }], 0.5, 1],
  ['held without a cause', [{}, { 'no-sound': [11, 12] }], 0, 1],
  ['held where nobody asks', [{ notAsked: ['no-sound'] }, { 'no-sound': [11, 12] }], 1, 1],
])('%s', (_name, one, wantedPrecision, wantedRecall) => {
  const score = scoreCue('no-sound', [caseOf(...one)]);
  expect([precision(score), recall(score)]).toEqual([wantedPrecision, wantedRecall]);
});

test('a false cue is counted each time it begins', () => {
  expect(falseCues([caseOf({}, { noisy: [1, 2], echo: [5, 6] }), caseOf({}, {})])).toBe(2);
  expect(falseCues([caseOf(MUST, { 'no-sound': [11, 20] })])).toBe(0);
});

test('a ratio that is not known is no small error', () => {
  const off = snrErrorsDb([caseOf({ snrDb: 10 }, {}, 12), caseOf({ snrDb: 40 }, {}, 0)], 0, 25);
  expect([off.length, percentile(off, 0.95)]).toEqual([100, 2]);
  const unknown = snrErrorsDb([caseOf({ snrDb: 10 }, {}, null)], 0, 25);
  expect(percentile(unknown, 0.95)).toBe(Number.POSITIVE_INFINITY);
});
