import type { Scenario } from '../scenario.ts';
import { drawFor, drawGood, GOOD_LIGHTS } from './sampling.ts';

const COUNT = 82;
const LENGTH_MS = 30_000;
/** Half way the person sits down anew: as they do, and still well. */
const SHIFTS_AT_MS = 15_000;
const SHIFTING_MS = 900;

/** At least 40 minutes of good picture: other people, rooms, lights and cameras every half minute. */
export function goodPictures(): Scenario[] {
  return Array.from({ length: COUNT }, (_, index): Scenario => {
    const draw = drawFor(1, index);
    // Ten tones, each in each light, takes another stride than the tones.
    const base = { ...drawGood(draw), ...GOOD_LIGHTS[Math.floor(index / 10) % GOOD_LIGHTS.length] };
    const { cameraElevationDeg, yawDeg, pitchDeg, rollDeg, offsetXRatio } = drawGood(draw);
    const changes = { cameraElevationDeg, yawDeg, pitchDeg, rollDeg, offsetXRatio } as typeof base;
    return {
      name: `good-${index}`,
      kind: 'good',
      seed: 1000 + index,
      picture: draw.picture,
      base,
      steps: [{ atMs: SHIFTS_AT_MS, changes, rampMs: SHIFTING_MS }],
      lengthMs: LENGTH_MS,
    };
  });
}
