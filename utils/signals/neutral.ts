import type { Neutral } from '../circumstances.ts';
import { isWhole } from './camera-elevation.ts';
import { facesWithin, type History, median, quantile } from './history.ts';

/** The looks that are learnt from: what came before is the way to the button, not how one sits. */
export const NEUTRAL_WINDOW_MS = 3_000;
/** Fewer looks than this are no median. At the slowest pace (500 ms) the window has six; slow machines have less. */
const LOOKS = 4;
/** Facing the screen in this share of them: a blink of the model falls out, a glance aside does not. */
const FACING_SHARE = 0.9;
/** Nearer to straight than a cue asks for: the angle is most sure there. */
const FACING_DEG = 12;
const LEVEL_DEG = 15;
/** 10th to 90th percentile while one sits and looks; a nod makes 10 and more. Own choice. */
const STEADY_DEG = 6;
/** The same of the distance, over its median: whoever leans back is not there yet. Own choice. */
const STEADY_RATIO = 0.12;

/**
 * What the model says of frontal adults with the camera level with their eyes: -4.8 degrees with a standard
 * deviation of 5.5 (49 people of the London set), so three of these to either side. Beyond, the answer
 * "yes" is more likely a mistake, and would silence the cue for good.
 */
const LIKELY_DEG = { from: -21, to: 12 };

/** How this person looks now, in the middle of the last seconds. Null while they do not sit and look. */
export function neutralOf(history: History): Neutral | null {
  const seen = facesWithin(history, NEUTRAL_WINDOW_MS);
  const facing = seen
    .map(({ face }) => face)
    .filter(
      ({ cameraAzimuthDeg, rollDeg, box }) =>
        Math.abs(cameraAzimuthDeg) <= FACING_DEG && Math.abs(rollDeg) <= LEVEL_DEG && isWhole(box),
    );
  if (facing.length < Math.max(LOOKS, FACING_SHARE * seen.length)) return null;

  const elevations = facing.map(({ cameraElevationDeg }) => cameraElevationDeg);
  const distances = facing.map((face) => face.distanceCm);
  const elevationDeg = median(elevations);
  const distanceCm = median(distances);
  const eyesY = median(facing.map(({ eyes }) => eyes.y));
  if (elevationDeg === null || distanceCm === null || eyesY === null) return null;
  const steady = spread(elevations) <= STEADY_DEG && spread(distances) <= STEADY_RATIO * distanceCm;
  return steady ? { elevationDeg, distanceCm, eyesY } : null;
}

/** Can a camera that is level with the eyes look so? */
export function isLikely({ elevationDeg }: Neutral): boolean {
  return elevationDeg >= LIKELY_DEG.from && elevationDeg <= LIKELY_DEG.to;
}

function spread(values: readonly number[]): number {
  return (quantile(values, 0.9) ?? 0) - (quantile(values, 0.1) ?? 0);
}
