import { below, defineCue, type Edges } from './define-cue.ts';
import { heightAmountCm } from './height-amount.ts';

/**
 * Degrees, camera below the eyes. Without a personal neutral only a wide band can be called wrong
 * (design, fact 12). Bench: frontal people in the clips -10 to +2 (London set: mean -3, standard
 * deviation 3); the sitter's angle is off by 2 (standard deviation).
 */
const ELEVATION_DEG: Edges = { enter: -17, exit: -13.5 };

export const cameraTooLow = defineCue({
  id: 'camera-too-low',
  area: 'place',
  speed: 'slow',
  priority: 9,
  // Near, the wide lens and the cut face make the angle unsure; far away, coming nearer is the advice.
  hiddenBy: ['camera-off', 'camera-covered', 'no-face', 'too-close', 'too-far', 'turned-away'],
  evidence: ({ cameraElevation }) =>
    cameraElevation ? below(cameraElevation.deg, ELEVATION_DEG) : 'cannot-judge',
  amountCm: ({ cameraElevation }, before) =>
    cameraElevation
      ? heightAmountCm(cameraElevation.deg, cameraElevation.distanceCm, before)
      : before,
});
