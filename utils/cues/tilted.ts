import { above, all, below, defineCue, type Edges } from './define-cue.ts';

/** Degrees from upright. Bench: frontal people 0 +- 1.9, people who tilt their heads 15 to 20. */
const TILT_DEG: Edges = { enter: 14, exit: 11 };
/** Who lies on the side has a reason to: nothing is wrong. */
const LYING_DEG: Edges = { enter: 45, exit: 50 };

/** The head, or the tablet, leans to a side. A tilt that stays for a minute is the person's own. */
export const tilted = defineCue({
  id: 'tilted',
  area: 'place',
  speed: 'slow',
  priority: 13,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face'],
  evidence: ({ tilt }) =>
    tilt ? all(above(tilt.deg, TILT_DEG), below(tilt.fromUprightDeg, LYING_DEG)) : 'cannot-judge',
});
