import { createRandom } from '../../../../tests/unit/support/random.ts';
import type { Scenario } from '../scenario.ts';
import { rounded } from './sampling.ts';

const HEAD_SHAPES = 10;
/** The neutral is measured in this time, as Prepare does after a yes. */
export const NEUTRAL_FROM_MS = 500;
export const NEUTRAL_TO_MS = 4000;
const MOVED_AT_MS = 5000;
const MOVED_DEG = 10;
const LENGTH_MS = 16_000;

/** Ten heads, each with its own neutral; then the camera stands ten degrees lower, or higher. */
export function neutrals(): Scenario[] {
  return Array.from({ length: HEAD_SHAPES }, (_, headShape) => headShape).flatMap((headShape) =>
    (['lower', 'higher'] as const).map((where, index): Scenario => {
      const random = createRandom(500 + headShape * 2 + index);
      const cameraElevationDeg = Math.round(random.between(-4, 4));
      const moved = cameraElevationDeg + (where === 'lower' ? -MOVED_DEG : MOVED_DEG);
      return {
        name: `camera-${where}-for-head-${headShape}`,
        kind: 'neutral',
        seed: 3000 + headShape * 2 + index,
        picture: { widthPx: 640, heightPx: 360 },
        base: rounded({
          headShape,
          cameraElevationDeg,
          skinTone: (headShape + 1) as 1,
          distanceCm: random.between(52, 72),
          movement: index === 0 ? 'still' : 'talking',
        }),
        steps: [{ atMs: MOVED_AT_MS, changes: { cameraElevationDeg: moved }, rampMs: 400 }],
        lengthMs: LENGTH_MS,
      };
    }),
  );
}
