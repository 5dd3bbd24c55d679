import { above, defineCue, type Edges } from './define-cue.ts';

/**
 * Linear luminance of the brighter cheek over the darker one. Bench: people by a window more than 5 (a labelled clip,
 * nobody would call it badly lit), the sitter with a lamp at one side only 11 to 13, in front of it 1.3, on every skin.
 */
const SIDE_RATIO: Edges = { enter: 8.5, exit: 7 };

/** Light from one side leaves the other half of the face dark. The ratio is the same on every skin. */
export const sideLit = defineCue({
  id: 'side-lit',
  area: 'light',
  speed: 'fast',
  priority: 6,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face', 'too-dark', 'backlit', 'turned-away'],
  evidence: ({ light }) => (light?.face ? above(light.face.sideRatio, SIDE_RATIO) : 'cannot-judge'),
});
