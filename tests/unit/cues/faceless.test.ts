import { describe, expect, it } from 'vitest';
import { createJudge } from '../../../utils/cues/judge.ts';
import type { Judgement } from '../../../utils/cues/types.ts';
import type { Observation, PersonObservation } from '../../../utils/observation.ts';
import { during, type Look } from './trace.ts';

const BOWED: PersonObservation = { ratio: 0.2, cutRatio: 0 };
const NOBODY: PersonObservation = { ratio: 0, cutRatio: 0 };
const dark = {
  meanLuma: 35,
  structureLuma: 12,
  backgroundLuminance: 0.01,
  backgroundBrightLuminance: 0.03,
};

/** Without a face; the person is looked for every 960 ms, from `fromMs` on. */
const without =
  (person: PersonObservation, fromMs = 0, part: Look = {}) =>
  (ms: number): Look => ({
    ...part,
    face: null,
    person: ms >= fromMs && (ms - fromMs) % 960 === 0 ? person : null,
  });

function judgeAll(trace: readonly Observation[]): Judgement[] {
  const judge = createJudge();
  return trace.map((observation) => judge.observe(observation));
}
/** Looked at every 240 ms; times count from the second part on. */
function story(...parts: readonly (readonly [lastsMs: number, at: (ms: number) => Look])[]) {
  let fromMs = -(parts[0]?.[0] ?? 0);
  const trace = parts.flatMap(([lastsMs, at]) => {
    const part = during(fromMs, lastsMs, at, 240);
    fromMs += lastsMs;
    return part;
  });
  return judgeAll(trace);
}
const holdsNoFace = ({ holding }: Judgement) => holding.some(({ id }) => id === 'no-face');
const noFaceAt = (judgements: readonly Judgement[]) =>
  judgements.filter(holdsNoFace).map(({ atMs }) => atMs);
const facelessAt = (judgements: readonly Judgement[]) =>
  judgements.filter(({ faceless }) => faceless).map(({ atMs }) => atMs);
const good = (): Look => ({});

describe('who is there without a face', () => {
  it('has no cue, and is known as soon as no-face would hold', () => {
    const judged = story([4800, good], [24_000, without(BOWED)]);
    expect(judged.flatMap(({ holding }) => holding)).toEqual([]);
    expect(facelessAt(judged)[0]).toBe(960);
    expect(facelessAt(judged)).toHaveLength(24_000 / 240 - 4);
    expect(judged.at(-1)?.areas).toMatchObject({ picture: 'good', place: 'not-judged' });
  });

  it('has no-face while nobody has looked for a person yet', () => {
    const judged = story([4800, good], [12_000, without(BOWED, 1920)]);
    expect(noFaceAt(judged)).toEqual([960, 1200, 1440, 1680, 1920, 2160, 2400, 2640]);
    expect(facelessAt(judged)[0]).toBe(2880);
  });

  it.each([
    ['nobody', NOBODY],
    ['the top of a head', { ratio: 0.03, cutRatio: 0 }],
    ['a body whose head is above the picture', { ratio: 0.34, cutRatio: 0.2 }],
    ['a picture full of somebody', { ratio: 0.9, cutRatio: 0 }],
  ])('%s: no-face, as ever', (_, person) => {
    const judged = story([4800, good], [12_000, without(person)]);
    expect(noFaceAt(judged)[0]).toBe(960);
    expect(facelessAt(judged)).toEqual([]);
  });

  it('changes nothing in the dark', () => {
    const judged = story([4800, good], [12_000, without(BOWED, 0, { picture: dark })]);
    expect(facelessAt(judged)).toEqual([]);
    expect(judged.at(-1)?.holding.map(({ id }) => id)).toEqual(['too-dark']);
  });

  it('without a camera nobody is there', () => {
    const judged = story([4800, without(BOWED)], [12_000, () => ({ camera: 'off' })]);
    expect(facelessAt(judged).every((atMs) => atMs < 1500)).toBe(true);
  });

  it('hides what was guessed of the face before', () => {
    const tilted = () => ({ face: { rollDeg: 30 } });
    const judged = story([9600, tilted], [9600, without(BOWED)]);
    expect(judged.find(({ atMs }) => atMs === 0)?.holding).not.toEqual([]);
    expect(judged.filter(({ atMs }) => atMs >= 960).flatMap(({ holding }) => holding)).toEqual([]);
  });
});

describe('when it ends', () => {
  it('a face ends it within 1 s', () => {
    expect(facelessAt(story([9600, without(BOWED)], [4800, good])).at(-1)).toBeLessThan(1000);
  });

  it('who leaves has no-face within 1.5 s, as new', () => {
    // The last look for a person was just before.
    const judged = story([9600, without(BOWED)], [9600, without(NOBODY, 960 - 240)]);
    const [first = Number.POSITIVE_INFINITY] = noFaceAt(judged);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(1500);
    const [sinceMs = 0] = judged.filter(holdsNoFace).map(({ holding }) => holding[0]?.sinceMs);
    expect(sinceMs).toBeGreaterThan(0);
    expect(noFaceAt(judged)).toHaveLength((9600 - first) / 240);
  });

  it('one look that finds nobody does not end it', () => {
    const judged = story([9600, without(BOWED)], [240, without(NOBODY)], [9600, without(BOWED)]);
    expect(noFaceAt(judged)).toEqual([]);
  });
});
