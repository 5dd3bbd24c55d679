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

  it.each(['still', 'talking', 'gesturing', 'nodding', 'reading', 'rocking', 'tremor'] as const)(
    '%s stays in its place',
    (kind) => {
      for (const seed of SEEDS) {
        expect(spread(xs(kind, seed, 60_000))).toBeLessThan(0.3 * INTEROCULAR_CM);
        const angles = times(60_000).map((nowMs) => poseAt(kind, seed, nowMs).yawDeg);
        expect(spread(angles)).toBeLessThan(8);
      }
    },
  );

  it.each([4, 5, 6])('trembles %i times a second, as far as is said', (tremorHz) => {
    const at = (tremorCm: number, nowMs: number) =>
      poseOf({ ...GOOD_SITUATION, movement: 'tremor', tremorHz, tremorCm }, 1, nowMs).xCm;
    const added = times(10_000, 10).map((nowMs) => at(2, nowMs) - at(0, nowMs));
    expect(spread(added)).toBeCloseTo(2, 1);
    const rises = added.filter((x, i) => x >= 0 && Number(added[i - 1]) < 0).length;
    expect(rises).toBeGreaterThanOrEqual(10 * tremorHz - 1);
    expect(rises).toBeLessThanOrEqual(10 * tremorHz + 1);
  });

  it('rocks 6 cm to and fro, and comes back in 3 s', () => {
    const z = (nowMs: number) => poseAt('rocking', 1, nowMs).zCm - poseAt('still', 1, nowMs).zCm;
    expect(spread(times(3000, 50).map(z))).toBeCloseTo(12, 1);
    for (const nowMs of times(3000)) expect(z(nowMs + 3000)).toBeCloseTo(z(nowMs));
  });

  it('bows over a list from a second after it began', () => {
    for (const nowMs of times(20_000, 500)) {
      const bowed = poseAt('reading', 1, 5000 + nowMs, 5000).pitchDeg;
      if (nowMs <= 1000) expect(bowed).toBeGreaterThan(-2);
      if (nowMs >= 2000) expect(Math.abs(bowed + 25)).toBeLessThan(3);
    }
  });

  it('shows a hand now and then, beside or below the face, while gesturing and only then', () => {
    for (const seed of SEEDS) {
      const hands = times(60_000).map((nowMs) => poseAt('gesturing', seed, nowMs).hand);
      const shown = hands.filter((hand) => hand !== null);
      expect(shown.length / hands.length).toBeGreaterThan(0.25);
      expect(shown.length / hands.length).toBeLessThan(0.65);
      for (const { xCm, yCm } of shown) expect(Math.abs(xCm) > 10 || yCm < -20).toBe(true);
    }
    expect(times(20_000).every((nowMs) => poseAt('talking', 1, nowMs).hand === null)).toBe(true);
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
