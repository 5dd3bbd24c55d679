import { above, defineCue, type Edges } from './define-cue.ts';

/**
 * Degrees, camera above the eyes. Frontal people measure -4.8 +- 5.5, +7 the highest (design, fact 12);
 * bowing the head to read looks the same, and is brief or hidden from the median by its turn.
 */
const ELEVATION_DEG: Edges = { enter: 14, exit: 10.5 };

export const cameraTooHigh = defineCue({
  id: 'camera-too-high',
  area: 'place',
  speed: 'slow',
  priority: 10,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face', 'too-close', 'too-far', 'turned-away'],
  evidence: ({ cameraElevation }) =>
    cameraElevation ? above(cameraElevation.deg, ELEVATION_DEG) : 'cannot-judge',
});
