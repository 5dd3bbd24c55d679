import type { Area } from '../areas.ts';
import type { Signals } from '../signals/signals.ts';
import type { CueDirection, CueId, CueSpeed } from './types.ts';

/**
 * What one look says. Between the two thresholds (`inside`) nothing changes: what holds goes on,
 * what does not hold does not begin.
 */
export type Evidence = 'past-enter' | 'inside' | 'past-exit' | 'cannot-judge';

/**
 * A cue as data: what it looks at and when it gives way. Dwell and order are the judge's.
 * @typeParam S the signals of its sense: the picture, the line
 */
export interface Cue<S = Signals> {
  readonly id: CueId;
  /** The area of the sign and of the log that it belongs to. */
  readonly area: Area;
  readonly speed: CueSpeed;
  /** Where the signal itself looks back over seconds, so that less waiting is left; else DWELL_MS. */
  readonly dwellMs?: { readonly enter: number; readonly leave: number };
  /** Order of importance, 1 first: cannot be seen, light, framing, camera height, movement and focus, the rest. */
  readonly priority: number;
  readonly evidence: (signals: S) => Evidence;
  readonly direction?: (signals: S) => CueDirection | undefined;
  /** How much is wanted; `before` is what was last said of it while it held. */
  readonly amountCm?: (signals: S, before: number | undefined) => number | undefined;
  /** While one of these holds, this cue is not said: it has the same cause, or cannot be known. */
  readonly hiddenBy: readonly CueId[];
  /** Nothing is wrong: its area stays good. */
  readonly isInformation?: true;
}

export function defineCue<S = Signals>(cue: Cue<S>): Cue<S> {
  return cue;
}

/** Enter and exit threshold of one quantity; the gap between them keeps a cue from flickering. */
export interface Edges {
  readonly enter: number;
  readonly exit: number;
}

/** Too much: past `enter` from there up, past `exit` from there down. */
export function above(value: number, { enter, exit }: Edges): Evidence {
  return value >= enter ? 'past-enter' : value <= exit ? 'past-exit' : 'inside';
}

/** Too little: past `enter` from there down, past `exit` from there up. */
export function below(value: number, { enter, exit }: Edges): Evidence {
  return value <= enter ? 'past-enter' : value >= exit ? 'past-exit' : 'inside';
}

/** All must be past enter; one past exit ends it. What cannot be judged decides before `inside`. */
export function all(...evidences: readonly Evidence[]): Evidence {
  if (evidences.includes('past-exit')) return 'past-exit';
  if (evidences.includes('cannot-judge')) return 'cannot-judge';
  return evidences.includes('inside') ? 'inside' : 'past-enter';
}

/** One past enter is enough; all must be past exit to end it. */
export function any(...evidences: readonly Evidence[]): Evidence {
  if (evidences.includes('past-enter')) return 'past-enter';
  if (evidences.includes('inside')) return 'inside';
  return evidences.includes('past-exit') ? 'past-exit' : 'cannot-judge';
}

export function not(evidence: Evidence): Evidence {
  if (evidence === 'past-enter') return 'past-exit';
  return evidence === 'past-exit' ? 'past-enter' : evidence;
}
