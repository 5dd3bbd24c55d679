import type { FaceObservation } from '../observation.ts';
import { facesWithin, type History, median, REMEMBERED_MS, type Seen } from './history.ts';

/** Light in this look; linear luminance, 0 to 1. Null when no frame came. */
export interface Light {
  /** The room without the person: mean, and its bright tenth (a window, a lamp, a white wall). */
  readonly backgroundLuminance: number;
  readonly backgroundBrightLuminance: number;
  readonly meanLuma: number;
  /** Standard deviation of the noise: cameras turn up their gain in the dark. */
  readonly noiseLuma: number;
  /** Share of the whole picture that is clipped bright. */
  readonly clippedRatio: number;
  readonly face: FaceLight | null;
}

export interface FaceLight {
  readonly luminance: number;
  /** Of the whites of the eyes, of late; null while they cannot be seen. */
  readonly eyeWhiteLuminance: number | null;
  /** The brighter cheek over the darker one. */
  readonly sideRatio: number;
  readonly darkerCheekLuminance: number;
  /** Share of the face that is clipped bright. */
  readonly clippedRatio: number;
}

/** Over a blink and a glance down. */
const EYES_SEEN_WITHIN_MS = 600;
/** … in the same light: a lamp that is turned on or off is seen at once. Face now over face then, either way. */
const SAME_LIGHT_RATIO = 1.5;

/** On a head that is turned further from the camera a lid is taken for the white of an eye, now and then. */
const WHITES_SHOW_DEG = 40;

/**
 * In a soft picture lashes run into the whites. Where whites were so much brighter in the same light, while the picture was
 * sharp, they are not read. Bench: a quarter of what they were.
 */
const SHARP_FOCUS = 0.5;
const WHITES_FALL_RATIO = 0.5;

export function light(history: History): Light | null {
  const now = history.at(-1);
  if (!now?.picture) return null;
  const { backgroundLuminance, backgroundBrightLuminance, meanLuma } = now.picture;
  const face = now.faces?.[0];
  const clear = facesWithin(history, REMEMBERED_MS).filter(
    (seen) => showsWhites(seen.face) && (!face || isSameLight(face, seen.face)),
  );
  const usual = median(whitesOf(clear.filter((seen) => isSharp(seen.face)))) ?? 0;
  const whites = clear.filter(
    (seen) =>
      now.capturedAtMs - seen.atMs <= EYES_SEEN_WITHIN_MS &&
      (seen.face.eyeWhiteLuminance ?? 0) >= WHITES_FALL_RATIO * usual,
  );
  return {
    backgroundLuminance,
    backgroundBrightLuminance,
    meanLuma,
    noiseLuma: now.picture.noiseLuma,
    clippedRatio: now.picture.brightClippedRatio,
    face: face
      ? {
          luminance: face.luminance.face,
          eyeWhiteLuminance: median(whitesOf(whites)),
          sideRatio: sideRatioOf(face.luminance),
          darkerCheekLuminance: Math.min(face.luminance.leftCheek, face.luminance.rightCheek),
          clippedRatio: face.clippedRatio,
        }
      : null,
  };
}

const isSharp = ({ focus }: FaceObservation) => focus === null || focus >= SHARP_FOCUS;

const showsWhites = ({ focus, cameraAzimuthDeg }: FaceObservation) =>
  focus !== 0 && Math.abs(cameraAzimuthDeg) <= WHITES_SHOW_DEG;

function isSameLight(now: FaceObservation, then: FaceObservation): boolean {
  const ratio = now.luminance.face / then.luminance.face;
  return ratio < SAME_LIGHT_RATIO && ratio > 1 / SAME_LIGHT_RATIO;
}

const whitesOf = (seen: readonly Seen[]) =>
  seen.flatMap(({ face }) => face.eyeWhiteLuminance ?? []);

/** Linear luminance that limited-range black, flare and noise add: in the dark a ratio means nothing. */
const BLACK_LUMINANCE = 0.004;

function sideRatioOf({ leftCheek, rightCheek }: FaceObservation['luminance']): number {
  const brighter = Math.max(leftCheek, rightCheek);
  return (brighter + BLACK_LUMINANCE) / (Math.min(leftCheek, rightCheek) + BLACK_LUMINANCE);
}
