import { above, all, any, below, defineCue, type Edges, not } from './define-cue.ts';
import { sideLit } from './side-lit.ts';
import { tooDark } from './too-dark.ts';

/**
 * Focus of the face (see vision/focus.ts): soft for any camera. Bench: clips 0.40 to 1.1, the sharp sitter mostly 0.43 and more, a
 * smeared lens 0.2 to 0.37 …
 */
const SOFT: Edges = { enter: 0.38, exit: 0.41 };
/** … or soft, and softer than this camera has been. Bench: as low as this a sharp face has 0.83 of its best, and more. */
const SOFTER: Edges = { enter: 0.45, exit: 0.5 };
const OF_BEST: Edges = { enter: 0.72, exit: 0.8 };

/**
 * Linear luminance of the face, below which its edges are as faint as noise and compression, so that sharp ones look
 * soft: dark skin with the light behind it. Bench: sharp faces of 0.02 to 0.033 (backlit-49, camera-too-high-17,
 * someone-else-in-view-48) measure 0.20 to 0.26.
 */
const FACE_IS_DIM = 0.034;

/** Share of the picture that is a person; see faceless.ts. */
const PERSON_RATIO: Edges = { enter: 0.07, exit: 0.05 };

/**
 * The face is not sharp: something on the lens, or a camera that looks at the wall. A lens so soft that no face is
 * found is one too. Never said while the connection or the computer limits the picture, or in the dark, where
 * cameras smooth their noise away.
 */
export const outOfFocus = defineCue({
  id: 'out-of-focus',
  area: 'picture',
  speed: 'slow',
  priority: 17,
  hiddenBy: ['camera-off', 'camera-covered', 'too-dark', 'too-far', 'hold-still', 'camera-shaking'],
  evidence(signals) {
    const { focus, presence, person, call } = signals;
    if (!focus) return 'cannot-judge';
    if (call && call.limitedBy !== 'none') return 'cannot-judge';
    if (tooDark.evidence(signals) === 'past-enter') return 'cannot-judge';
    const face = signals.light?.face;
    if (face && face.luminance < FACE_IS_DIM) return 'cannot-judge';
    const soft = below(focus.level, SOFT);
    const softer = all(
      below(focus.level, SOFTER),
      below(focus.ofBest, OF_BEST),
      // Half a face in the dark shows fewer edges than the whole one before.
      not(sideLit.evidence(signals)),
    );
    if (presence.faces !== 0) return any(soft, softer);
    // A room alone may be soft: somebody must be there, whose face a sharp picture would show.
    if (presence.lostToBlur) return soft;
    return person ? all(soft, above(person.ratio, PERSON_RATIO)) : 'past-exit';
  },
});
