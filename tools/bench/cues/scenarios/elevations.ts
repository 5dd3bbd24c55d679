import type { SkinTone } from '../../../../demo/sitter/monk-tones.ts';
import { createRandom } from '../../../../tests/unit/support/random.ts';
import type { Scenario } from '../scenario.ts';
import { distanceFor, rounded } from './sampling.ts';

const FROM_DEG = -30;
const TO_DEG = 30;
const STEP_DEG = 2.5;
/** At each angle: other heads, places and distances. */
const EACH = 10;
const LENGTH_MS = 1500;

/** One pose each, for the error of the angles: camera from -30 to +30 degrees. */
export function elevations(): Scenario[] {
  const angles = (TO_DEG - FROM_DEG) / STEP_DEG + 1;
  return Array.from({ length: angles * EACH }, (_, index): Scenario => {
    const random = createRandom(700 + index);
    const headShape = Math.floor(index / angles) % 10;
    return {
      name: `elevation-${index}`,
      kind: 'elevation',
      seed: 4000 + index,
      picture: { widthPx: 640, heightPx: 360 },
      base: rounded({
        cameraElevationDeg: FROM_DEG + STEP_DEG * (index % angles),
        yawDeg: random.between(-15, 15),
        pitchDeg: random.between(-4, 4),
        rollDeg: random.between(-8, 8),
        distanceCm: distanceFor(random.between(0.13, 0.24), 40, headShape),
        offsetXRatio: random.between(-0.2, 0.2),
        offsetYRatio: random.between(-0.1, 0.2),
        headShape,
        skinTone: (1 + (index % 10)) as SkinTone,
      }),
      steps: [],
      lengthMs: LENGTH_MS,
    };
  });
}
