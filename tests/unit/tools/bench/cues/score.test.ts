import { describe, expect, it } from 'vitest';
import {
  BENCHED_IDS,
  type BenchedId,
  type JudgedLook,
} from '../../../../../tools/bench/cues/benched.ts';
import { figuresOf } from '../../../../../tools/bench/cues/results.ts';
import type { Scenario } from '../../../../../tools/bench/cues/scenario.ts';
import {
  type Case,
  falseCues,
  flicker,
  precisionOf,
  quantile,
  recallOf,
  scoreCue,
} from '../../../../../tools/bench/cues/score.ts';
import type { Truth, TruthFrame } from '../../../../../tools/bench/cues/truth.ts';
import type { CueDirection } from '../../../../../utils/cues/types.ts';

const SCENARIO: Scenario = {
  name: 'made-up',
  kind: 'positive',
  seed: 1,
  picture: { widthPx: 640, heightPx: 360 },
  base: {},
  steps: [],
  lengthMs: 20_000,
};
const GOOD = Object.fromEntries(BENCHED_IDS.map((id) => [id, 'good'])) as Record<BenchedId, Truth>;

/** Frames every 100 ms to 20 s, in which one cue's truth is what `at` says. */
function truthOf(id: BenchedId, at: (ms: number) => Truth, direction?: CueDirection): TruthFrame[] {
  return Array.from({ length: 200 }, (_, i) => {
    const state = at(i * 100);
    const shown = state === 'bad' ? direction : undefined;
    return { atMs: i * 100, steady: true, of: { ...GOOD, [id]: state }, direction: shown };
  });
}

/** Looks every 250 ms to 20 s, in which a cue holds when `at` says so. */
function judged(
  id: BenchedId,
  at: (ms: number) => boolean,
  direction?: CueDirection,
): JudgedLook[] {
  return Array.from({ length: 80 }, (_, i) => ({
    atMs: i * 250,
    holding: at(i * 250) ? [{ id, ...(direction && { direction }) }] : [],
  }));
}

const within = (from: number, to: number) => (ms: number) => ms >= from && ms < to;
const badFrom5to9 = (ms: number): Truth => (within(5000, 9000)(ms) ? 'bad' : 'good');

function caseOf(
  at: (ms: number) => Truth,
  held: (ms: number) => boolean,
  scenario: Partial<Scenario> = {},
): Case {
  return {
    scenario: { ...SCENARIO, ...scenario },
    truth: truthOf('too-dark', at),
    judged: judged('too-dark', held),
  };
}

describe('the score of one cue', () => {
  it.each([
    ['held and cleared', within(6000, 9500), { hits: 1, wrong: 0, holdMs: [1000], clearMs: [500] }],
    ['never held', () => false, { hits: 0, wrong: 0, holdMs: [], clearMs: [] }],
    ['held all along', () => true, { hits: 1, wrong: 2, holdMs: [0], clearMs: [11_000] }],
    [
      'held before its time too',
      (ms: number) => within(1000, 2000)(ms) || within(6000, 9500)(ms),
      { hits: 1, wrong: 1, holdMs: [1000], clearMs: [500] },
    ],
    ['held too late', within(9500, 11_000), { hits: 0, wrong: 1, holdMs: [], clearMs: [] }],
    [
      'lingers beyond two seconds',
      within(6000, 12_000),
      { hits: 1, wrong: 1, holdMs: [1000], clearMs: [3000] },
    ],
  ])('%s', (_, held, { hits, wrong, holdMs, clearMs }) => {
    const score = scoreCue('too-dark', [caseOf(badFrom5to9, held)]);
    expect(score.positives).toBe(1);
    expect(score.hits).toBe(hits);
    expect(score.wrong).toHaveLength(wrong);
    expect(score.holdMs).toEqual(holdMs);
    expect(score.clearMs).toEqual(clearMs);
  });

  it('does not ask between the two truths', () => {
    const may = (ms: number): Truth => (within(5000, 9000)(ms) ? 'may' : 'good');
    for (const held of [within(6000, 9500), () => false]) {
      const score = scoreCue('too-dark', [caseOf(may, held)]);
      expect(score).toMatchObject({ positives: 0, negatives: 0, wrong: [], missed: [] });
    }
  });

  it('counts a negative where the cue must never hold', () => {
    const good = () => 'good' as const;
    expect(scoreCue('too-dark', [caseOf(good, () => false)]).negatives).toBe(1);
    const { wrong } = scoreCue('too-dark', [caseOf(good, within(2000, 3000))]);
    expect(wrong).toEqual([{ scenario: 'made-up', id: 'too-dark', atMs: 2000 }]);
  });

  it('takes the wrong direction for a miss and for a false cue', () => {
    const truth = truthOf('off-centre', badFrom5to9, 'left');
    const of = (direction: CueDirection) =>
      scoreCue('off-centre', [
        { scenario: SCENARIO, truth, judged: judged('off-centre', within(6000, 9500), direction) },
      ]);
    expect(of('left')).toMatchObject({ hits: 1, wrong: [] });
    expect(of('right').hits).toBe(0);
    expect(of('right').wrong).toHaveLength(1);
  });

  it('makes ratios of it', () => {
    const score = scoreCue('too-dark', [
      caseOf(badFrom5to9, within(6000, 9500)),
      caseOf(badFrom5to9, () => false),
      caseOf(() => 'good', within(2000, 3000)),
    ]);
    expect(recallOf(score)).toBe(1 / 2);
    expect(precisionOf(score)).toBe(1 / 2);
  });
});

describe('bodies that cannot comply', () => {
  const body = { kind: 'body' } as const;
  const good = () => 'good' as const;
  const twice = (ms: number) => within(2000, 4000)(ms) || within(8000, 9000)(ms);

  it.each([
    ['any cue is one too many', {}, twice, 2],
    ['what may come once may not come again', { once: ['too-dark'] }, twice, 1],
    ['not before the time that is scored', { scoredFromMs: 5000 }, twice, 1],
    ['and not into it', { scoredFromMs: 3000 }, within(2000, 4000), 1],
  ] as const)('%s', (_, scenario, held, count) => {
    expect(falseCues([caseOf(good, held, { ...body, ...scenario })])).toHaveLength(count);
  });
});

describe('flicker', () => {
  it.each([
    ['a cue that comes and goes with its cause', badFrom5to9, within(6000, 9500), 0],
    [
      'a cue that comes, goes and comes',
      badFrom5to9,
      (ms: number) => within(6000, 9500)(ms) && !within(7000, 7500)(ms),
      2,
    ],
    ['a cue for a moment in a good picture', () => 'good' as const, within(2000, 2500), 1],
  ] as const)('%s', (_, truth, held, count) => {
    expect(flicker([caseOf(truth, held)]).changes).toHaveLength(count);
  });

  it('is not asked about while someone walks about, whatever held before', () => {
    const twice = (ms: number) => within(6000, 7000)(ms) || within(8000, 9000)(ms);
    const truth = truthOf('hold-still', badFrom5to9);
    const walk = { scenario: SCENARIO, truth, judged: judged('off-centre', twice) };
    expect(flicker([walk]).changes).toEqual([]);
  });
});

describe('the figures', () => {
  it('count false cues in ten minutes of good picture, and those of too-dark', () => {
    const good = { kind: 'good', lengthMs: 20_000 } as const;
    const cases = Array.from({ length: 30 }, (_, i) =>
      caseOf(() => 'good', i === 0 ? within(2000, 3000) : () => false, good),
    );
    const { figures } = figuresOf(cases);
    expect(figures).toMatchObject({
      goodMinutes: 10,
      falseCuesPer10Min: 1,
      fairness: { falseTooDark: 1, missedTooDark: 0 },
    });
  });

  it('name the slowest cue of each class', () => {
    const { figures } = figuresOf([caseOf(badFrom5to9, within(6000, 9500))]);
    expect(figures.worst).toEqual({
      fastHoldP95Ms: 1000,
      fastClearP95Ms: 500,
      slowHoldP95Ms: null,
      slowClearP95Ms: null,
    });
  });

  it.each([
    [[4, 1, 3, 2], 0.5, 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95, 10],
    [[7], 0.95, 7],
  ])('quantile of %j at %d', (values, share, expected) => {
    expect(quantile(values, share)).toBe(expected);
  });
});
