import type { FaceObservation } from '../observation.ts';
import { facesWithin, type History } from './history.ts';

/** Place and size of the face (or of the group of faces) in this look. Null without a face. */
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

/** @param others people who belong to the group: then its middle and its edges are meant, not one face's */
export function framing(history: History, others: readonly FaceObservation[] = []): Framing | null {
  const seen = facesWithin(history, 0)[0];
  if (!seen) return null;
  const boxes = [seen.face, ...others].map(({ box }) => box);
  const left = Math.min(...boxes.map(({ x }) => x));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const top = Math.min(...boxes.map(({ y }) => y));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return {
    iodOfShortSide: seen.face.iodRatio * Math.max(1, seen.aspect),
    centreX: (left + right) / 2,
    centreY: (top + bottom) / 2,
    headTopY: Math.min(...boxes.map(({ y, height }) => y - HAIR_RATIO * height)),
    chinY: bottom,
  };
}
