import { below, defineCue, type Edges } from './define-cue.ts';

/**
 * Interocular distance in units of the picture's shorter side. 0.11 is about 1.1 m before a usual
 * laptop camera. Bench: people two metres away 0.08 to 0.09, the smallest good one 0.16.
 */
const SIZE: Edges = { enter: 0.11, exit: 0.122 };

export const tooFar = defineCue({
  id: 'too-far',
  area: 'place',
  speed: 'fast',
  priority: 8,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face'],
  evidence: ({ framing }) => (framing ? below(framing.iodOfShortSide, SIZE) : 'cannot-judge'),
});
