import type { Speech } from '../types.ts';
import { createPauseWait } from './pause-wait.ts';
import {
  FACELESS_AT_MOST_MS,
  FACELESS_BRISK_MS,
  FACELESS_CALM_MS,
  TIP_AT_LEAST_MS,
} from './rules.ts';

/** What the notice must know of one tick. */
export interface FacelessMoment {
  readonly nowMs: number;
  readonly faceless: boolean;
  readonly manner: 'brisk' | 'calm';
  readonly speech: Speech;
  /** It may not begin now: a tip is on screen, or the clinician asked for a move. */
  readonly held: boolean;
  /** Once it has been read it gives its place: to a tip, or to the clinician. */
  readonly givesWay: boolean;
}

export interface FacelessNotice {
  /** @returns whether the notice stands now */
  stands(moment: FacelessMoment): boolean;
  takeDown(): void;
}

/** "No face can be judged here": once a call, then not a word about faces. Not a cue, for nothing is wrong. */
export function createFacelessNotice(): FacelessNotice {
  const pauseWait = createPauseWait<'faceless'>();
  let sinceMs: number | null = null;
  let shown: Pick<FacelessMoment, 'nowMs' | 'manner'> | null = null;
  let said = false;

  function goesOn({ nowMs, manner, givesWay }: FacelessMoment): boolean {
    if (!shown) return false;
    const standsMs = nowMs - shown.nowMs;
    if (standsMs < TIP_AT_LEAST_MS) return true;
    const leaves = givesWay || manner !== shown.manner || sinceMs === null;
    return !leaves && standsMs < FACELESS_AT_MOST_MS;
  }

  function begins({ nowMs, manner, speech, held }: FacelessMoment): boolean {
    const lastedMs = sinceMs === null ? 0 : nowMs - sinceMs;
    const neededMs = manner === 'brisk' ? FACELESS_BRISK_MS : FACELESS_CALM_MS;
    if (said || held || sinceMs === null || lastedMs < neededMs) {
      pauseWait.interrupt();
      return false;
    }
    return manner === 'brisk' || pauseWait.now(['faceless'], speech, nowMs).length > 0;
  }

  return {
    stands(moment) {
      sinceMs = moment.faceless ? (sinceMs ?? moment.nowMs) : null;
      if (!goesOn(moment)) shown = null;
      if (!shown && begins(moment)) {
        shown = moment;
        said = true;
      }
      return shown !== null;
    },
    takeDown() {
      shown = null;
    },
  };
}
