import type { Framing } from '../signals/framing.ts';
import { above, all, any, below, defineCue, type Edges, type Evidence } from './define-cue.ts';
import type { CueDirection } from './types.ts';

/** The middle of the face from the middle of the picture, in picture widths. Bench: good ones up to 0.05. */
const ASIDE: Edges = { enter: 0.15, exit: 0.12 };

/** Heights in units of the picture, from the top. A head may touch the upper edge when it is large … */
const HEAD_TOP: Edges = { enter: 0.065, exit: 0.085 };
/** … so the face must be high too. Bench: heads at the edge 0.20, good faces 0.36 and lower. */
const HIGH: Edges = { enter: 0.34, exit: 0.37 };
/** So high that the top of the head does not matter. */
const VERY_HIGH: Edges = { enter: 0.18, exit: 0.21 };

/** The chin at the lower edge, with the face low. Bench: chin at the edge 1.0, good ones up to 0.82. */
const CHIN: Edges = { enter: 0.94, exit: 0.91 };
const LOW: Edges = { enter: 0.62, exit: 0.59 };
/** So low that the chin does not matter. */
const VERY_LOW: Edges = { enter: 0.72, exit: 0.69 };

/** Where the face is, in the person's own direction: what is right in the picture is their left. */
const SIDES: Readonly<Record<CueDirection, (framing: Framing) => Evidence>> = {
  left: ({ centreX }) => above(centreX - 0.5, ASIDE),
  right: ({ centreX }) => above(0.5 - centreX, ASIDE),
  up: ({ headTopY, centreY }) =>
    any(all(below(headTopY, HEAD_TOP), below(centreY, HIGH)), below(centreY, VERY_HIGH)),
  down: ({ chinY, centreY }) =>
    any(all(above(chinY, CHIN), above(centreY, LOW)), above(centreY, VERY_LOW)),
};

export const offCentre = defineCue({
  id: 'off-centre',
  area: 'place',
  speed: 'fast',
  priority: 10,
  // Who walks about passes every edge: staying in one place is the advice.
  hiddenBy: ['camera-off', 'camera-covered', 'no-face', 'hold-still'],
  evidence({ framing }) {
    return framing ? any(...Object.values(SIDES).map((side) => side(framing))) : 'cannot-judge';
  },
  direction({ framing }) {
    if (!framing) return undefined;
    const sides = Object.keys(SIDES) as CueDirection[];
    return (
      sides.find((side) => SIDES[side](framing) === 'past-enter') ??
      sides.find((side) => SIDES[side](framing) === 'inside')
    );
  },
});
