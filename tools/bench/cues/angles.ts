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
      // Signs: an Observation's roll leans to the person's own left, a situation's to the right.
      errors.roll.push(Math.abs(face.rollDeg + (scenario.base.rollDeg ?? 0)));
    }
  }
  return {
    elevationDeg: summed(errors.elevation),
    azimuthDeg: summed(errors.azimuth),
    rollDeg: summed(errors.roll),
  };
}

function summed(errors: readonly number[]): AngleError {
  return { mean: mean(errors), p95: quantile(errors, 0.95), looks: errors.length };
}
