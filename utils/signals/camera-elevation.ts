import type { Neutral } from '../circumstances.ts';
import { cameraStands } from './camera-stands.ts';
import { facesWithin, type History, median, quantiles, type Seen } from './history.ts';
import { lowerFaceIsHidden } from './lower-face.ts';

/** Height of the camera as the head sees it. Null while the person does not face the screen. */
export interface CameraElevation {
  /** Plus, above the eyes; minus, below. From the person's own neutral, where that tells. */
  readonly deg: number;
  readonly fromNeutral: boolean;
  /** The distance to the camera, in cm, at the same time. */
  readonly distanceCm: number;
}

/** Long enough for a nod and a glance aside to fall out of the median. */
const WINDOW_MS = 2_400;
/**
 * A camera cannot rise while its background stands still: then it is the head that is bowed, over a list or
 * a cup, or tipped back. So as long as it is seen to stand, all looks of this time count …
 */
const STANDING_WINDOW_MS = 60_000;
/** … and from so long on not their middle, but the most level of them, but for the odd one. */
const STANDS_FROM_MS = 6_000;
const ODD_SHARE = 0.05;
/** Fewer looks than this are no median. */
const LOOKS = 4;
/** Facing the screen: the angle is trusted up to here (errors grow with the turn). */
const FACING_DEG = 20;
/** … and a head that is tilted more than this is not held as one sits and looks. */
const LEVEL_DEG = 15;
/** Facing it in this share of the looks: one who turns to and fro does not sit and look. */
const FACING_SHARE = 0.7;

/** From nearer or farther the lens seems to stand elsewhere: a neutral tells only about its own distance. */
const ALIKE_DISTANCE_RATIO = 1.5;

export function cameraElevation(history: History, neutral: Neutral | null): CameraElevation | null {
  const recent = facesWithin(history, WINDOW_MS);
  const settled = recent.filter(isFacing).length >= Math.max(LOOKS, FACING_SHARE * recent.length);
  if (!settled) return null;
  const { forMs, movedMsAgo } = cameraStands(history);
  const windowMs = Math.min(Math.max(WINDOW_MS, forMs), movedMsAgo ?? Number.POSITIVE_INFINITY);
  const facing = facesWithin(history, Math.min(windowMs, STANDING_WINDOW_MS)).filter(isFacing);
  const distanceCm = median(facing.map(({ face }) => face.distanceCm));
  if (facing.length < LOOKS || distanceCm === null) return null;
  const ratio = neutral ? distanceCm / neutral.distanceCm : Number.NaN;
  const fromNeutral = ratio < ALIKE_DISTANCE_RATIO && ratio > 1 / ALIKE_DISTANCE_RATIO;
  const zeroDeg = fromNeutral && neutral ? neutral.elevationDeg : 0;
  const angles = facing.map(({ face }) => face.cameraElevationDeg - zeroDeg);
  const deg = windowMs >= STANDS_FROM_MS ? mostLevel(withoutNods(angles)) : median(angles);
  return deg === null ? null : { deg, distanceCm, fromNeutral };
}

/** Of so many looks, 1 to 2 s, the median: one who nods is as level as the middle of the nods. */
const NOD_LOOKS = 5;

function withoutNods(angles: readonly number[]): number[] {
  const middles = angles
    .slice(NOD_LOOKS - 1)
    .flatMap((_, i) => median(angles.slice(i, i + NOD_LOOKS)) ?? []);
  return middles.length > 0 ? middles : [...angles];
}

/** The angle nearest to level, but for the odd ones; level, where they lie on both sides of it. */
function mostLevel(angles: readonly number[]): number | null {
  const range = quantiles(angles, [ODD_SHARE, 1 - ODD_SHARE]);
  if (!range) return null;
  const [low = 0, high = 0] = range;
  return low > 0 ? low : Math.min(0, high);
}

/** Interocular distance in units of the shorter side: nearer, the wide lens bends the face; farther, it has too few pixels. */
const SIZE = { from: 0.115, to: 0.31 };

function isFacing({ face, aspect }: Seen): boolean {
  const size = face.iodRatio * Math.max(1, aspect);
  return (
    size >= SIZE.from &&
    size <= SIZE.to &&
    Math.abs(face.cameraAzimuthDeg) <= FACING_DEG &&
    Math.abs(face.rollDeg) <= LEVEL_DEG &&
    !lowerFaceIsHidden({ face, aspect }) &&
    isWhole(face.box)
  );
}

/** A face that the picture's edge cuts is guessed, and its angles with it. */
export function isWhole(box: { x: number; y: number; width: number; height: number }): boolean {
  return box.x >= 0 && box.y >= 0 && box.x + box.width <= 1 && box.y + box.height <= 1;
}
