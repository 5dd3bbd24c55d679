import { describe, expect, it } from 'vitest';
import { ALONE_AND_UNKNOWN } from '../../../utils/circumstances.ts';
import { remember } from '../../../utils/signals/history.ts';
import { isLikely, neutralOf } from '../../../utils/signals/neutral.ts';
import { NO_MEMORY, updateSignals } from '../../../utils/signals/signals.ts';
import { during, type Look } from '../cues/trace.ts';

const SITS = { cameraElevationDeg: -6, distanceCm: 55, eyes: { x: 0.5, y: 0.4 } };
const sits = (): Look => ({ face: SITS });

function learnt(at: (ms: number) => Look, lastsMs = 6_000, everyMs = 250) {
  const looks = during(0, lastsMs, at, everyMs);
  return neutralOf(looks.reduce(remember, [] as ReturnType<typeof remember>));
}

describe('what is learnt', () => {
  it('is the middle of how one sits', () => {
    expect(learnt(sits)).toEqual({ elevationDeg: -6, distanceCm: 55, eyesY: 0.4 });
  });

  it('is nothing but three numbers', () => {
    expect(Object.keys(learnt(sits) ?? {})).toEqual(['elevationDeg', 'distanceCm', 'eyesY']);
  });

  it('at the slowest pace, too', () => expect(learnt(sits, 6_000, 500)).not.toBeNull());

  it('is of the last seconds: what was before counts for nothing', () => {
    const leansIn = (ms: number): Look =>
      ms < 3_000 ? { face: { ...SITS, distanceCm: 35, cameraElevationDeg: -20 } } : sits();
    expect(learnt(leansIn, 6_250)?.distanceCm).toBe(55);
  });

  const still = { ...SITS };
  const cases: [string, (ms: number) => Look][] = [
    ['nobody is seen', () => ({ face: null })],
    ['faces are not looked for', () => ({ faces: null })],
    ['the camera is off', () => ({ camera: 'off' })],
    ['the face is turned away', () => ({ face: { ...still, cameraAzimuthDeg: 18 } })],
    ['the head leans', () => ({ face: { ...still, rollDeg: 20 } })],
    [
      'the picture cuts the face',
      () => ({ face: { ...still, box: { x: 0.4, y: -0.05, width: 0.2, height: 0.4 } } }),
    ],
    [
      'one looks aside now and then',
      (ms) => ({ face: { ...still, cameraAzimuthDeg: ms % 1000 < 500 ? 0 : 25 } }),
    ],
    ['one nods', (ms) => ({ face: { ...still, cameraElevationDeg: -6 + 8 * Math.sin(ms / 300) } })],
    ['one leans back', (ms) => ({ face: { ...still, distanceCm: 40 + ms / 200 } })],
  ];
  it.each(cases)('is nothing while %s', (_, at) => expect(learnt(at)).toBeNull());

  it('is nothing of a few looks', () => expect(learnt(sits, 750)).toBeNull());

  it.each([
    [-25, false],
    [-20, true],
    [-4.8, true],
    [11, true],
    [16, false],
  ])('%d degrees: is it likely that the camera is level? %s', (elevationDeg, likely) => {
    expect(isLikely({ elevationDeg, distanceCm: 55, eyesY: 0.4 })).toBe(likely);
  });
});

describe('camera elevation', () => {
  it.each([
    [null, -6],
    [{ elevationDeg: -6, distanceCm: 55, eyesY: 0.4 }, 0],
    [{ elevationDeg: 3, distanceCm: 55, eyesY: 0.4 }, -9],
    // Learnt from so far away that the lens makes another angle of it.
    [{ elevationDeg: 3, distanceCm: 100, eyesY: 0.4 }, -6],
  ])('counts from the neutral %j', (neutral, deg) => {
    let memory = NO_MEMORY;
    let said: number | undefined;
    for (const look of during(0, 4_000, sits)) {
      const updated = updateSignals(memory, look, { ...ALONE_AND_UNKNOWN, neutral });
      memory = updated.memory;
      said = updated.signals.cameraElevation?.deg;
    }
    expect(said).toBe(deg);
  });
});
