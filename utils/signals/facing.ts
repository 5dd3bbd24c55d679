import { facesWithin, type History, median, quantile, REMEMBERED_MS } from './history.ts';

/** How far the face is turned from the camera. Null without a face. */
export interface Facing {
  /** Degrees between the face and the direction to the camera, sideways, without sign. */
  readonly awayDeg: number;
}

const WINDOW_MS = 2_000;
/** What stays within this, for a minute, is the person's own way of sitting. */
const STEADY_DEG = 10;
const STEADY_FOR_MS = 60_000;

/**
 * A turn that stays the same for a minute becomes the neutral, and is kept until another one does:
 * facing the neutral and facing the camera are both right.
 */
export function facing(history: History, neutralDeg: number | null): Facing | null {
  const deg = median(facesWithin(history, WINDOW_MS).map(({ face }) => face.cameraAzimuthDeg));
  if (deg === null) return null;
  const fromNeutral = neutralDeg === null ? Number.POSITIVE_INFINITY : Math.abs(deg - neutralDeg);
  return { awayDeg: Math.min(Math.abs(deg), fromNeutral) };
}

/** Direction to the camera, sideways, that stayed the same for the last minute; null if none did. */
export function steadyAzimuthDeg(history: History): number | null {
  const seen = facesWithin(history, REMEMBERED_MS);
  const first = seen[0];
  const last = seen.at(-1);
  if (!first || !last || last.atMs - first.atMs < STEADY_FOR_MS) return null;
  const turns = seen.map(({ face }) => face.cameraAzimuthDeg);
  const low = quantile(turns, 0.1);
  const high = quantile(turns, 0.9);
  return low === null || high === null || high - low > STEADY_DEG ? null : median(turns);
}
