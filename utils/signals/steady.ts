import type { FaceObservation } from '../observation.ts';
import { facesWithin, type History, quantiles, REMEMBERED_MS } from './history.ts';

/** What stays within this, for a minute, is the person's own way of sitting. */
const STEADY_DEG = 10;
const STEADY_FOR_MS = 60_000;

/** An angle that stayed the same for the last minute; null if it did not. */
export function steadyDeg(
  history: History,
  angleOf: (face: FaceObservation) => number,
): number | null {
  const seen = facesWithin(history, REMEMBERED_MS);
  const first = seen[0];
  const last = seen.at(-1);
  if (!first || !last || last.atMs - first.atMs < STEADY_FOR_MS) return null;
  const angles = seen.map(({ face }) => angleOf(face));
  const [low = 0, middle = 0, high = 0] = quantiles(angles, [0.1, 0.5, 0.9]) ?? [];
  return high - low > STEADY_DEG ? null : middle;
}

/** Degrees from straight or from the person's own neutral, whichever is nearer: both are right. */
export function degFrom(neutralDeg: number | null, deg: number): number {
  return Math.min(Math.abs(deg), neutralDeg === null ? Math.abs(deg) : Math.abs(deg - neutralDeg));
}
