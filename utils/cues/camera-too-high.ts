import { above, defineCue, type Edges } from './define-cue.ts';
import { heightAmountCm } from './height-amount.ts';

/**
 * Degrees, camera above the eyes. Bench: frontal people in the clips -10 to +2, one who bows her head
 * +19. Bowing the head over a list measures the same; the tip's own wait (30 s in a call) outlasts it.
 */
const ELEVATION_DEG: Edges = { enter: 15, exit: 11.5 };

export const cameraTooHigh = defineCue({
  id: 'camera-too-high',
  area: 'place',
  speed: 'slow',
  priority: 10,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face', 'too-close', 'too-far', 'turned-away'],
  evidence: ({ cameraElevation }) =>
    cameraElevation ? above(cameraElevation.deg, ELEVATION_DEG) : 'cannot-judge',
  amountCm: ({ cameraElevation }, before) =>
    cameraElevation
      ? heightAmountCm(cameraElevation.deg, cameraElevation.distanceCm, before)
      : before,
});
