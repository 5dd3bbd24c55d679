import type { Neutral } from '../circumstances.ts';
import type { LearnResult } from '../messages/overlay-coach.ts';
import { isLikely, NEUTRAL_WINDOW_MS } from '../signals/neutral.ts';

/** Whoever cannot be seen sitting still within this time is told so, and may answer again. */
const TRY_FOR_MS = 10_000;

export interface Learning {
  /** The person said that the camera is as high as their eyes. */
  begin(): void;
  /** At each look. @returns what came of it, once; null while nothing is asked, or it goes on */
  look(
    atMs: number,
    settled: () => Neutral | null,
  ): { readonly result: LearnResult; readonly neutral: Neutral | null } | null;
}

/**
 * Learns from what is seen after the answer, and not before it: to press a button one leans forward.
 * The time begins with the first look, because the camera and the model may still be starting.
 */
export function createLearning(): Learning {
  let asked = false;
  let fromMs: number | null = null;
  return {
    begin() {
      asked = true;
      fromMs = null;
    },
    look(atMs, settled) {
      if (!asked) return null;
      fromMs ??= atMs;
      const forMs = atMs - fromMs;
      if (forMs < NEUTRAL_WINDOW_MS) return null;
      const neutral = settled();
      if (!neutral && forMs < TRY_FOR_MS) return null;
      asked = false;
      if (!neutral) return { result: 'not-settled', neutral: null };
      return isLikely(neutral)
        ? { result: 'learnt', neutral }
        : { result: 'unlikely', neutral: null };
    },
  };
}
