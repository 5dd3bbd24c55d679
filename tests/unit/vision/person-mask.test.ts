import { expect, it } from 'vitest';
import { describePerson } from '../../../utils/vision/person-mask.ts';

const WIDTH = 100;
const HEIGHT = 50;

/** A mask that is sure of what lies in the boxes: [left, top, right, bottom] in pixels. */
function maskOf(...boxes: readonly (readonly [number, number, number, number])[]): Float32Array {
  const mask = new Float32Array(WIDTH * HEIGHT).fill(0.2);
  for (const [left, top, right, bottom] of boxes) {
    for (let y = top; y < bottom; y++) mask.fill(0.9, y * WIDTH + left, y * WIDTH + right);
  }
  return mask;
}

const BODY = [30, 30, 70, 50] as const;

it.each([
  ['an empty room', maskOf(), 0, 0],
  ['head and body', maskOf([40, 10, 60, 30], BODY), 0.24, 0],
  ['the body alone, the head above the picture', maskOf([40, 0, 60, 30], BODY), 0.28, 0.2],
  ['a head half out at the left', maskOf([0, 20, 10, 50]), 0.06, 0.08],
  ['a head half out at the right', maskOf([90, 20, 100, 50]), 0.06, 0.08],
  ['arms that reach the edges below the head', maskOf([40, 10, 60, 30], [0, 35, 100, 40]), 0.18, 0],
  ['a speck on the upper edge', maskOf([3, 0, 4, 1], [40, 10, 60, 50]), 0.1602, 0],
  ['all of the picture', maskOf([0, 0, 100, 50]), 1, 1.16],
])('%s', (_, mask, ratio, cutRatio) => {
  const person = describePerson(mask, WIDTH);
  expect(person.ratio).toBeCloseTo(ratio, 5);
  expect(person.cutRatio).toBeCloseTo(cutRatio, 5);
});
