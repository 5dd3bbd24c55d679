import { describe, expect, it } from 'vitest';
import { heightAmountCm } from '../../../utils/cues/height-amount.ts';
import { createJudge } from '../../../utils/cues/judge.ts';
import { during } from './trace.ts';

describe('how much higher or lower', () => {
  it.each([
    // degrees, cm away, cm said
    [0, 60, undefined],
    [-4, 60, undefined], // 4.2 cm
    [-5, 60, 5], // 5.2 cm
    [-8, 60, 10], // 8.4 cm
    [8, 60, 10], // as much, down
    [-17, 40, 10], // 12.2 cm
    [-17, 50, 15], // 15.3 cm
    [-30, 60, 20], // 34.6 cm: no more is asked for at once
  ])('%d degrees at %d cm are %s cm', (deg, distanceCm, cm) => {
    expect(heightAmountCm(deg, distanceCm)).toBe(cm);
  });

  it.each([
    [-17, 50, 15, 15],
    [-13, 50, 15, 15], // 11.5 cm: not a step away
    [-11, 50, 15, 10], // 9.7 cm
    [-5, 50, 15, undefined], // 4.4 cm
    [-24, 50, 15, 20], // 22.3 cm
  ])('%d degrees at %d cm after %d cm are %s cm', (deg, distanceCm, before, cm) => {
    expect(heightAmountCm(deg, distanceCm, before)).toBe(cm);
  });
});

describe('the judge', () => {
  const cues = (cameraElevationDeg: number, distanceCm: number) => {
    const judge = createJudge();
    return during(0, 10_000, () => ({ face: { cameraElevationDeg, distanceCm } }))
      .map((look) => judge.observe(look))
      .at(-1)
      ?.holding.map(({ id, amountCm }) => [id, amountCm]);
  };
  it('says how much', () => {
    expect(cues(-26, 30)).toEqual([['camera-too-low', 15]]);
    expect(cues(22, 30)).toEqual([['camera-too-high', 10]]);
  });

  it('holds to what it said while the picture wavers', () => {
    const judge = createJudge();
    // 11.1 to 14.0 cm: the nearest step would be 10 now and 15 then.
    const said = during(0, 30_000, (ms) => ({
      face: { distanceCm: 30, cameraElevationDeg: -22.7 - 2.3 * Math.sin(ms / 3000) },
    })).flatMap((look) => judge.observe(look).holding.map(({ amountCm }) => amountCm));
    expect(said.length).toBeGreaterThan(50);
    expect(new Set(said).size).toBe(1);
  });
});
