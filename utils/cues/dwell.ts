import type { Cue, Evidence } from './define-cue.ts';
import type { CueSpeed } from './types.ts';

/**
 * How long the evidence must last before a cue holds, and before it stops, in ms.
 *
 * The declaration (design) is 1.5 s and 1 s for a fast cue, 5 s and 3 s for a slow one, 10 s for a long one, counted from
 * the capture of the first look past the threshold, with at least two looks a second. The times here
 * leave room for the steps between looks, the way through the rooms and, in slow cues, for the
 * medians of their signals, which follow by half their window.
 */
export const DWELL_MS: Readonly<
  Record<CueSpeed, { readonly enter: number; readonly leave: number }>
> = {
  fast: { enter: 950, leave: 450 },
  slow: { enter: 3_000, leave: 900 },
  long: { enter: 8_000, leave: 5_000 },
};

/** Share of looks in a run that may contradict it, never two in a row: a dropped face, one bad frame. */
const CONTRADICTING_SHARE = 0.25;
/** A cue that cannot be judged for so long stops: nobody knows. */
const UNKNOWN_MS: Readonly<Record<CueSpeed, number>> = {
  fast: 1_500,
  slow: 3_000,
  long: 10_000,
};

/** Consecutive looks that agree, but for a stray one. */
interface Run {
  readonly sinceMs: number;
  readonly looks: number;
  readonly against: number;
  readonly lastAgainst: boolean;
}

export interface DwellState {
  /** Since when the cue holds; null when it does not. */
  readonly holdingSinceMs: number | null;
  readonly run: Run | null;
  readonly lastKnownMs: number;
}

export const NOT_HOLDING: DwellState = {
  holdingSinceMs: null,
  run: null,
  lastKnownMs: Number.NEGATIVE_INFINITY,
};

export function dwell(
  before: DwellState,
  evidence: Evidence,
  { speed, dwellMs = DWELL_MS[speed] }: Pick<Cue, 'speed' | 'dwellMs'>,
  nowMs: number,
): DwellState {
  const { holdingSinceMs } = before;
  const holding = holdingSinceMs !== null;
  if (evidence === 'cannot-judge') {
    return nowMs - before.lastKnownMs >= UNKNOWN_MS[speed] ? NOT_HOLDING : before;
  }
  const run = continueRun(before.run, evidence === (holding ? 'past-exit' : 'past-enter'), nowMs);
  const lasted = run && !run.lastAgainst ? nowMs - run.sinceMs : 0;
  const due = run !== null && lasted >= dwellMs[holding ? 'leave' : 'enter'];
  if (!due) return { holdingSinceMs, run, lastKnownMs: nowMs };
  return { holdingSinceMs: holding ? null : nowMs, run: null, lastKnownMs: nowMs };
}

function continueRun(run: Run | null, supports: boolean, nowMs: number): Run | null {
  if (!run) return supports ? { sinceMs: nowMs, looks: 1, against: 0, lastAgainst: false } : null;
  const looks = run.looks + 1;
  if (supports) return { ...run, looks, lastAgainst: false };
  const against = run.against + 1;
  const broken = run.lastAgainst || against > CONTRADICTING_SHARE * looks;
  return broken ? null : { ...run, looks, against, lastAgainst: true };
}
