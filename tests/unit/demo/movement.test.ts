import { describe, expect, it } from 'vitest';
import { INTEROCULAR_CM } from '../../../demo/sitter/face-regions.ts';
import { isSpeaking, poseAt as poseOf } from '../../../demo/sitter/movement.ts';
import { GOOD_SITUATION, MOVEMENTS, type Movement } from '../../../demo/sitter/situation.ts';

const poseAt = (movement: Movement, seed: number, nowMs: number, sinceMs = 0) =>
  poseOf({ ...GOOD_SITUATION, movement }, seed, nowMs, sinceMs);
const SEEDS = [1, 2, 3, 50];
const times = (toMs: number, stepMs = 100) =>
  Array.from({ length: toMs / stepMs }, (_, index) => index * stepMs);
const xs = (kind: Movement, seed: number, toMs: number) =>
  times(toMs).map((nowMs) => poseAt(kind, seed, nowMs).xCm);
const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);

describe('movement', () => {
  it.each(MOVEMENTS)('%s is the same for the same seed and time', (kind) => {
    for (const nowMs of times(5000, 330)) {
      expect(poseAt(kind, 3, nowMs, 200)).toEqual(poseAt(kind, 3, nowMs, 200));
    }
    expect(xs(kind, 1, 3000)).not.toEqual(xs(kind, 2, 3000));
  });

  it.each(MOVEMENTS)('%s keeps mouth and eyes between shut and open', (kind) => {
    for (const nowMs of times(30_000, 70)) {
      const pose = poseAt(kind, 1, nowMs);
      for (const share of [pose.mouthOpenRatio, pose.eyesShutRatio]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
    }
  });

  // The coach's own words: moving from place to place is 1.5 interocular distances within 2 s,
  // again and again; swinging about one place is not.
  it.each(SEEDS)('walking about goes from place to place again and again (seed %i)', (seed) => {
    for (const startMs of times(20_000, 2000)) {
      const window = times(2000).map((ms) => poseAt('walking-about', seed, startMs + ms).xCm);
      expect(spread(window)).toBeGreaterThan(1.5 * INTEROCULAR_CM);
    }
  });

  it.each(['still', 'talking', 'nodding'] as const)('%s stays in its place', (kind) => {
    for (const seed of SEEDS) {
      expect(spread(xs(kind, seed, 60_000))).toBeLessThan(0.3 * INTEROCULAR_CM);
      const angles = times(60_000).map((nowMs) => poseAt(kind, seed, nowMs).yawDeg);
      expect(spread(angles)).toBeLessThan(8);
    }
  });

  it('is never frozen', () => {
    for (const nowMs of times(20_000, 1000)) {
      expect(poseAt('still', 1, nowMs)).not.toEqual(poseAt('still', 1, nowMs + 66));
    }
  });

  it('walks out and stays out', () => {
    for (const nowMs of times(60_000, 1000).slice(6)) {
      expect(poseAt('walking-out', 1, nowMs, 0).xCm).toBeGreaterThan(200);
    }
    expect(poseAt('walking-out', 1, 9000, 9000).xCm).toBeLessThan(1);
  });

  it('speaks in sentences with pauses between', () => {
    const spoken = times(60_000).filter((nowMs) => isSpeaking(1, nowMs)).length / 600;
    expect(spoken).toBeGreaterThan(0.6);
    expect(spoken).toBeLessThan(0.95);
  });
});
