/**
 * Landmark numbers that we use, named once. The numbering of the 478 points is MediaPipe's and
 * public (its canonical face mesh and iris points). Left and right are the person's own.
 */
export const LANDMARK = {
  rightEyeOuter: 33,
  rightEyeInner: 133,
  leftEyeInner: 362,
  leftEyeOuter: 263,
} as const;

/** Middle between the eyes in the canonical face, in cm: x to the person's left, y up, z out of the face. */
export const CANONICAL_EYES_CM = [0, 2.5, 4] as const;

/** Outer eye corner to outer eye corner on the canonical face, in cm. */
export const INTEROCULAR_CM = 8.9;

/** Rings round the visible part of each eye. */
export const EYE_RINGS = {
  right: [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246],
  left: [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466],
} as const;

/** The inner edges of the lips, in the middle. */
export const INNER_LIPS = { upper: 13, lower: 14 } as const;

/** Ring round the face, from the middle of the hairline. */
export const FACE_RING = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148,
  176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
] as const;

/** Rings round the cheeks, below the eyes: skin that glasses, hair and brows leave free. */
export const CHEEK_RINGS = {
  left: [345, 346, 347, 330, 266, 425, 411, 376, 352],
  right: [116, 117, 118, 101, 36, 205, 187, 147, 123],
} as const;

/** Middles of the lids, for how far an eye is open: upper, lower, outer corner, inner corner. */
export const EYE_OPENINGS = {
  right: [159, 145, 33, 133],
  left: [386, 374, 263, 362],
} as const;
