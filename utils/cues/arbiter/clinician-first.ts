import type { Judgement, SceneChange } from '../types.ts';
import {
  GOOD_BEFORE_MOVE_MS,
  GROUP_OF,
  GROUPS_OF_A_MOVE,
  MOVE_KNOWN_WITHIN_MS,
  SAME_EXAMINATION_MS,
  SILENT_AFTER_MOVE_MS,
} from './rules.ts';

export interface ClinicianFirst {
  watch(judgement: Judgement, nowMs: number): void;
  silent(nowMs: number): boolean;
}

/**
 * A person who sat well and suddenly leans in, stands up or looks down does what the clinician asked.
 * Then tips are silent, and again after each further move of the same examination.
 */
export function createClinicianFirst(): ClinicianFirst {
  let lastScene: SceneChange = null;
  let good: { sinceMs: number; untilMs: number; unbroken: boolean } | null = null;
  let silentUntilMs = Number.NEGATIVE_INFINITY;

  const wasGoodForAMinute = (nowMs: number) =>
    good !== null &&
    good.untilMs - good.sinceMs >= GOOD_BEFORE_MOVE_MS &&
    nowMs - good.untilMs <= MOVE_KNOWN_WITHIN_MS;

  return {
    watch({ holding, scene }, nowMs) {
      const moved = scene !== null && scene !== lastScene;
      lastScene = scene;
      if (moved && (wasGoodForAMinute(nowMs) || nowMs <= silentUntilMs + SAME_EXAMINATION_MS)) {
        silentUntilMs = nowMs + SILENT_AFTER_MOVE_MS;
      }

      if (holding.some(({ id }) => GROUPS_OF_A_MOVE.has(GROUP_OF[id]))) {
        if (good) good.unbroken = false;
      } else if (good?.unbroken) {
        good.untilMs = nowMs;
      } else {
        good = { sinceMs: nowMs, untilMs: nowMs, unbroken: true };
      }
    },
    silent: (nowMs) => nowMs < silentUntilMs,
  };
}
