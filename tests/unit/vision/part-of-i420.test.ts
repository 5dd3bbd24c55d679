import { describe, expect, it } from 'vitest';
import { partOfI420 } from '../../../utils/vision/pixels.ts';

/** 8 x 4 pixels: Y is 10 * row + column, U is 100 + 10 * row + column of the half-size plane, V 200 + that. */
const FRAME = {
  format: 'I420' as const,
  widthPx: 8,
  heightPx: 4,
  bytes: new Uint8Array([
    ...Array.from({ length: 32 }, (_, i) => 10 * Math.floor(i / 8) + (i % 8)),
    ...Array.from({ length: 8 }, (_, i) => 100 + 10 * Math.floor(i / 4) + (i % 4)),
    ...Array.from({ length: 8 }, (_, i) => 200 + 10 * Math.floor(i / 4) + (i % 4)),
  ]),
};

describe('a part of an I420 frame', () => {
  it.each([
    {
      name: 'the lower right',
      part: { x: 0.5, y: 0.5, width: 0.5, height: 0.5 },
      size: [4, 2],
      bytes: [24, 25, 26, 27, 34, 35, 36, 37, 112, 113, 212, 213],
    },
    {
      name: 'edges fall on even pixels',
      part: { x: 0.3, y: 0, width: 0.26, height: 0.5 },
      size: [2, 2],
      bytes: [2, 3, 12, 13, 101, 201],
    },
    {
      name: 'what would reach outside is cut',
      part: { x: 0.75, y: 0.5, width: 0.5, height: 1 },
      size: [2, 2],
      bytes: [26, 27, 36, 37, 113, 213],
    },
  ])('$name', ({ part, size, bytes }) => {
    const cut = partOfI420(FRAME, part);
    expect([cut.widthPx, cut.heightPx]).toEqual(size);
    expect([...cut.bytes]).toEqual(bytes);
  });
});
