import { AREAS, type Area, type AreaState } from '../areas.ts';
import type { Judgement } from '../cues/types.ts';
import { BIN_MS, type SessionBin } from './messages.ts';

/**
 * The rule of a bin, as docs/session-format.md says it: the share of the judged time in which the area
 * could have been better. Below the first edge good, below the second fair, else poor.
 */
export const FAIR_FROM_RATIO = 0.1;
export const POOR_FROM_RATIO = 0.5;
/** An area that could be judged for less than this share of the bin is not judged. */
export const JUDGED_AT_LEAST_RATIO = 0.5;

/** A tick speaks for the time until the next one, at most this long: a hidden tab looks once a second. */
export const TICK_AT_MOST_MS = 2_500;

type Areas = Judgement['areas'];
type Sums = Record<Area, { judgedMs: number; betterMs: number }>;

export interface Bins {
  /** What was judged from `atMs` (since the start of the session) on; null: nothing was. */
  add(atMs: number, areas: Areas | null): void;
  /** Closes the bin that is begun, if at least half of it has passed. */
  finish(): void;
  done(): readonly SessionBin[];
}

export function createBins(): Bins {
  const done: SessionBin[] = [];
  let sums = noSums();
  let last: { readonly atMs: number; readonly areas: Areas | null } | null = null;

  const binEndMs = () => (done.length + 1) * BIN_MS;

  function close(): void {
    done.push(stateOf(sums));
    sums = noSums();
  }

  /** Gives the time from the last tick to `atMs` to the bins that it lies in. */
  function spend(atMs: number): void {
    if (last === null) return;
    let fromMs = last.atMs;
    const untilMs = Math.min(atMs, last.atMs + TICK_AT_MOST_MS);
    while (atMs >= binEndMs()) {
      count(sums, last.areas, Math.max(0, Math.min(untilMs, binEndMs()) - fromMs));
      fromMs = Math.max(fromMs, binEndMs());
      close();
    }
    count(sums, last.areas, Math.max(0, untilMs - fromMs));
  }

  return {
    add(atMs, areas) {
      spend(atMs);
      last = { atMs, areas };
    },
    finish() {
      const reachedMs = last?.atMs ?? 0;
      if (binEndMs() - reachedMs <= BIN_MS / 2) close();
    },
    done: () => done,
  };
}

function noSums(): Sums {
  const none = () => ({ judgedMs: 0, betterMs: 0 });
  return { picture: none(), light: none(), place: none(), sound: none(), connection: none() };
}

function count(sums: Sums, areas: Areas | null, ms: number): void {
  if (areas === null) return;
  for (const area of AREAS) {
    if (areas[area] === 'not-judged') continue;
    sums[area].judgedMs += ms;
    if (areas[area] === 'could-be-better') sums[area].betterMs += ms;
  }
}

function stateOf(sums: Sums): SessionBin {
  const state = ({ judgedMs, betterMs }: Sums[Area]): AreaState => {
    if (judgedMs < BIN_MS * JUDGED_AT_LEAST_RATIO) return 'not-judged';
    const ratio = betterMs / judgedMs;
    if (ratio < FAIR_FROM_RATIO) return 'good';
    return ratio < POOR_FROM_RATIO ? 'fair' : 'poor';
  };
  return {
    picture: state(sums.picture),
    light: state(sums.light),
    place: state(sums.place),
    sound: state(sums.sound),
    connection: state(sums.connection),
  };
}
