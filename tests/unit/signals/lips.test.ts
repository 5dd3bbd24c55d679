import { describe, expect, it } from 'vitest';
import { poseAt } from '../../../demo/sitter/movement.ts';
import type { Movement } from '../../../demo/sitter/situation.ts';
import type { FaceObservation } from '../../../utils/observation.ts';
import { type Lips, lips } from '../../../utils/signals/lips.ts';
import { during, type Look } from '../cues/trace.ts';

/** Of the sitter's mouth, wide open; measured through the landmarks. */
const WIDE_IOD = 0.4;
const SEED = 1;

const moving = (movement: Movement) => (ms: number) =>
  WIDE_IOD * poseAt({ movement, tremorHz: 5, tremorCm: 1 }, SEED, ms).mouthOpenRatio;
const face = (more: Partial<FaceObservation>): Look => ({ face: more });

/** What is known of the lips at the end of 12 s, of which the first sentence began at once. */
function after(
  gapAt: (ms: number) => number,
  everyMs: number,
  more: Partial<FaceObservation> = {},
) {
  return lips(
    during(0, 12_000, (ms) => face({ lipGapIod: gapAt(ms), ...more }), everyMs),
    0,
  );
}
const mostSwings = (gapAt: (ms: number) => number, everyMs: number) =>
  Math.max(
    ...Array.from(
      { length: 40 },
      (_, step) => after((ms) => gapAt(ms + 710 * step), everyMs)?.swings ?? 0,
    ),
  );

describe.each([240, 360, 480])('looked at every %d ms', (everyMs) => {
  it('talking swings', () => {
    expect(mostSwings(moving('talking'), everyMs)).toBeGreaterThanOrEqual(5);
  });

  it.each<Movement>(['still', 'nodding', 'chewing', 'counting', 'reading'])(
    '%s does not',
    (movement) => {
      expect(mostSwings(moving(movement), everyMs)).toBe(0);
    },
  );

  it('a yawn opens and shuts', () => {
    expect(mostSwings(moving('yawning'), everyMs)).toBeLessThanOrEqual(2);
  });
});

describe('cannot be read', () => {
  const talks = moving('talking');
  it.each<[string, Partial<FaceObservation>]>([
    ['far away', { iodRatio: 0.05 }],
    ['turned to who sits beside', { cameraAzimuthDeg: -32 }],
    ['bowed over a telephone', { cameraElevationDeg: 28 }],
    ['soft', { focus: 0.3 }],
    ['drowned in noise', { focus: 0 }],
    ['without any edge', { focus: null }],
  ])('%s', (_, more) => {
    expect(after(talks, 240, more)).toBeNull();
  });

  it('no face', () => {
    expect(
      lips(
        during(0, 12_000, () => ({ face: null })),
        0,
      ),
    ).toBeNull();
  });

  it('but one lost look in three does not matter', () => {
    const at = (ms: number): Look =>
      ms % 720 === 0 ? { face: null } : face({ lipGapIod: talks(ms) });
    expect(lips(during(0, 12_000, at, 240), 0)).not.toBeNull();
  });
});

describe('over time', () => {
  const wide = 0.15;
  const swinging = (untilMs: number) => (ms: number) =>
    ms < untilMs && ms % 480 === 0 ? wide : 0.02;
  const at = (lengthMs: number, untilMs: number, fromMs = 0): Lips | null =>
    lips(
      during(0, lengthMs, (ms) => face({ lipGapIod: swinging(untilMs)(ms) }), 240),
      fromMs,
    );

  it('counts what is of late, and how far apart it is', () => {
    expect(at(4_800, 4_800)).toMatchObject({ swings: 15, overMs: 3_360 });
  });

  it('remembers ten seconds how long the lips are still', () => {
    expect(at(4_800, 2_400)?.stillForMs).toBe(2_400);
    expect(at(14_400, 2_400)?.stillForMs).toBeNull();
  });

  it('what was said before is none of it', () => {
    expect(at(7_200, 2_400, 2_640)).toMatchObject({ swings: 0, stillForMs: null });
  });
});
