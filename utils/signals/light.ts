import type { FaceObservation } from '../observation.ts';
import { facesWithin, type History, median } from './history.ts';

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

/** Whites are not darker than the skin around them: what is so are lashes that a soft lens has spread over them. */
const WHITE_TO_SKIN = 0.7;

export function light(history: History): Light | null {
  const now = history.at(-1);
  if (!now?.picture) return null;
  const { backgroundLuminance, backgroundBrightLuminance, meanLuma } = now.picture;
  const face = now.faces?.[0];
  const whites = facesWithin(history, EYES_SEEN_WITHIN_MS).flatMap((seen) => {
    const ratio = face ? face.luminance.face / seen.face.luminance.face : 1;
    const isSameLight = ratio < SAME_LIGHT_RATIO && ratio > 1 / SAME_LIGHT_RATIO;
    const isClear =
      seen.face.focus !== 0 && Math.abs(seen.face.cameraAzimuthDeg) <= WHITES_SHOW_DEG;
    const white = seen.face.eyeWhiteLuminance ?? 0;
    const isWhite = white >= WHITE_TO_SKIN * seen.face.luminance.face;
    return isSameLight && isClear && isWhite ? white : [];
  });
  return {
    backgroundLuminance,
    backgroundBrightLuminance,
    meanLuma,
    noiseLuma: now.picture.noiseLuma,
    clippedRatio: now.picture.brightClippedRatio,
    face: face
      ? {
          luminance: face.luminance.face,
          eyeWhiteLuminance: median(whites),
          sideRatio: sideRatioOf(face.luminance),
          darkerCheekLuminance: Math.min(face.luminance.leftCheek, face.luminance.rightCheek),
          clippedRatio: face.clippedRatio,
        }
      : null,
  };
}

/** Linear luminance that limited-range black, flare and noise add: in the dark a ratio means nothing. */
const BLACK_LUMINANCE = 0.004;

function sideRatioOf({ leftCheek, rightCheek }: FaceObservation['luminance']): number {
  const brighter = Math.max(leftCheek, rightCheek);
  return (brighter + BLACK_LUMINANCE) / (Math.min(leftCheek, rightCheek) + BLACK_LUMINANCE);
}
