import { above, defineCue, type Edges } from './define-cue.ts';

/**
 * Linear luminance of the brighter half of the face over the darker one. Bench: people by a window up to 4.6 (labelled
 * clips, nobody would call them badly lit), the sitter with a lamp at one side only 3.8 to 6.2, since glasses and brows
 * count in: rather silent on some of those than wrong at a window.
 */
const SIDE_RATIO: Edges = { enter: 5, exit: 4.2 };

/** Light from one side leaves the other half of the face dark. The ratio is the same on every skin. */
export const sideLit = defineCue({
  id: 'side-lit',
  area: 'light',
  speed: 'fast',
  priority: 6,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face', 'too-dark', 'backlit', 'turned-away'],
  evidence: ({ light }) => (light?.face ? above(light.face.sideRatio, SIDE_RATIO) : 'cannot-judge'),
});
