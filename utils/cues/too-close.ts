import { above, defineCue, type Edges } from './define-cue.ts';

/**
 * Interocular distance in units of the picture's shorter side. At 0.33 hair to chin fills nine tenths
 * of a landscape picture's height. Bench: faces that fill the picture 0.38 to 0.41, good ones up to 0.24.
 */
const SIZE: Edges = { enter: 0.33, exit: 0.295 };

export const tooClose = defineCue({
  id: 'too-close',
  area: 'place',
  speed: 'fast',
  // Who comes near quickly is followed over some looks before the size is the true one.
  dwellMs: { enter: 450, leave: 450 },
  priority: 9,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face'],
  evidence: ({ framing }) => (framing ? above(framing.iodOfShortSide, SIZE) : 'cannot-judge'),
});
