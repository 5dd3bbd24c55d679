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

/** Down the middle of the face, from the hairline over the nose to the chin. */
const MIDLINE = [
  10, 151, 9, 8, 168, 6, 197, 195, 5, 4, 1, 2, 164, 0, 17, 18, 200, 199, 175, 152,
] as const;

/** Rings round the halves of the face: its outline on one side, and back up the middle. */
export const FACE_HALVES = {
  left: [
    338,
    297,
    332,
    284,
    251,
    389,
    356,
    454,
    323,
    361,
    288,
    397,
    365,
    379,
    378,
    400,
    377,
    ...[...MIDLINE].reverse(),
  ],
  right: [
    109,
    67,
    103,
    54,
    21,
    162,
    127,
    234,
    93,
    132,
    58,
    172,
    136,
    150,
    149,
    176,
    148,
    ...[...MIDLINE].reverse(),
  ],
} as const;

/** Middles of the lids, for how far an eye is open: upper, lower, outer corner, inner corner. */
export const EYE_OPENINGS = {
  right: [159, 145, 33, 133],
  left: [386, 374, 263, 362],
} as const;
