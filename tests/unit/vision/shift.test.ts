import { describe, expect, it } from 'vitest';
import type { Box, LumaPlane } from '../../../utils/vision/luma.ts';
import { backdropOf, shiftOf } from '../../../utils/vision/shift.ts';
import { createRandom } from '../support/random.ts';

const WIDTH_PX = 480;
const HEIGHT_PX = 270;
const PERSON: Box = { x: 0.4, y: 0.25, width: 0.2, height: 0.4 };

type Wall = (x: number, y: number) => number;

/** A wall with pictures on it, in px of the picture. */
const PICTURES: Wall = (x, y) =>
  (x > 30 && x < 90 && y > 40 && y < 110 ? 90 : 150) + (x > 380 && x < 430 && y > 60 ? -40 : 0);
/** Brighter to the right, without anything to hold on to. */
const SHADED: Wall = (x) => 100 + x / 6;

function look(
  wall: Wall,
  { dx = 0, dy = 0, person = 0, noise = 1.5, light = 1, seed = 1 } = {},
): LumaPlane {
  const random = createRandom(seed);
  const luma = new Uint8ClampedArray(WIDTH_PX * HEIGHT_PX);
  for (let y = 0; y < HEIGHT_PX; y++) {
    for (let x = 0; x < WIDTH_PX; x++) {
      const away = Math.abs(x - WIDTH_PX / 2 - person);
      const inPerson = away < 60 && y > 40;
      const code = inPerson ? 60 + (away % 7) * 9 : light * wall(x - dx, y - dy);
      luma[y * WIDTH_PX + x] = code + random.noise(noise);
    }
  }
  return { widthPx: WIDTH_PX, heightPx: HEIGHT_PX, luma };
}
const shift = (before: LumaPlane, now: LumaPlane, people = [PERSON]) =>
  shiftOf(backdropOf(before, people), backdropOf(now, people));

describe('how the background moved', () => {
  it.each([
    [0, 0],
    [3, 0],
    [-6, 2],
    [12, -5],
    [1, 1],
  ])('by %d and %d px of 480', (dx, dy) => {
    const found = shift(look(PICTURES), look(PICTURES, { dx, dy, seed: 2 }));
    expect(found).not.toBe('lost');
    const { xRatio, yRatio } = found as { xRatio: number; yRatio: number };
    expect(Math.abs(xRatio * WIDTH_PX - dx)).toBeLessThan(0.8);
    expect(Math.abs(yRatio * WIDTH_PX - dy)).toBeLessThan(0.8);
  });

  it.each([
    ['the person sways', { person: 8 }],
    ['the light changes a little', { light: 0.85 }],
    ['there is noise', { noise: 5 }],
  ])('is none when %s', (_, change) => {
    const { xRatio, yRatio } = shift(look(PICTURES), look(PICTURES, { ...change, seed: 2 })) as {
      xRatio: number;
      yRatio: number;
    };
    expect(Math.hypot(xRatio, yRatio) * WIDTH_PX).toBeLessThan(0.8);
  });

  it.each<[string, Wall]>([
    ['an even wall', () => 140],
    ['a wall with nothing but shade', SHADED],
  ])('cannot be told before %s', (_, wall) => {
    expect(shift(look(wall), look(wall, { dx: 6, seed: 2 }))).toBeNull();
  });

  it('is lost when the picture shows another place, or has another size', () => {
    const elsewhere: Wall = (x, y) => 120 + 60 * Math.sin(x / 9) * Math.cos(y / 13);
    expect(shift(look(PICTURES), look(elsewhere))).toBe('lost');
    const upright = { widthPx: 270, heightPx: 480, luma: look(PICTURES).luma };
    expect(shift(look(PICTURES), upright)).toBe('lost');
  });
});
