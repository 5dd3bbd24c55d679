import { above, defineCue, type Edges } from './define-cue.ts';

/**
 * Share of the face that is clipped bright: there the skin has no detail left, whatever its tone. A lit
 * forehead or a shining nose stays under 0.1.
 */
const CLIPPED_RATIO: Edges = { enter: 0.25, exit: 0.17 };

/** So much light on the face that the picture of it burns out. */
export const tooBright = defineCue({
  id: 'too-bright',
  area: 'light',
  speed: 'fast',
  priority: 7,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face'],
  evidence: ({ light }) =>
    light?.face ? above(light.face.clippedRatio, CLIPPED_RATIO) : 'cannot-judge',
});
