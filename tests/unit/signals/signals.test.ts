import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../utils/observation.ts';
import { median, quantile } from '../../../utils/signals/history.ts';
import { NO_MEMORY, type Signals, updateSignals } from '../../../utils/signals/signals.ts';
import { during, faceAt, GOOD_FACE, type Look, look } from '../cues/trace.ts';

function signalsAfter(trace: readonly Observation[]): Signals {
  let memory = NO_MEMORY;
  let signals: Signals | undefined;
  for (const observation of trace) ({ memory, signals } = updateSignals(memory, observation));
  if (!signals) throw new Error('an empty trace');
  return signals;
}
const signalsAfterSeconds = (seconds: number, at: (sinceMs: number) => Look) =>
  signalsAfter(during(0, seconds * 1000, at));
const wave = (ms: number, periodMs: number) => Math.sin((2 * Math.PI * ms) / periodMs);

describe('middle values', () => {
  it.each<[number[], number, number | null]>([
    [[], 0.5, null],
    [[3], 0.5, 3],
    [[5, 1, 3], 0.5, 3],
    [[4, 1, 3, 2], 0.5, 2.5],
    [[0, 10], 0.1, 1],
  ])('%j at %d is %d', (values, share, expected) => {
    expect(quantile(values, share)).toBe(expected);
  });
  it('median', () => expect(median([9, 1, 5])).toBe(5));
});

describe('framing', () => {
  it.each([
    ['landscape', 1280, 720, 0.12 * (1280 / 720)],
    ['upright', 720, 1280, 0.12],
    ['square', 800, 800, 0.12],
  ])('size is in units of the shorter side: %s', (_, widthPx, heightPx, expected) => {
    const signals = signalsAfter([look(0, { picture: { widthPx, heightPx } })]);
    expect(signals.framing?.iodOfShortSide).toBeCloseTo(expected);
  });

  it('is unknown without a face', () => {
    expect(signalsAfter([look(0, { face: null })]).framing).toBeNull();
    expect(signalsAfter([look(0, { faces: null })]).framing).toBeNull();
  });
});

describe('camera elevation', () => {
  it('is the median over seconds, so an outlier is nothing', () => {
    const signals = signalsAfterSeconds(4, (ms) => ({
      face: { cameraElevationDeg: ms === 3000 ? 60 : -10 },
    }));
    expect(signals.cameraElevation?.deg).toBe(-10);
  });

  it.each<[string, (ms: number) => Look]>([
    ['at the start', (ms) => (ms < 3600 ? { face: null } : {})],
    ['turned away', () => ({ face: { cameraAzimuthDeg: 40 } })],
    ['turning to and fro', (ms) => ({ face: { cameraAzimuthDeg: 55 * wave(ms, 1900) } })],
    ['a tilted head', () => ({ face: { rollDeg: 30 } })],
    ['cut by the edge', () => ({ face: faceAt(0.95, 0.5) })],
  ])('is unknown: %s', (_, at) => expect(signalsAfterSeconds(4, at).cameraElevation).toBeNull());
});

describe('facing', () => {
  it('needs a minute of the same turn for a neutral', () => {
    const turned: Look = { face: { cameraAzimuthDeg: 40 } };
    expect(signalsAfterSeconds(50, () => turned).facing?.awayDeg).toBe(40);
    expect(signalsAfterSeconds(63, () => turned).facing?.awayDeg).toBe(0);
  });

  it('turning to and fro makes no neutral', () => {
    const signals = signalsAfterSeconds(70, (ms) => ({
      face: { cameraAzimuthDeg: ms % 8000 < 4000 ? 45 : 0 },
    }));
    expect(signals.facing?.awayDeg).toBe(0);
    expect(
      signalsAfterSeconds(75, (ms) => ({ face: { cameraAzimuthDeg: ms % 8000 < 4000 ? 45 : 0 } }))
        .facing?.awayDeg,
    ).toBe(45);
  });
});

describe('light', () => {
  it('keeps the whites of the eyes over a blink, not for long', () => {
    const blinking = (fromMs: number) => (ms: number) => ({
      face: { eyeWhiteLuminance: ms >= fromMs ? null : 0.3 },
    });
    expect(signalsAfterSeconds(4, blinking(3600)).light?.face?.eyeWhiteLuminance).toBe(0.3);
    expect(signalsAfterSeconds(4, blinking(2800)).light?.face?.eyeWhiteLuminance).toBeNull();
  });
});

describe('movement', () => {
  const iod = GOOD_FACE.iodRatio;
  it('walking is far, again and again', () => {
    const signals = signalsAfterSeconds(8, (ms) => ({
      face: faceAt(0.5 + 2.4 * iod * wave(ms, 4000), 0.45),
    }));
    expect(signals.movement?.wanderingShare).toBeGreaterThan(0.5);
    expect(signals.movement?.extentIod).toBeGreaterThan(3);
  });

  it.each<[string, (ms: number) => Look]>([
    ['tremor', (ms) => ({ face: faceAt(0.5 + 0.25 * iod * wave(ms, 210), 0.45) })],
    ['rocking', (ms) => ({ face: faceAt(0.5 + iod * wave(ms, 1800), 0.45) })],
    ['one move', (ms) => ({ face: faceAt(ms < 6500 ? 0.3 : 0.7, 0.45) })],
  ])('%s is not', (_, at) => {
    expect(signalsAfterSeconds(8, at).movement?.wanderingShare).toBeLessThan(0.3);
  });

  it('is unknown while there is no face to follow', () => {
    expect(signalsAfterSeconds(8, () => ({ face: null })).movement).toBeNull();
  });
});

describe('whose face', () => {
  const man = { ...GOOD_FACE, ...faceAt(0.5, 0.2, 0.066) };
  const print = { ...GOOD_FACE, ...faceAt(0.48, 0.55, 0.12) };

  it('follows the one who was there, not a larger print on a shirt', () => {
    const signals = signalsAfter([
      ...during(0, 2000, () => ({ faces: [man] })),
      look(2000, { faces: [print, man] }),
    ]);
    expect(signals.framing?.centreY).toBeCloseTo(0.2);
  });

  it('takes the largest when nobody was followed', () => {
    expect(signalsAfter([look(0, { faces: [print, man] })]).framing?.centreY).toBeCloseTo(0.55);
  });
});
