import type { Speech } from '../types.ts';
import { ASK_AGAIN_MS, WAIT_FOR_PAUSE_MS } from './rules.ts';

export interface PauseWait<Id> {
  /** Takes what could be said now; gives what of it has come to its moment (a pause). */
  now(ripe: readonly Id[], speech: Speech, nowMs: number): readonly Id[];
  /** Nothing may be a tip now: waits begin anew. */
  interrupt(): void;
}

/** A tip waits for a pause of both sides, is dropped without one, and may be asked for again later. */
export function createPauseWait<Id>(): PauseWait<Id> {
  let waitingSinceMs = new Map<Id, number>();
  const notBeforeMs = new Map<Id, number>();

  return {
    now(ripe, speech, nowMs) {
      const asked = ripe.filter((id) => nowMs >= (notBeforeMs.get(id) ?? Number.NEGATIVE_INFINITY));
      waitingSinceMs = new Map(asked.map((id) => [id, waitingSinceMs.get(id) ?? nowMs]));
      if (speech === 'silent') return asked;
      for (const [id, sinceMs] of waitingSinceMs) {
        if (speech === 'unknown' || nowMs - sinceMs >= WAIT_FOR_PAUSE_MS) {
          notBeforeMs.set(id, nowMs + ASK_AGAIN_MS);
        }
      }
      return [];
    },
    interrupt: () => waitingSinceMs.clear(),
  };
}
