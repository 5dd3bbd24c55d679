import type { CueId } from '../../../utils/cues/types.ts';
import { GROUPS, type Scenario, SOUND_CUE_IDS, type SoundCueId } from './scenario.ts';

/** What the judge said of one look. */
export interface JudgedLook {
  readonly atMs: number;
  readonly holding: readonly CueId[];
  readonly speechDbfs: number | null;
  readonly snrDb: number | null;
  readonly clippedRatio: number;
}

export interface Case {
  readonly scenario: Scenario;
  readonly judged: readonly JudgedLook[];
}

/** From the first moment of the cause; of a cue with long evidence so long a part of the talk must have been heard. */
export const HOLDS_WITHIN_S: Readonly<Record<SoundCueId, number>> = {
  'no-sound': 1.5,
  'too-quiet': 20,
  noisy: 20,
  echo: 60,
};
export const CLEARS_WITHIN_S: Readonly<Record<SoundCueId, number>> = {
  'no-sound': 1,
  'too-quiet': 20,
  noisy: 20,
  echo: 60,
};

export interface CueScore {
  readonly positives: number;
  readonly negatives: number;
  readonly hits: number;
  /** Names of the scenarios. */
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
  readonly holdS: readonly number[];
  readonly clearS: readonly number[];
}

/**
 * Each scenario counts once: a hit where a cue holds in time and from then on for as long as its cause (but for a tenth
 * of the looks), wrong where it holds at any time without one.
 */
export function scoreCue(id: SoundCueId, cases: readonly Case[]): CueScore {
  const asked = cases.filter(({ scenario }) => !scenario.notAsked.includes(id));
  const positives = asked.filter(({ scenario }) => scenario.must[id]);
  const seen = positives.map((one) => ({ one, ...positive(id, one) }));
  return {
    positives: positives.length,
    negatives: asked.length - positives.length,
    hits: seen.filter(({ isHit }) => isHit).length,
    missed: seen.filter(({ isHit }) => !isHit).map(({ one }) => one.scenario.name),
    wrong: [
      ...asked.filter(({ scenario, judged }) => !scenario.must[id] && ever(id, judged)),
      ...seen.filter(({ isWrong }) => isWrong).map(({ one }) => one),
    ].map(({ scenario }) => scenario.name),
    holdS: seen.flatMap(({ holdS }) => (holdS === null ? [] : [holdS])),
    clearS: seen.flatMap(({ clearS }) => (clearS === null ? [] : [clearS])),
  };
}

const ever = (id: SoundCueId, judged: readonly JudgedLook[]) =>
  judged.some(({ holding }) => holding.includes(id));

function positive(id: SoundCueId, { scenario, judged }: Case) {
  const { fromS, toS } = scenario.must[id] ?? { fromS: 0, toS: 0 };
  const during = judged.filter(({ atMs }) => atMs > 1000 * fromS && atMs <= 1000 * toS);
  const after = judged.filter(({ atMs }) => atMs > 1000 * toS);
  const first = during.find(({ holding }) => holding.includes(id));
  const holdS = first ? first.atMs / 1000 - fromS : null;
  const rest = first ? during.filter(({ atMs }) => atMs >= first.atMs) : [];
  const share = rest.filter(({ holding }) => holding.includes(id)).length / rest.length;
  const gone = after.find(({ holding }) => !holding.includes(id));
  const clearS = gone ? gone.atMs / 1000 - toS : null;
  const before = judged.filter(({ atMs }) => atMs <= 1000 * fromS);
  const late = after.filter(({ atMs }) => atMs > 1000 * (toS + CLEARS_WITHIN_S[id]));
  return {
    holdS,
    clearS,
    isHit: holdS !== null && holdS <= HOLDS_WITHIN_S[id] && share >= 0.9,
    isWrong: ever(id, before) || ever(id, late),
  };
}

export const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
export const precision = ({ hits, wrong }: CueScore) => ratio(hits, hits + wrong.length);
export const recall = ({ hits, positives }: CueScore) => ratio(hits, positives);

/** Measured less true, of every look in the second half of a scenario: by then enough has been heard. */
export function snrErrorsDb(cases: readonly Case[], fromDb: number, toDb: number): number[] {
  return cases
    .filter(({ scenario: { snrDb } }) => snrDb !== undefined && snrDb >= fromDb && snrDb <= toDb)
    .flatMap(({ scenario, judged }) =>
      judged
        .slice(judged.length / 2)
        .map(({ snrDb }) => (snrDb ?? Number.NaN) - (scenario.snrDb ?? 0)),
    );
}

/** Of the absolute values; a look of which nothing is known counts as an error without bound. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values
    .map((value) => (Number.isNaN(value) ? Number.POSITIVE_INFINITY : Math.abs(value)))
    .sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Times that a cue begins to hold without being asked for, in the scenarios of one group. */
export function falseCues(cases: readonly Case[]): number {
  return cases.reduce((sum, { scenario, judged }) => {
    const begins = SOUND_CUE_IDS.filter((id) => !scenario.must[id]).map(
      (id) =>
        judged.filter(
          ({ holding }, i) => holding.includes(id) && !judged[i - 1]?.holding.includes(id),
        ).length,
    );
    return sum + begins.reduce((all, one) => all + one, 0);
  }, 0);
}

export const byGroup = (cases: readonly Case[]) =>
  GROUPS.map((group) => ({
    group,
    cases: cases.filter(({ scenario }) => scenario.group === group),
  }));
