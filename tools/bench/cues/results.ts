import type { CueSpeed } from '../../../utils/cues/types.ts';
import { BENCHED, BENCHED_IDS, type BenchedId } from './benched.ts';
import {
  type Case,
  type CueScore,
  type Event,
  falseCues,
  flicker,
  type Late,
  precisionOf,
  quantile,
  recallOf,
  scoreCue,
} from './score.ts';

/** The figures of one cue, as docs/bench/cues.json has them. */
export interface CueFigures {
  readonly class: CueSpeed;
  readonly positives: number;
  readonly negatives: number;
  readonly precision: number;
  readonly recall: number;
  readonly holdMedianMs: number | null;
  readonly holdP95Ms: number | null;
  readonly clearMedianMs: number | null;
  readonly clearP95Ms: number | null;
}

export interface Figures {
  readonly cues: Readonly<Partial<Record<BenchedId, CueFigures>>>;
  readonly worst: Readonly<Record<string, number | null>>;
  readonly goodMinutes: number;
  readonly falseCuesPer10Min: number;
  readonly flickerPerMin: number;
  readonly fairness: { readonly falseTooDark: number; readonly missedTooDark: number };
}

/** The one cue that is scored in scenarios of its own as well. */
const MUTED: BenchedId = 'muted-while-talking';

/** What each figure is made of, so that each can be looked at. */
export interface Faults {
  readonly missed: readonly Event[];
  readonly wrong: readonly Event[];
  readonly late: readonly Late[];
  readonly inGoodPicture: readonly Event[];
  readonly flicker: readonly Event[];
}

/** @param ids the cues that this judge knows; the others are left out */
export function figuresOf(
  cases: readonly Case[],
  ids: readonly BenchedId[] = BENCHED_IDS,
): { figures: Figures; faults: Faults } {
  // Bodies and poses have tables of their own; a cue that is wrong there is counted there.
  const scored = cases.filter(({ scenario: { kind } }) => kind === 'positive' || kind === 'good');
  const muted = cases.filter(({ scenario: { kind } }) => kind === 'muted');
  const scores = ids.map(
    (id) => [id, scoreCue(id, id === MUTED ? [...scored, ...muted] : scored)] as const,
  );
  const good = cases.filter(({ scenario }) => scenario.kind === 'good');
  const minutes = good.reduce((sum, { scenario }) => sum + scenario.lengthMs, 0) / 60_000;
  const inGoodPicture = falseCues(good).filter(({ id }) => ids.includes(id));
  const unsteady = flicker(cases.filter(({ scenario }) => scenario.kind !== 'elevation'));
  const unsteadyChanges = unsteady.changes.filter(({ id }) => ids.includes(id));
  const dark = scores.find(([id]) => id === 'too-dark')?.[1];
  const cues = Object.fromEntries(scores.map(([id, score]) => [id, cueFigures(id, score)]));
  return {
    figures: {
      cues,
      worst: worstOf(scores),
      goodMinutes: round(minutes, 1),
      falseCuesPer10Min: round((10 * inGoodPicture.length) / Math.max(minutes, 1 / 60), 2),
      flickerPerMin: round(unsteadyChanges.length / Math.max(unsteady.minutes, 1 / 60), 3),
      fairness: {
        falseTooDark: inGoodPicture.filter(({ id }) => id === 'too-dark').length,
        missedTooDark: dark?.missed.length ?? 0,
      },
    },
    faults: {
      missed: scores.flatMap(([, { missed }]) => missed),
      wrong: scores.flatMap(([, { wrong }]) => wrong),
      late: scores.flatMap(([, { late }]) => late),
      inGoodPicture,
      flicker: unsteadyChanges,
    },
  };
}

function cueFigures(id: BenchedId, score: CueScore): CueFigures {
  const at = (values: readonly number[], share: number) =>
    values.length === 0 ? null : Math.round(quantile(values, share));
  return {
    class: BENCHED[id],
    positives: score.positives,
    negatives: score.negatives,
    precision: round(precisionOf(score), 4),
    recall: round(recallOf(score), 4),
    holdMedianMs: at(score.holdMs, 0.5),
    holdP95Ms: at(score.holdMs, 0.95),
    clearMedianMs: at(score.clearMs, 0.5),
    clearP95Ms: at(score.clearMs, 0.95),
  };
}

/** The slowest cue of each class. */
function worstOf(scores: readonly (readonly [BenchedId, CueScore])[]): Figures['worst'] {
  const of = (speed: CueSpeed, which: 'holdMs' | 'clearMs') => {
    const p95s = scores
      .filter(([id, score]) => BENCHED[id] === speed && score[which].length > 0)
      .map(([, score]) => quantile(score[which], 0.95));
    return p95s.length === 0 ? null : Math.round(Math.max(...p95s));
  };
  return {
    fastHoldP95Ms: of('fast', 'holdMs'),
    fastClearP95Ms: of('fast', 'clearMs'),
    slowHoldP95Ms: of('slow', 'holdMs'),
    slowClearP95Ms: of('slow', 'clearMs'),
  };
}

/** Of bodies and companions: every cue that came, as "scenario: cue at 12.3 s". */
export function unexpectedInBodies(cases: readonly Case[]): string[] {
  return falseCues(cases.filter(({ scenario }) => scenario.kind === 'body')).map(nameOf);
}

/** Of the ten heads with a neutral: what was missed, and what came besides. */
export function neutralFaults(cases: readonly Case[]): string[] {
  const neutral = cases.filter(({ scenario }) => scenario.kind === 'neutral');
  return BENCHED_IDS.flatMap((id) => {
    const { missed, wrong } = scoreCue(id, neutral);
    return [
      ...missed.map((event) => `missed ${nameOf(event)}`),
      ...wrong.map((event) => `unexpected ${nameOf(event)}`),
    ];
  });
}

export function nameOf({ scenario, id, atMs }: Event): string {
  return `${scenario}: ${id} at ${(atMs / 1000).toFixed(1)} s`;
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
