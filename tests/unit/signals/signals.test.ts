import { describe, expect, it } from 'vitest';
import { ALONE_AND_UNKNOWN, type Circumstances } from '../../../utils/circumstances.ts';
import type { BackgroundShift, Observation } from '../../../utils/observation.ts';
import { median, quantile } from '../../../utils/signals/history.ts';
import { NO_MEMORY, type Signals, updateSignals } from '../../../utils/signals/signals.ts';
import { during, faceAt, GOOD_FACE, type Look, look } from '../cues/trace.ts';

function signalsAfter(
  trace: readonly Observation[],
  circumstances: Circumstances = ALONE_AND_UNKNOWN,
): Signals {
  let memory = NO_MEMORY;
  let signals: Signals | undefined;
  for (const observation of trace) {
    ({ memory, signals } = updateSignals(memory, observation, circumstances));
  }
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

describe('a person without a face', () => {
  const BOWED = { ratio: 0.2, cutRatio: 0 };
  it.each<[string, (ms: number) => Look, number | null]>([
    ['nobody has looked', () => ({ face: null }), null],
    ['as last seen', (ms) => ({ face: null, person: ms === 2000 ? BOWED : null }), 0.2],
    ['seen too long ago', (ms) => ({ face: null, person: ms === 1000 ? BOWED : null }), null],
    [
      'the latest counts',
      (ms) => ({ face: null, person: ms < 3000 ? BOWED : { ratio: 0, cutRatio: 0 } }),
      0,
    ],
  ])('%s', (_, at, expected) => {
    expect(signalsAfterSeconds(4, at).person?.ratio ?? null).toBe(expected);
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

describe('the whites of the eyes', () => {
  const luminance = (face: number) => ({ face, leftCheek: face, rightCheek: face });
  it('are those of the light of now, from the first look on', () => {
    const signals = signalsAfterSeconds(4, (ms) => ({
      face:
        ms < 3800
          ? { luminance: luminance(0.15), eyeWhiteLuminance: 0.25 }
          : { luminance: luminance(0.03), eyeWhiteLuminance: 0.04 },
    }));
    expect(signals.light?.face?.eyeWhiteLuminance).toBe(0.04);
  });

  it('cannot be seen in a soft picture', () => {
    const white = (focus: number | null) =>
      signalsAfterSeconds(4, () => ({ face: { focus } })).light?.face?.eyeWhiteLuminance;
    expect(white(0.3)).toBeNull();
    expect(white(0.5)).toBe(GOOD_FACE.eyeWhiteLuminance);
    expect(white(null)).toBe(GOOD_FACE.eyeWhiteLuminance);
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

describe('camera elevation while the camera is seen to stand', () => {
  const standing = { xRatio: 0, yRatio: 0 };
  const story = (shiftAt: (ms: number) => BackgroundShift) => (ms: number) => ({
    picture: { shift: shiftAt(ms) },
    face: { cameraElevationDeg: ms < 30_000 ? -3 : 20 },
  });

  it('is the most level of the minute: a bowed head is no high camera', () => {
    expect(
      signalsAfterSeconds(
        50,
        story(() => standing),
      ).cameraElevation?.deg,
    ).toBe(0);
  });

  it('is still low when the head is lifted now and then', () => {
    const signals = signalsAfterSeconds(30, (ms) => ({
      picture: { shift: standing },
      face: { cameraElevationDeg: ms % 3000 < 200 ? 2 : -20 },
    }));
    expect(signals.cameraElevation?.deg).toBe(-20);
  });

  it('one who nods is as low as the middle of the nods', () => {
    const signals = signalsAfterSeconds(30, (ms) => ({
      picture: { shift: standing },
      face: { cameraElevationDeg: -16 + 8 * Math.sin((2 * Math.PI * ms) / 1000) },
    }));
    expect(signals.cameraElevation?.deg).toBeLessThan(-13);
  });

  it('arms that hide the wall again and again are no move: the height is still told', () => {
    const signals = signalsAfterSeconds(20, (ms) => ({
      picture: { shift: ms % 600 < 200 ? 'lost' : standing },
      face: { cameraElevationDeg: 20 },
    }));
    expect(signals.cameraElevation?.deg).toBe(20);
  });

  it.each<[string, (ms: number) => BackgroundShift]>([
    ['far', (ms) => (ms === 30_000 ? 'lost' : standing)],
    ['a little', (ms) => (ms === 30_000 ? { xRatio: 0, yRatio: 0.05 } : standing)],
    ['by hand, slowly', (ms) => ({ xRatio: 0, yRatio: ms >= 30_000 && ms < 31_000 ? 0.008 : 0 })],
    ['before a door post', () => ({ xRatio: 0, yRatio: null })],
  ])('is new when the camera was moved %s', (_, shiftAt) => {
    expect(signalsAfterSeconds(33, story(shiftAt)).cameraElevation?.deg).toBe(20);
  });
});

describe('tilt', () => {
  const leaning = (rollDeg: number) => () => ({ face: { rollDeg } });
  it('is told without a side', () => {
    expect(signalsAfterSeconds(4, leaning(-20)).tilt).toEqual({ deg: 20, fromUprightDeg: 20 });
  });
  it("becomes the person's own after a minute", () => {
    expect(signalsAfterSeconds(63, leaning(-20)).tilt).toEqual({ deg: 0, fromUprightDeg: 20 });
  });
});

describe('a shaking camera', () => {
  const at = (shift: (ms: number) => BackgroundShift | null) =>
    signalsAfterSeconds(6, (ms) => ({ picture: { shift: shift(ms) } })).shaking?.typicalRatio;

  it('moves the background again and again', () => {
    expect(at((ms) => ({ xRatio: ms % 400 ? 0.01 : -0.01, yRatio: 0 }))).toBeCloseTo(0.01);
  });
  it.each<[string, (ms: number) => BackgroundShift | null]>([
    ['that was turned once', (ms) => ({ xRatio: ms > 4400 && ms < 5200 ? 0.04 : 0, yRatio: 0 })],
    ['that was carried once', (ms) => (ms === 5000 ? 'lost' : { xRatio: 0, yRatio: 0 })],
  ])('is none %s', (_, shift) => expect(at(shift)).toBeLessThan(0.001));
  it.each<[string, BackgroundShift | null]>([
    ['an even wall', null],
    ['a picture that is new each time', 'lost'],
  ])('cannot be told before %s', (_, shift) => expect(at(() => shift)).toBeUndefined());
});

describe('focus', () => {
  it('is told against the best of this camera', () => {
    const signals = signalsAfterSeconds(9, (ms) => ({ face: { focus: ms < 4000 ? 0.8 : 0.4 } }));
    expect(signals.focus?.level).toBe(0.4);
    expect(signals.focus?.ofBest).toBeCloseTo(0.5);
  });
  it('cannot be told of an even face', () => {
    expect(signalsAfterSeconds(4, () => ({ face: { focus: null } })).focus).toBeNull();
  });
});

describe('company', () => {
  const beside = { ...GOOD_FACE, ...faceAt(0.75, 0.45) };
  const of = (...others: (typeof beside)[]) => signalsAfter([look(0, { others })]).company?.others;

  it('is whoever is near enough', () => expect(of(beside)).toEqual([beside]));
  it.each([
    ['a face far behind', faceAt(0.75, 0.3, 0.04)],
    ['a print on the shirt', faceAt(0.51, 0.85, 0.07)],
  ])('is not %s', (_, face) => expect(of({ ...GOOD_FACE, ...face })).toEqual([]));
  it('is a child on the lap, too', () => {
    expect(of({ ...GOOD_FACE, ...faceAt(0.55, 0.85, 0.1) })).toHaveLength(1);
  });
  it('is unknown while nobody looked for it, or not of late', () => {
    expect(signalsAfter([look(0, {})]).company).toBeNull();
    expect(signalsAfter([look(0, { others: [beside] }), look(6000, {})]).company).toBeNull();
    expect(
      signalsAfter([look(0, { others: [beside] }), look(2000, {})]).company?.others,
    ).toHaveLength(1);
  });

  it('is framed as one group, and nobody in it has to sit straight', () => {
    const accompanied = { ...ALONE_AND_UNKNOWN, accompanied: true };
    const trace = [look(0, { face: faceAt(0.25, 0.45), others: [beside] })];
    expect(signalsAfter(trace, accompanied).framing?.centreX).toBeCloseTo(0.5);
    expect(signalsAfter(trace).framing?.centreX).toBeCloseTo(0.25);
    expect(signalsAfter(trace, accompanied)).toMatchObject({ facing: null, tilt: null });
  });
});

describe('light from a side', () => {
  const ratio = (left: number, right: number) =>
    signalsAfter([
      look(0, { face: { luminance: { face: 0.2, leftCheek: left, rightCheek: right } } }),
    ]).light?.face?.sideRatio;
  it.each([
    [0.3, 0.3, 1],
    [0.4, 0.1, 3.9],
    [0.1, 0.4, 3.9],
    // Nearly black: the ratio of two noises.
    [0.004, 0.001, 1.6],
  ])('%d and %d', (left, right, expected) => expect(ratio(left, right)).toBeCloseTo(expected, 1));
});
