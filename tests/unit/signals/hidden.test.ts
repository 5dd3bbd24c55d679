import { describe, expect, it } from 'vitest';
import { company } from '../../../utils/signals/company.ts';
import { light } from '../../../utils/signals/light.ts';
import { lowerFaceIsHidden } from '../../../utils/signals/lower-face.ts';
import { faceAt, GOOD_FACE, look } from '../cues/trace.ts';

const ASPECT = 16 / 9;
const boxOf = (height: number) => ({ ...GOOD_FACE.box, height });

describe('a face whose lower half is hidden', () => {
  it.each([
    ['whole', 0.4, -5, false],
    ['short, from below', 0.3, -5, true],
    ['short, from above, as any face is', 0.3, 5, false],
  ])('%s', (_, height, cameraElevationDeg, expected) => {
    const face = { ...GOOD_FACE, box: boxOf(height), cameraElevationDeg };
    expect(lowerFaceIsHidden({ face, aspect: ASPECT })).toBe(expected);
  });
});

describe('who else is there', () => {
  const others = (face: Partial<typeof GOOD_FACE>) =>
    company([look(0, { others: [{ ...GOOD_FACE, ...face }] })])?.others.length;
  it.each([
    ['a child on the lap', faceAt(0.5, 0.9), 1],
    ['folds of clothes, larger than the head above them', faceAt(0.5, 1, 0.24), 0],
    ['a face that is guessed, in a soft picture', { ...faceAt(0.75, 0.45), focus: 0.2 }, 0],
    ['somebody beside', faceAt(0.75, 0.45), 1],
  ])('%s', (_, face, expected) => {
    expect(others(face)).toBe(expected);
  });
});

it('whites that fall to a quarter in the same light are lashes, and are not read', () => {
  const sharp = [0, 500, 1000].map((atMs) => look(atMs, {}));
  const whiteAfter = (eyeWhiteLuminance: number) =>
    light([...sharp, look(2000, { face: { eyeWhiteLuminance, focus: 0.45 } })])?.face
      ?.eyeWhiteLuminance;
  expect(whiteAfter(GOOD_FACE.eyeWhiteLuminance as number)).toBe(GOOD_FACE.eyeWhiteLuminance);
  expect(whiteAfter((GOOD_FACE.eyeWhiteLuminance as number) / 4)).toBeNull();
});
