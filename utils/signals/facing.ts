import { facesWithin, type History, median } from './history.ts';
import { degFrom } from './steady.ts';

/** How far the face is turned from the camera. Null without a face. */
export interface Facing {
  /** Degrees between the face and the direction to the camera, sideways, without sign. */
  readonly awayDeg: number;
}

const WINDOW_MS = 2_000;

/** A turn that stays the same for a minute becomes the neutral, and is kept until another one does. */
export function facing(history: History, neutralDeg: number | null): Facing | null {
  const deg = median(facesWithin(history, WINDOW_MS).map(({ face }) => face.cameraAzimuthDeg));
  return deg === null ? null : { awayDeg: degFrom(neutralDeg, deg) };
}
