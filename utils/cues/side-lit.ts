import { above, all, any, below, defineCue, type Edges } from './define-cue.ts';

/**
 * Linear luminance of the brighter cheek over the darker one. Bench: people by a window more than 5 (a labelled clip,
 * nobody would call it badly lit), the sitter with a lamp at one side only 11 to 13, in front of it 1.3, on every skin.
 */
const SIDE_RATIO: Edges = { enter: 8.5, exit: 7 };
/**
 * On a cheek that is nearly black the black of the picture itself makes the ratio smaller, on dark skin most of all:
 * less is enough there. Bench: the sitter's shaded cheek 0.004 to 0.02, by the window 0.1.
 */
const SIDE_RATIO_OF_BLACK: Edges = { enter: 5.5, exit: 4.5 };
const BLACK_CHEEK: Edges = { enter: 0.025, exit: 0.035 };
/** Turned further away, the far cheek is hardly seen. */
const TURNED_DEG = 25;

/** Light from one side leaves the other half of the face dark. The ratio is the same on every skin. */
export const sideLit = defineCue({
  id: 'side-lit',
  area: 'light',
  speed: 'fast',
  priority: 6,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face', 'too-dark', 'backlit', 'turned-away'],
  evidence({ light, facing }) {
    if (!light?.face || (facing && facing.awayDeg > TURNED_DEG)) return 'cannot-judge';
    const { sideRatio, darkerCheekLuminance } = light.face;
    return any(
      above(sideRatio, SIDE_RATIO),
      all(above(sideRatio, SIDE_RATIO_OF_BLACK), below(darkerCheekLuminance, BLACK_CHEEK)),
    );
  },
});
