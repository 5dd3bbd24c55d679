import { facesWithin, type History } from './history.ts';

/** Place and size of the face in this look. Null without a face. */
export interface Framing {
  /** Interocular distance in units of the picture's shorter side: the same upright and lying. */
  readonly iodOfShortSide: number;
  /** Middle of the face in units of the picture. */
  readonly centreX: number;
  readonly centreY: number;
  /** Top of the head, hair included, and the chin, in units of the picture's height. */
  readonly headTopY: number;
  readonly chinY: number;
}

/** The landmarks end at the hairline; skull and hair add this much of their height. Measured on the clips. */
const HAIR_RATIO = 0.5;

export function framing(history: History): Framing | null {
  const seen = facesWithin(history, 0)[0];
  if (!seen) return null;
  const { box, iodRatio } = seen.face;
  return {
    iodOfShortSide: iodRatio * Math.max(1, seen.aspect),
    centreX: box.x + box.width / 2,
    centreY: box.y + box.height / 2,
    headTopY: box.y - HAIR_RATIO * box.height,
    chinY: box.y + box.height,
  };
}
