import { describe, expect, it } from 'vitest';
import { LINEAR_OF_LUMA, pixelsIn } from '../../../utils/vision/code-counts.ts';
import {
  type Box,
  countsInside,
  type LumaPlane,
  lumaOfLinear,
  measurePicture,
} from '../../../utils/vision/luma.ts';

function plane(widthPx: number, heightPx: number, at: (x: number, y: number) => number): LumaPlane {
  const luma = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) luma[y * widthPx + x] = at(x, y);
  }
  return { widthPx, heightPx, luma };
}
const SIZE = { widthPx: 1280, heightPx: 720 };
const measure = (pixels: LumaPlane, people: readonly Box[] = []) =>
  measurePicture(pixels, SIZE, people, null).picture;

/** Normal noise from a fixed seed. */
function gauss(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 48271) >>> 0) % 2147483647;
    return state / 2147483647;
  };
  return () => Math.sqrt(-2 * Math.log(uniform() + 1e-12)) * Math.cos(2 * Math.PI * uniform());
}

describe('linear luminance of luma', () => {
  it.each([
    [0, 0],
    [255, 1],
    [188, 0.503],
    [128, 0.216],
    [64, 0.0513],
    [10, 0.00304],
  ])('code %d is %d', (code, linear) => {
    expect(LINEAR_OF_LUMA[code]).toBeCloseTo(linear, 3);
    expect(lumaOfLinear(LINEAR_OF_LUMA[code] as number)).toBeCloseTo(code, 3);
  });
});

describe('the whole picture', () => {
  it('one flat grey has no spread, no structure, no noise', () => {
    expect(measure(plane(160, 90, () => 128))).toMatchObject({
      ...SIZE,
      meanLuma: 128,
      spreadLuma: 0,
      structureLuma: 0,
      noiseLuma: 0,
      brightClippedRatio: 0,
      darkClippedRatio: 0,
      changeLuma: null,
    });
  });

  it('half black, half white', () => {
    const picture = measure(plane(160, 90, (x) => (x < 80 ? 0 : 255)));
    expect(picture.meanLuma).toBeCloseTo(127.5);
    expect(picture.spreadLuma).toBeCloseTo(127.5);
    expect(picture.structureLuma).toBeCloseTo(127.5);
    expect(picture.brightClippedRatio).toBe(0.5);
    expect(picture.darkClippedRatio).toBe(0.5);
    expect(picture.backgroundLuminance).toBeCloseTo(0.5);
    expect(picture.backgroundBrightLuminance).toBeCloseTo(1);
  });

  it('a fine checker has spread and no structure', () => {
    const picture = measure(plane(160, 90, (x, y) => ((x + y) % 2 ? 100 : 140)));
    expect(picture.spreadLuma).toBeCloseTo(20);
    expect(picture.structureLuma).toBeLessThan(0.5);
  });

  it.each([
    [235, 234, 1 / 16],
    [255, 0, 1 / 16],
  ])('clipped from 235 on: a sixteenth at %d among %d', (bright, rest, share) => {
    const picture = measure(plane(160, 90, (x) => (x < 10 ? bright : rest)));
    expect(picture.brightClippedRatio).toBeCloseTo(share);
  });

  it('sizes that the blocks do not divide', () => {
    expect(measure(plane(97, 53, () => 77))).toMatchObject({ meanLuma: 77, structureLuma: 0 });
  });

  it.each([1, 2, 4, 8])('finds noise of %d, texture beside it or not', (sigma) => {
    const noise = gauss(7);
    const noisy = (base: number) => Math.round(base + sigma * noise());
    const flat = measure(plane(480, 270, () => noisy(120)));
    const textured = measure(plane(480, 270, (x) => noisy(x < 200 ? 120 : x % 2 ? 90 : 150)));
    expect(flat.noiseLuma).toBeGreaterThan(0.8 * sigma);
    expect(flat.noiseLuma).toBeLessThan(1.15 * sigma);
    expect(textured.noiseLuma).toBeLessThan(1.15 * sigma);
  });

  it('says how much changed', () => {
    const { remembered } = measurePicture(
      plane(160, 90, () => 100),
      SIZE,
      [],
      null,
    );
    const moved = plane(160, 90, (x) => (x < 80 ? 100 : 110));
    expect(measurePicture(moved, SIZE, [], remembered).picture.changeLuma).toBeCloseTo(5);
    expect(
      measurePicture(
        plane(160, 90, () => 100),
        SIZE,
        [],
        remembered,
      ).picture.changeLuma,
    ).toBe(0);
  });

  it('leaves the person out of the background', () => {
    const face = { x: 0.4, y: 0.3, width: 0.2, height: 0.4 };
    const inPerson = (x: number, y: number) =>
      (x > 55 && x < 105 && y > 8) || (x > 30 && x < 130 && y > 62);
    const picture = measure(
      plane(160, 90, (x, y) => (inPerson(x, y) ? 0 : 200)),
      [face],
    );
    expect(picture.backgroundLuminance).toBeCloseTo(LINEAR_OF_LUMA[200] as number, 1);
    expect(picture.backgroundBrightLuminance).toBeCloseTo(LINEAR_OF_LUMA[200] as number, 3);
  });

  it('takes the whole picture where the person fills it', () => {
    const all = { x: -0.2, y: -0.2, width: 1.4, height: 1.4 };
    expect(
      measure(
        plane(160, 90, () => 128),
        [all],
      ).backgroundLuminance,
    ).toBeCloseTo(0.216, 2);
  });
});

describe('parts of the picture', () => {
  const half = plane(100, 100, (x) => (x < 50 ? 0 : 255));

  it('counts the pixels inside a ring', () => {
    const square = [
      { x: 0.25, y: 0.25 },
      { x: 0.75, y: 0.25 },
      { x: 0.75, y: 0.75 },
      { x: 0.25, y: 0.75 },
    ];
    const inside = countsInside(half, square);
    expect(pixelsIn(inside)).toBe(2500);
    expect(inside[255]).toBe(1250);
    const triangle = countsInside(half, square.slice(0, 3));
    expect(Math.abs(pixelsIn(triangle) - 1250)).toBeLessThan(60);
    const outside = square.map(({ x, y }) => ({ x: x + 1, y }));
    expect(pixelsIn(countsInside(half, outside))).toBe(0);
  });
});
