import type { FaceObservation } from '../observation.ts';
import { luminanceAt, meanLuminanceOf, pixelsIn, shareBetween } from './code-counts.ts';
import { focusOf } from './focus.ts';
import {
  CANONICAL_EYES_CM,
  CHEEK_RINGS,
  EYE_OPENINGS,
  EYE_RINGS,
  FACE_RING,
  INNER_LIPS,
  INTEROCULAR_CM,
  LANDMARK,
} from './landmarks.ts';
import { type Box, BRIGHT_CLIPPED_LUMA, countsInside, type LumaPlane } from './luma.ts';

/** A landmark: x and y in units of the picture from its top left corner, z in picture widths. */
export interface Landmark {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** What the landmarker says of one face. */
export interface DetectedFace {
  readonly landmarks: readonly Landmark[];
  /** Facial transformation matrix, 4 x 4 column by column, cm: from the head's frame to the camera's. */
  readonly matrix: ArrayLike<number>;
}

/**
 * Field of view along the picture's longer side, in degrees. A usual laptop camera has 60 to 78, a
 * tablet's or phone's front camera 65 to 80; unknown here, so the distance is approximate.
 */
const ASSUMED_FIELD_OF_VIEW_DEG = 68;

/**
 * The library turns the head back only in part when a face is beside the picture's axis, and assumes a
 * field of view of 63 degrees; -R't alone then makes a face in the corner look turned by 20 degrees.
 * Bench: the sitter at 54 places, distances and heights. Weight 1: elevation off by 8.6 degrees
 * (standard deviation), azimuth by 13.2; weight 0.3: 2.0 and 0.9, the least of all.
 */
const WEIGHT_OF_PLACE = 0.3;

const DEG = 180 / Math.PI;

/**
 * Signs, stated once. The camera's and the head's frame both have x to the person's left (the right
 * of an unmirrored picture) and y up; z goes out of the face and, in the camera's frame, back to
 * the person who looks at the picture.
 *
 * @param noiseLuma standard deviation of the picture's noise
 */
export function describeFace(
  { landmarks, matrix }: DetectedFace,
  plane: LumaPlane,
  noiseLuma: number,
): FaceObservation {
  const aspect = plane.heightPx / plane.widthPx;
  const box = boxOf(landmarks);
  const rightEye = landmarks[LANDMARK.rightEyeOuter] as Landmark;
  const leftEye = landmarks[LANDMARK.leftEyeOuter] as Landmark;
  // With depth, so a turned head keeps its interocular distance.
  const between = (a: Landmark, b: Landmark) =>
    Math.hypot(a.x - b.x, (a.y - b.y) * aspect, a.z - b.z);
  const iodRatio = between(leftEye, rightEye);
  const [upperLip, lowerLip] = pick(landmarks, [INNER_LIPS.upper, INNER_LIPS.lower]) as [
    Landmark,
    Landmark,
  ];

  const whole = countsInside(plane, pick(landmarks, FACE_RING));
  const cheek = (ring: readonly number[]) => {
    const counts = countsInside(plane, pick(landmarks, ring));
    // A cheek outside the picture says nothing of its own.
    return meanLuminanceOf(pixelsIn(counts) === 0 ? whole : counts);
  };
  return {
    box,
    eyes: { x: (leftEye.x + rightEye.x) / 2, y: (leftEye.y + rightEye.y) / 2 },
    iodRatio,
    distanceCm: distanceOf(iodRatio, aspect),
    ...poseOf(matrix),
    luminance: {
      face: meanLuminanceOf(whole),
      leftCheek: cheek(CHEEK_RINGS.left),
      rightCheek: cheek(CHEEK_RINGS.right),
    },
    eyeWhiteLuminance: eyeWhiteOf(landmarks, plane),
    lipGapIod: between(upperLip, lowerLip) / iodRatio,
    clippedRatio: shareBetween(whole, BRIGHT_CLIPPED_LUMA, 255),
    focus: focusOf(plane, box, noiseLuma),
  };
}

/** Fewer pixels than this inside the lids show no white. Measured: at 25 an eye 9 px wide is a grey smear. */
const EYE_PIXELS = 25;
/** Height over width of an open eye is 0.25 to 0.4, of a shut one under 0.1. */
const EYE_OPEN_RATIO = 0.15;

function eyeWhiteOf(landmarks: readonly Landmark[], plane: LumaPlane): number | null {
  const whites = (['right', 'left'] as const).flatMap((side) => {
    const [upper, lower, outer, inner] = pick(landmarks, EYE_OPENINGS[side]).map((point) => ({
      x: point.x * plane.widthPx,
      y: point.y * plane.heightPx,
    })) as [Point, Point, Point, Point];
    const opening = Math.hypot(upper.x - lower.x, upper.y - lower.y);
    const width = Math.hypot(outer.x - inner.x, outer.y - inner.y);
    if (opening < EYE_OPEN_RATIO * width) return [];
    const counts = countsInside(plane, pick(landmarks, EYE_RINGS[side]));
    return pixelsIn(counts) < EYE_PIXELS ? [] : [luminanceAt(counts, 0.9)];
  });
  return whites.length === 0 ? null : Math.max(...whites);
}

type Point = { readonly x: number; readonly y: number };

const pick = (landmarks: readonly Landmark[], indexes: readonly number[]) =>
  indexes.map((index) => landmarks[index] as Landmark);

/** Box round the landmarks. */
export function boxOf(landmarks: readonly Landmark[]): Box {
  let [fromX, fromY, toX, toY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of landmarks) {
    fromX = Math.min(fromX, x);
    fromY = Math.min(fromY, y);
    toX = Math.max(toX, x);
    toY = Math.max(toY, y);
  }
  return { x: fromX, y: fromY, width: toX - fromX, height: toY - fromY };
}

function distanceOf(iodRatio: number, aspect: number): number {
  const iodOfLongSide = iodRatio / Math.max(1, aspect);
  return INTEROCULAR_CM / (2 * Math.tan(ASSUMED_FIELD_OF_VIEW_DEG / 2 / DEG) * iodOfLongSide);
}

/** Angles from the matrix. */
export function poseOf(
  matrix: ArrayLike<number>,
): Pick<
  FaceObservation,
  'yawDeg' | 'pitchDeg' | 'rollDeg' | 'cameraElevationDeg' | 'cameraAzimuthDeg'
> {
  // r(row, column) of the rotation R; the fourth column is the translation t.
  const r = (row: number, column: number) => matrix[column * 4 + row] as number;
  // The eyes in the camera's frame: R eyes + t, their place aside and above the axis weighed down.
  const eyes = [0, 1, 2].map((row) => {
    const along = CANONICAL_EYES_CM.reduce<number>(
      (sum, cm, column) => sum + r(row, column) * cm,
      0,
    );
    return (along + r(row, 3)) * (row < 2 ? WEIGHT_OF_PLACE : 1);
  });
  // From there to the camera, in the head's frame: -R' eyes.
  const [x, y, z] = [0, 1, 2].map((column) =>
    eyes.reduce((sum, cm, row) => sum - r(row, column) * cm, 0),
  ) as [number, number, number];
  return {
    yawDeg: Math.atan2(r(0, 2), r(2, 2)) * DEG,
    pitchDeg: Math.atan2(-r(1, 2), Math.hypot(r(0, 2), r(2, 2))) * DEG,
    rollDeg: -Math.atan2(r(1, 0), r(1, 1)) * DEG,
    cameraElevationDeg: Math.atan2(y, Math.hypot(x, z)) * DEG,
    cameraAzimuthDeg: Math.atan2(x, z) * DEG,
  };
}
