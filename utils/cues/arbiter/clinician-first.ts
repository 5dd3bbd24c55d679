import type { CallContext, Judgement, SceneChange } from '../types.ts';
import {
  canBeDeclined,
  GOOD_BEFORE_MOVE_MS,
  GROUP_OF,
  GROUPS_OF_A_MOVE,
  SAME_EXAMINATION_MS,
  SILENT_AFTER_MOVE_MS,
  SPOILT_ONLY_AFTER_MS,
} from './rules.ts';

export interface ClinicianFirst {
  watch(judgement: Judgement, context: Pick<CallContext, 'nowMs' | 'cannotChange'>): void;
  silent(nowMs: number): boolean;
}

/**
 * A person who sat well and suddenly leans in, stands up or looks down does what the clinician asked.
 * Then tips are silent, and again after each further move of the same examination.
 */
export function createClinicianFirst(): ClinicianFirst {
  let lastScene: SceneChange = null;
  let goodSinceMs: number | null = null;
  let spoiltSinceMs: number | null = null;
  let silentUntilMs = Number.NEGATIVE_INFINITY;

  function followPicture(
    { holding }: Judgement,
    { nowMs, cannotChange }: Pick<CallContext, 'nowMs' | 'cannotChange'>,
  ): void {
    // What the person cannot change is how they sit, and no less good for that.
    const spoils = holding.some(
      ({ id }) =>
        GROUPS_OF_A_MOVE.has(GROUP_OF[id]) && !(cannotChange.has(id) && canBeDeclined(id)),
    );
    if (!spoils) {
      goodSinceMs ??= nowMs;
      spoiltSinceMs = null;
      return;
    }
    spoiltSinceMs ??= nowMs;
    if (nowMs - spoiltSinceMs >= SPOILT_ONLY_AFTER_MS) goodSinceMs = null;
  }

  return {
    watch(judgement, context) {
      const { scene } = judgement;
      const { nowMs } = context;
      followPicture(judgement, context);
      const moved = scene !== null && scene !== lastScene;
      lastScene = scene;
      if (!moved) return;
      const wasGood = goodSinceMs !== null && nowMs - goodSinceMs >= GOOD_BEFORE_MOVE_MS;
      if (wasGood || nowMs < silentUntilMs + SAME_EXAMINATION_MS) {
        silentUntilMs = nowMs + SILENT_AFTER_MOVE_MS;
      }
    },
    silent: (nowMs) => nowMs < silentUntilMs,
  };
}
