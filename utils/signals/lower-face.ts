import type { Seen } from './history.ts';

/**
 * Height of the face, from the forehead to the chin, in interocular distances. A hand or a mask over the lower face makes
 * it short, and its angle with it. Bench: 1.50 with a hand that made 20 degrees of 3; from 20 degrees below 1.6 to 2.0.
 */
const HEIGHT_IOD = 1.55;

/** A hand, a mask or a cup is before it: what is measured there is not the face. From above any face is short. */
export function lowerFaceIsHidden({ face, aspect }: Pick<Seen, 'face' | 'aspect'>): boolean {
  return face.cameraElevationDeg < 0 && face.box.height / aspect / face.iodRatio < HEIGHT_IOD;
}
