import type { Signals } from '../signals/signals.ts';
import type { CueId, SceneChange } from './types.ts';

/** Size now over size some seconds ago. Leaning in to talk stays under 1.4. */
const VERY_NEAR_RATIO = 1.6;
/** Standing up or rolling the chair back to show the whole body. */
const WHOLE_BODY_RATIO = 0.62;
/** Degrees that the head went down: a list on the table. Nods stay under 20. */
const HEAD_DOWN_DEG = 20;

/** A sudden large change, as people make on purpose. A camera that is off or covered is none. */
export function sceneOf({ change }: Signals, holding: ReadonlySet<CueId>): SceneChange {
  if (holding.has('camera-off') || holding.has('camera-covered') || holding.has('too-dark')) {
    return null;
  }
  if (change.gone) return 'away';
  if (change.sizeRatio !== null && change.sizeRatio >= VERY_NEAR_RATIO) return 'very-near';
  if (change.sizeRatio !== null && change.sizeRatio <= WHOLE_BODY_RATIO) return 'whole-body';
  if (change.pitchDeg !== null && change.pitchDeg >= HEAD_DOWN_DEG) return 'head-down';
  return null;
}
