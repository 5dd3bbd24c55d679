import { describe, expect, it } from 'vitest';
import { GOOD_SITUATION } from '../../../../../demo/sitter/situation.ts';
import { rollInPicture } from '../../../../../tools/bench/cues/angles.ts';

describe('roll in the picture', () => {
  it.each([
    [{ rollDeg: 20 }, -20],
    [{ rollDeg: -8, pitchDeg: 10 }, 8],
    // A head that looks aside, seen from above, leans.
    [{ yawDeg: 15, cameraElevationDeg: 30 }, -8.5],
    [{ yawDeg: -15, cameraElevationDeg: 30 }, 8.5],
    [{ yawDeg: 15, cameraElevationDeg: -30 }, 8.5],
  ])('of %j is %d', (changes, expected) => {
    expect(rollInPicture({ ...GOOD_SITUATION, ...changes })).toBeCloseTo(expected, 1);
  });
});
