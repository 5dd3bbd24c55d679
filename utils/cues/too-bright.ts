import { above, defineCue, type Edges } from './define-cue.ts';

/**
 * Share of the face that is clipped bright: there the skin has no detail left, whatever its tone. A lit
 * forehead or a shining nose stays under 0.1.
 */
const CLIPPED_RATIO: Edges = { enter: 0.25, exit: 0.17 };

/** The same of the whole picture, where no face is found in it any more. Bench: a room by a window 0.3. */
const ALL_CLIPPED_RATIO: Edges = { enter: 0.5, exit: 0.4 };

/** So much light on the face that the picture of it burns out. */
export const tooBright = defineCue({
  id: 'too-bright',
  area: 'light',
  speed: 'fast',
  priority: 7,
  hiddenBy: ['camera-off', 'camera-covered'],
  evidence({ light }) {
    if (!light) return 'cannot-judge';
    return light.face
      ? above(light.face.clippedRatio, CLIPPED_RATIO)
      : above(light.clippedRatio, ALL_CLIPPED_RATIO);
  },
});
