/**
 * Landmark numbers that we use, named once. The numbering of the 478 points is MediaPipe's and
 * public (its canonical face mesh and iris points). Left and right are the person's own.
 */
export const LANDMARK = {
  rightEyeOuter: 33,
  rightEyeInner: 133,
  leftEyeInner: 362,
  leftEyeOuter: 263,
  forehead: 151,
  rightCheek: 50,
  leftCheek: 280,
} as const;

/** Middle between the eyes in the canonical face, in cm: x to the person's left, y up, z out of the face. */
export const CANONICAL_EYES_CM = [0, 2.5, 4] as const;

/** Outer eye corner to outer eye corner on the canonical face, in cm. */
export const INTEROCULAR_CM = 8.9;
