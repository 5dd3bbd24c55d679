import { facesWithin, type History, median } from './history.ts';
import { degFrom } from './steady.ts';

/** How far the head leans to a side in the picture. Null without a face. */
export interface Tilt {
  /** Degrees from upright or from the person's own neutral, without sign. */
  readonly deg: number;
  /** Degrees from upright, without sign. */
  readonly fromUprightDeg: number;
}

const WINDOW_MS = 2_000;

/** A tilt that stays the same for a minute becomes the neutral, and is kept until another one does. */
export function tilt(history: History, neutralDeg: number | null): Tilt | null {
  const deg = median(facesWithin(history, WINDOW_MS).map(({ face }) => face.rollDeg));
  return deg === null ? null : { deg: degFrom(neutralDeg, deg), fromUprightDeg: Math.abs(deg) };
}
