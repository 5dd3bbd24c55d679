import { all, any, below, defineCue, type Edges } from './define-cue.ts';
import { faceIsDark } from './light-on-face.ts';

/** Focus of the face: soft for any camera … */
const SOFT: Edges = { enter: 0.4, exit: 0.46 };
/** … or soft, and much softer than this camera has been. */
const SOFTER: Edges = { enter: 0.55, exit: 0.62 };
const OF_BEST: Edges = { enter: 0.6, exit: 0.7 };

/**
 * The face is not sharp: something on the lens, or a camera that looks at the wall. Never said while the
 * connection or the computer limits the picture, or in the dark, where cameras smooth their noise away.
 */
export const outOfFocus = defineCue({
  id: 'out-of-focus',
  area: 'picture',
  speed: 'slow',
  priority: 17,
  hiddenBy: [
    'camera-off',
    'camera-covered',
    'no-face',
    'too-dark',
    'too-far',
    'hold-still',
    'camera-shaking',
  ],
  evidence({ focus, light, call }) {
    if (!focus || !light?.face) return 'cannot-judge';
    if (call && call.limitedBy !== 'none') return 'cannot-judge';
    if (faceIsDark(light.face, light) === 'past-enter') return 'cannot-judge';
    return any(
      below(focus.level, SOFT),
      all(below(focus.level, SOFTER), below(focus.ofBest, OF_BEST)),
    );
  },
});
