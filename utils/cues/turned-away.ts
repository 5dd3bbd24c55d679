import { above, defineCue, type Edges } from './define-cue.ts';

/**
 * Degrees between the face and the direction to the camera, sideways. From about 30 the far eye begins
 * to hide. Bench: people who look at the screen up to 19; a turn of 45 is measured as 28 at least.
 */
const AWAY_DEG: Edges = { enter: 29, exit: 24 };

export const turnedAway = defineCue({
  id: 'turned-away',
  area: 'place',
  speed: 'slow',
  priority: 14,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face'],
  evidence: ({ facing }) => (facing ? above(facing.awayDeg, AWAY_DEG) : 'cannot-judge'),
});
