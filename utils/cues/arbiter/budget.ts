import type { CueId } from '../types.ts';
import {
  BETWEEN_TIPS_MS,
  CALM_RULES,
  FIRST_MINUTE_MS,
  GROUP_OF,
  NEXT_BEST_WITHIN_MS,
  TIPS_IN_CALL,
  TIPS_IN_FIRST_MINUTE,
} from './rules.ts';

export interface Budget {
  allows(id: CueId, nowMs: number): boolean;
  spend(id: CueId, nowMs: number): void;
  /** "I can't change this" was said of the tip on screen: the next best may come early, once a call. */
  declined(nowMs: number): void;
  timesShown(id: CueId): number;
}

/** How many tips one call may bear. */
export function createBudget(callStartedAtMs: number): Budget {
  const times = new Map<CueId, number>();
  const timesShown = (id: CueId) => times.get(id) ?? 0;
  let spent = 0;
  let lastMs = Number.NEGATIVE_INFINITY;
  let nextBest: 'unused' | 'used' | { readonly untilMs: number } = 'unused';

  const nextBestOpen = (nowMs: number) => typeof nextBest === 'object' && nowMs <= nextBest.untilMs;

  return {
    allows(id, nowMs) {
      const rule = CALM_RULES[GROUP_OF[id]];
      if (timesShown(id) >= rule.timesACall) return false;
      if (rule.outsideBudget) return true;
      if (spent >= TIPS_IN_CALL) return false;
      if (nowMs - callStartedAtMs < FIRST_MINUTE_MS) return spent < TIPS_IN_FIRST_MINUTE;
      return nowMs - lastMs >= BETWEEN_TIPS_MS || nextBestOpen(nowMs);
    },
    spend(id, nowMs) {
      times.set(id, timesShown(id) + 1);
      if (CALM_RULES[GROUP_OF[id]].outsideBudget) return;
      spent += 1;
      lastMs = nowMs;
      if (typeof nextBest === 'object') nextBest = 'used';
    },
    declined(nowMs) {
      if (nextBest === 'unused') nextBest = { untilMs: nowMs + NEXT_BEST_WITHIN_MS };
    },
    timesShown,
  };
}
