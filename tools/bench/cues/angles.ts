import { GOOD_SITUATION, type Situation } from '../../../demo/sitter/situation.ts';
import type { TracedLook } from './page/scenario.ts';
import type { Scenario } from './scenario.ts';
import { mean, quantile } from './score.ts';

/** Error of an angle against the truth, without sign. */
export interface AngleError {
  readonly mean: number;
  readonly p95: number;
  readonly looks: number;
}

export interface AngleErrors {
  readonly elevationDeg: AngleError;
  /** Sideways: how far the head is turned from the camera. */
  readonly azimuthDeg: AngleError;
  readonly rollDeg: AngleError;
}

/** Of each look with a face, not of a median over seconds: the product's own figure is a little better. */
export function angleErrors(
  traces: readonly { readonly scenario: Scenario; readonly looks: readonly TracedLook[] }[],
): AngleErrors {
  const errors = { elevation: [] as number[], azimuth: [] as number[], roll: [] as number[] };
  for (const { scenario, looks } of traces) {
    for (const { observation, seen } of looks) {
      const face = observation.faces?.[0];
      if (!face || !seen) continue;
      errors.elevation.push(Math.abs(face.cameraElevationDeg - seen.cameraElevationDeg));
      errors.azimuth.push(Math.abs(face.cameraAzimuthDeg - seen.cameraAzimuthDeg));
      errors.roll.push(
        Math.abs(face.rollDeg - rollInPicture({ ...GOOD_SITUATION, ...scenario.base })),
      );
    }
  }
  return {
    elevationDeg: summed(errors.elevation),
    azimuthDeg: summed(errors.azimuth),
    rollDeg: summed(errors.roll),
  };
}

const RAD = Math.PI / 180;

/**
 * Roll as an Observation has it, plus: to the person's own left. A turned head that is seen from above or
 * below leans in the picture, so it is more than the situation's own roll, which also has the other sign.
 */
export function rollInPicture({
  cameraElevationDeg,
  yawDeg,
  pitchDeg,
  rollDeg,
}: Situation): number {
  const sin = (deg: number) => Math.sin(deg * RAD);
  const cos = (deg: number) => Math.cos(deg * RAD);
  // The head turns by yaw, then pitch, then roll; how far do its x and y axes rise in the picture?
  const xBack = cos(rollDeg) * sin(yawDeg) + sin(rollDeg) * sin(pitchDeg) * cos(yawDeg);
  const yBack = cos(rollDeg) * sin(pitchDeg) * cos(yawDeg) - sin(rollDeg) * sin(yawDeg);
  const xRise =
    sin(rollDeg) * cos(pitchDeg) * cos(cameraElevationDeg) + xBack * sin(cameraElevationDeg);
  const yRise =
    cos(rollDeg) * cos(pitchDeg) * cos(cameraElevationDeg) + yBack * sin(cameraElevationDeg);
  return -Math.atan2(xRise, yRise) / RAD;
}

function summed(errors: readonly number[]): AngleError {
  return { mean: mean(errors), p95: quantile(errors, 0.95), looks: errors.length };
}
