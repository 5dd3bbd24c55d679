import { describe, expect, test } from 'vitest';
import { createListener, type Sound } from '../../../utils/hearing/listener.ts';

const RATE_HZ = 48_000;
const LOOK_MS = 200;

const looks = (
  count: number,
  sampleAt: (i: number) => number,
  { rateHz = RATE_HZ, lookMs = LOOK_MS } = {},
): Sound[] =>
  Array.from({ length: count }, (_, look) => {
    const length = (rateHz * lookMs) / 1000;
    const samples = Float32Array.from({ length }, (_, i) => sampleAt(look * length + i));
    return { kind: 'sound', atMs: (look + 1) * lookMs, sampleRateHz: rateHz, samples, far: null };
  });
const sine =
  (amplitude: number, rateHz = RATE_HZ) =>
  (i: number) =>
    amplitude * Math.sin((2 * Math.PI * 440 * i) / rateHz);

const hearAll = (sounds: readonly Sound[]) => {
  const listener = createListener(() => null);
  return sounds.map((sound) => listener.hear(sound));
};
const framesOf = (sounds: readonly Sound[]) => hearAll(sounds).flatMap(({ frames }) => frames);

describe('levels', () => {
  test.each([
    ['a sine at full scale', sine(1), -3.01],
    ['a sine of a tenth', sine(0.1), -23.01],
    ['zeros', () => 0, -100],
    ['a constant', () => 0.3, -100],
    ['a quiet sine upon a constant', (i: number) => 0.3 + sine(0.001)(i), -63.01],
  ])('%s', (_name, sampleAt, dbfs) => {
    const frames = framesOf(looks(5, sampleAt));
    expect(frames).toHaveLength(50);
    for (const frame of frames) expect(Math.abs(frame.dbfs - dbfs)).toBeLessThan(0.6);
  });

  test.each([44_100, 16_000])('at %d Hz nothing is lost on the way', (rateHz) => {
    const frames = framesOf(looks(5, sine(0.1, rateHz), { rateHz }));
    expect(frames.length).toBeGreaterThanOrEqual(49);
    for (const { dbfs } of frames.slice(1)) expect(Math.abs(dbfs + 23.01)).toBeLessThan(0.6);
  });

  test('what is left over of a look belongs to the next one', () => {
    const frames = hearAll(looks(4, sine(0.1), { lookMs: 25 })).map(({ frames }) => frames.length);
    expect(frames).toEqual([1, 1, 1, 2]);
  });
});

test('the model has all samples, in the order of time, in frames of its size', () => {
  const given: number[] = [];
  const listener = createListener(() => ({
    probability(samples) {
      expect(samples).toHaveLength(480);
      given.push(...samples);
      return 0.7;
    },
  }));
  const sounds = looks(3, (i) => ((i % 1000) - 500) / 1000);
  const said = sounds.map((sound) => listener.hear(sound));
  expect(given.join()).toBe(sounds.flatMap(({ samples }) => [...samples]).join());
  expect(said.flatMap(({ frames }) => frames).every(({ voice }) => voice === 0.7)).toBe(true);
});

test('what is too faint to be speech does not cost the model any time', () => {
  let looked = 0;
  const listener = createListener(() => ({ probability: () => ++looked }));
  for (const sound of looks(3, sine(1e-4))) listener.hear(sound);
  expect(looked).toBe(0);
});

test.each([
  [0.5, 0],
  [1, 0.02],
  [2, 0.6],
])('a sine of %f at the converter: at least %f is clipped', (amplitude, atLeast) => {
  const converter = (i: number) => Math.max(-1, Math.min(1, sine(amplitude)(i)));
  for (const { clippedRatio } of hearAll(looks(3, converter))) {
    expect(clippedRatio).toBeGreaterThanOrEqual(atLeast);
    if (atLeast === 0) expect(clippedRatio).toBe(0);
  }
});

test('a late look has a gap, and one that is only a little late has none', () => {
  const sounds = looks(4, sine(0.1));
  const late = (byMs: number) =>
    hearAll(sounds.map((sound, i) => (i < 2 ? sound : { ...sound, atMs: sound.atMs + byMs })));
  expect(late(0).map(({ hasGap }) => hasGap)).toEqual([false, false, false, false]);
  expect(late(100).map(({ hasGap }) => hasGap)).toEqual([false, false, false, false]);
  expect(late(1000).map(({ hasGap }) => hasGap)).toEqual([false, false, true, false]);
});

test('after a reset nothing of the sound before is left', () => {
  const listener = createListener(() => null);
  const [first, second] = looks(2, sine(0.1), { lookMs: 30 });
  if (first) listener.hear(first);
  listener.reset();
  if (second) expect(listener.hear({ ...second, atMs: 60_000 })).toMatchObject({ hasGap: false });
});

test('what is said of a sound holds none of it', () => {
  const [sound] = looks(1, sine(0.1));
  const said = sound && createListener(() => null).hear(sound);
  expect(Object.keys(said ?? {})).toEqual(['frames', 'hasGap', 'clippedRatio', 'far']);
  // 10 frames of three numbers for 9,600 samples.
  expect(said?.frames.map((frame) => Object.keys(frame))).toEqual(
    Array(10).fill(['dbfs', 'voice', 'tone']),
  );
});
