import { below, defineCue, type Edges } from './define-cue.ts';

/**
 * Degrees, camera below the eyes. Without a personal neutral only a wide band can be called wrong:
 * 49 people photographed straight from the front measure -4.8 +- 5.5, -18 the lowest (design, fact 12).
 */
const ELEVATION_DEG: Edges = { enter: -20, exit: -16.5 };

export const cameraTooLow = defineCue({
  id: 'camera-too-low',
  area: 'place',
  speed: 'slow',
  priority: 9,
  // Near, the wide lens and the cut face make the angle unsure; far away, coming nearer is the advice.
  hiddenBy: ['camera-off', 'camera-covered', 'no-face', 'too-close', 'too-far', 'turned-away'],
  evidence: ({ cameraElevation }) =>
    cameraElevation ? below(cameraElevation.deg, ELEVATION_DEG) : 'cannot-judge',
});
