import type { Neutral } from '../cues/types.ts';
import { facesWithin, type History, median } from './history.ts';

/** Height of the camera as the head sees it. Null while the person does not face the screen. */
export interface CameraElevation {
  /** Median over seconds, from the person's own neutral where it is known: plus, above the eyes; minus, below. */
  readonly deg: number;
  /** Median of the same looks. */
  readonly distanceCm: number;
}

/** Long enough for a nod and a glance aside to fall out of the median. */
const WINDOW_MS = 2_400;
/** Fewer looks than this are no median. */
const LOOKS = 4;
/** Facing the screen: the angle is trusted up to here (errors grow with the turn). */
const FACING_DEG = 20;
/** … and a head that is tilted more than this is not held as one sits and looks. */
const LEVEL_DEG = 15;
/** Facing it in this share of the looks: one who turns to and fro does not sit and look. */
const FACING_SHARE = 0.7;

export function cameraElevation(history: History, neutral: Neutral | null): CameraElevation | null {
  const seen = facesWithin(history, WINDOW_MS);
  const facing = seen.filter(
    ({ face }) =>
      Math.abs(face.cameraAzimuthDeg) <= FACING_DEG &&
      Math.abs(face.rollDeg) <= LEVEL_DEG &&
      isWhole(face.box),
  );
  const deg = median(facing.map(({ face }) => face.cameraElevationDeg));
  const distanceCm = median(facing.map(({ face }) => face.distanceCm));
  const settled = facing.length >= Math.max(LOOKS, FACING_SHARE * seen.length);
  if (!settled || deg === null || distanceCm === null) return null;
  return { deg: deg - (neutral?.elevationDeg ?? 0), distanceCm };
}

/** A face that the picture's edge cuts is guessed, and its angles with it. */
function isWhole(box: { x: number; y: number; width: number; height: number }): boolean {
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= 1 && box.y + box.height <= 1;
}
