import { describe, expect, test } from 'vitest';
import type { PanelPlace } from '../../../utils/messages/background.ts';
import {
  boxOf,
  choosePlace,
  clamp,
  FIRST_PLACE,
  MARGIN_PX,
  overlaps,
  placeOf,
  type Rect,
} from '../../../utils/overlay/place.ts';

const viewport = { width: 1000, height: 700 };
const size = { width: 260, height: 80 };
const choose = (obstacles: Rect[], preferred: PanelPlace = FIRST_PLACE, room = viewport) =>
  choosePlace({ size, viewport: room, preferred, obstacles });

test('touching edges do not overlap', () => {
  const box = { x: 0, y: 0, width: 10, height: 10 };
  expect(overlaps(box, { ...box, x: 10 })).toBe(false);
  expect(overlaps(box, { ...box, x: 9 })).toBe(true);
});

test.each(['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const)(
  'a place at %s survives being remembered',
  (corner) => {
    const place: PanelPlace = { corner, xPx: 30, yPx: 40, folded: false };
    expect(placeOf(boxOf(place, size, viewport), viewport, false)).toEqual(place);
  },
);

test('a place of a larger window is brought inside', () => {
  const far: PanelPlace = { corner: 'top-left', xPx: 1800, yPx: 1000, folded: false };
  expect(boxOf(far, size, viewport)).toEqual({ ...size, x: 1000 - 260 - 8, y: 700 - 80 - 8 });
  expect(clamp({ ...size, x: -50, y: -50 }, viewport)).toMatchObject({ x: 8, y: 8 });
});

describe('choosePlace', () => {
  test('free: where it is', () => {
    expect(choose([])).toEqual({ ...size, x: 732, y: 8 });
  });

  test('over a button: the nearest free place', () => {
    const button = { x: 900, y: 0, width: 100, height: 40 };
    const box = choose([button]);
    expect(box && overlaps(box, button)).toBe(false);
    expect(box && Math.hypot(box.x - 732, box.y - 8)).toBeLessThan(60);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('never over one of many obstacles (%i)', (seed) => {
    let random = seed;
    const next = (most: number) => {
      random = (random * 16807) % 2147483647;
      return random % most;
    };
    const obstacles = Array.from({ length: 40 }, () => ({
      x: next(1000),
      y: next(700),
      width: 20 + next(80),
      height: 20 + next(40),
    }));
    const box = choose(obstacles);
    if (!box) return;
    expect(obstacles.filter((obstacle) => overlaps(box, obstacle))).toEqual([]);
    expect(clamp(box, viewport)).toEqual(box);
  });

  test('the last free strip is found', () => {
    const all = { x: 0, y: 0, width: 1000, height: 700 - 80 - MARGIN_PX };
    expect(choose([all])).toMatchObject({ y: 700 - 80 - MARGIN_PX });
  });

  test('no room: none', () => {
    expect(choose([{ x: 0, y: 0, ...viewport }])).toBeNull();
    expect(choose([], FIRST_PLACE, { width: 260, height: 700 })).toBeNull();
  });
});
