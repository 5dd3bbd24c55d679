import { describe, expect, test } from 'vitest';
import {
  canReduce,
  reduce,
  reducedSize,
  type SourcePixels,
} from '../../../utils/capture/reduce.ts';

/** Known pixels: each plane's sample says where it was. Rows padded, so that a stride is not a width. */
const PADDING = 3;
const COLOUR_STEPS: Record<string, readonly [across: number, down: number]> = {
  I422: [2, 1],
  I444: [1, 1],
};
const luma = (x: number, y: number) => (x + 7 * y) % 256;
const blue = (x: number, y: number) => (x + 5 * y + 1) % 256;
const red = (x: number, y: number) => (x + 3 * y + 2) % 256;

function planar(format: string, widthPx: number, heightPx: number): SourcePixels {
  const [across, down] = COLOUR_STEPS[format] ?? [2, 2];
  const bytes: number[] = [];
  const layout: { offset: number; stride: number }[] = [];
  const plane = (width: number, height: number, rows: ((x: number, y: number) => number)[]) => {
    layout.push({ offset: bytes.length, stride: width * rows.length + PADDING });
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) bytes.push(...rows.map((value) => value(x, y)));
      for (let i = 0; i < PADDING; i++) bytes.push(255);
    }
  };
  const colourWidth = Math.ceil(widthPx / across);
  const colourHeight = Math.ceil(heightPx / down);
  plane(widthPx, heightPx, [luma]);
  if (format === 'NV12') plane(colourWidth, colourHeight, [blue, red]);
  else for (const one of [blue, red]) plane(colourWidth, colourHeight, [one]);
  return { format, widthPx, heightPx, bytes: Uint8Array.from(bytes), layout };
}

describe('size', () => {
  test.each([
    ['720p', 1280, 720, 3, 426, 240],
    ['1080p', 1920, 1080, 4, 480, 270],
    ['VGA', 640, 480, 1, 640, 480],
    ['portrait', 720, 1280, 2, 360, 640],
    ['odd', 641, 361, 1, 640, 360],
    ['tiny', 160, 121, 1, 160, 120],
  ])('%s', (_name, width, height, step, reducedWidth, reducedHeight) => {
    expect(reducedSize(width, height)).toEqual({
      step,
      widthPx: reducedWidth,
      heightPx: reducedHeight,
    });
  });
});

describe.each(['I420', 'I422', 'I444', 'NV12'])('%s', (format) => {
  test.each([
    [1280, 720],
    [720, 1280],
    [963, 541],
  ])('%i x %i: every k-th pixel of every plane', (width, height) => {
    const { step, widthPx, heightPx } = reducedSize(width, height);
    const { bytes, ...size } = reduce(planar(format, width, height));
    expect(size).toEqual({ format: 'I420', widthPx, heightPx });
    expect(bytes.length).toBe((widthPx * heightPx * 3) / 2);
    const [across, down] = COLOUR_STEPS[format] ?? [2, 2];
    const half = { width: widthPx / 2, height: heightPx / 2 };
    const u = widthPx * heightPx;
    const v = u + half.width * half.height;
    for (const [x, y] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [half.width - 1, half.height - 1],
    ] as const) {
      expect(bytes[y * widthPx + x]).toBe(luma(x * step, y * step));
      const [cx, cy] = [(2 * x * step) / across, (2 * y * step) / down];
      expect(bytes[u + y * half.width + x]).toBe(blue(cx, cy));
      expect(bytes[v + y * half.width + x]).toBe(red(cx, cy));
    }
    expect(bytes[u - 1]).toBe(luma((widthPx - 1) * step, (heightPx - 1) * step));
  });
});

/** Y, U, V of ITU-R BT.601 in limited range. */
test.each([
  ['black', [0, 0, 0], [16, 128, 128]],
  ['white', [255, 255, 255], [235, 128, 128]],
  ['red', [255, 0, 0], [82, 90, 240]],
  ['green', [0, 255, 0], [145, 54, 34]],
  ['blue', [0, 0, 255], [41, 240, 110]],
])('%s in RGBA, RGBX, BGRA and BGRX', (_name, [r, g, b], expected) => {
  for (const [format, pixel] of Object.entries({
    RGBA: [r, g, b, 255],
    RGBX: [r, g, b, 0],
    BGRA: [b, g, r, 255],
    BGRX: [b, g, r, 0],
  })) {
    const bytes = Uint8Array.from({ length: 4 * 4 * 4 }, (_, i) => pixel[i % 4] ?? 0);
    const layout = [{ offset: 0, stride: 16 }];
    const reduced = reduce({ format, widthPx: 4, heightPx: 4, bytes, layout });
    const [y, u, v] = [0, 16, 20].map((at) => reduced.bytes[at] ?? -1);
    for (const [index, value] of [y, u, v].entries()) {
      expect(Math.abs((value ?? -1) - (expected[index] ?? 0))).toBeLessThanOrEqual(1);
    }
  }
});

test.each([
  [null, false],
  ['I420', true],
  ['NV12', true],
  ['BGRX', true],
  ['I420P10', false],
])('format %s can be read: %s', (format, can) => expect(canReduce(format)).toBe(can));
