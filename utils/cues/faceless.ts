import type { Signals } from '../signals/signals.ts';
import { above, all, below, type Edges, type Evidence } from './define-cue.ts';

/**
 * Share of the picture. Measured: an empty room, a poster, an ear and a cheek close up 0.00; the top of a head or
 * a shoulder at the picture's edge 0.02 and 0.03; the sitter with her head down at 60 cm 0.18 to 0.25, low in the
 * picture or at 1 m 0.10 and 0.12; 34 real people before their cameras 0.19 to 0.76.
 */
const PERSON_RATIO: Edges = { enter: 0.07, exit: 0.05 };
/** From here up it is a close-up, of whatever part. Own choice; a face at 20 cm fills 0.55. */
const FILLED_RATIO: Edges = { enter: 0.6, exit: 0.7 };
/**
 * Picture widths. Measured: a head that is all in the picture 0.00, half out at a side 0.085, above the upper
 * edge 0.25. Too little rather than too much: a head that is cut off is what no-face speaks of.
 */
const CUT_RATIO: Edges = { enter: 0.03, exit: 0.06 };

/** As fast as no-face, so that the two are known in the same look. */
export const FACELESS_SPEED = 'fast';

/**
 * A person is there, whole enough to have a face in the picture, and none is found: a mask, a bandage, a
 * veil, a head that is turned down. Not a cue, for nothing is wrong. A close-up of skin is no person to the
 * model (0.00), and a head outside the picture is what no-face is for.
 */
export function facelessEvidence({ presence, person }: Signals): Evidence {
  if (presence.faces === null) return 'cannot-judge';
  if (presence.faces > 0) return 'past-exit';
  if (!person) return 'cannot-judge';
  return all(
    above(person.ratio, PERSON_RATIO),
    below(person.ratio, FILLED_RATIO),
    below(person.cutRatio, CUT_RATIO),
  );
}
