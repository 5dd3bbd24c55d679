import { describe, expect, test } from 'vitest';
import { middleOf } from '../../../utils/overlay/obstacles.ts';
import {
  boxOf,
  choosePlace,
  FIRST_PLACE,
  fitting,
  MARGIN_PX,
  overlaps,
  type Rect,
  type Size,
} from '../../../utils/overlay/place.ts';

/** The panel's largest size at 16 px text (tests/pages/behaviours.ts holds it), and without a tip. */
const TIP: Size = { width: 330, height: 250 };
const QUIET: Size = { width: 330, height: 110 };

/** A call as clinics build it: the picture as large as it fits, one row of buttons under it. */
function call(viewport: Size, headPx: number): { face: Rect; obstacles: Rect[] } {
  const barPx = 64;
  const stage = {
    x: 0,
    y: headPx,
    width: viewport.width,
    height: viewport.height - headPx - barPx,
  };
  const face = middleOf(stage);
  const bar = { x: 0, y: viewport.height - barPx, width: viewport.width, height: barPx };
  const logOut = { x: viewport.width - 120, y: 8, width: 112, height: 44 };
  return { face, obstacles: headPx > 0 ? [face, bar, logOut] : [face, bar] };
}

test.each([
  ['upright', { x: 0, y: 0, width: 300, height: 600 }, { x: 90, y: 180, width: 120, height: 240 }],
  ['wide', { x: 0, y: 0, width: 1000, height: 600 }, { x: 340, y: 180, width: 320, height: 240 }],
])('the face in an %s picture', (_, picture, face) => {
  expect(middleOf(picture)).toEqual(face);
});

describe.each([
  ['1280 x 800', { width: 1280, height: 800 }, 60],
  ['1024 x 700', { width: 1024, height: 700 }, 60],
  ['full screen, 1920 x 1080', { width: 1920, height: 1080 }, 0],
  ['full screen, 1366 x 768', { width: 1366, height: 768 }, 0],
] as const)('a call of %s', (_, viewport, headPx) => {
  const { obstacles } = call(viewport, headPx);
  test.each([TIP, QUIET])('has room for $width x $height', (size) => {
    const box = choosePlace({ size, viewport, preferred: FIRST_PLACE, obstacles });
    expect(box).not.toBeNull();
    expect(box && obstacles.filter((obstacle) => overlaps(box, obstacle))).toEqual([]);
  });
});

test('what grows where it has no room goes to a free place, and comes back when it is small again', () => {
  const viewport = { width: 1000, height: 700 };
  // Room for the quiet panel at the top right; for a tip only at the left.
  const obstacles = [{ x: 400, y: 130, width: 600, height: 570 }];
  const choose = (size: Size) => choosePlace({ size, viewport, preferred: FIRST_PLACE, obstacles });
  const before = choose(QUIET);
  expect(before).toEqual(boxOf(FIRST_PLACE, QUIET, viewport));
  expect(choose(TIP)?.x).toBeLessThanOrEqual(400 - TIP.width);
  expect(choose(QUIET)).toEqual(before);
});

test('what is larger than the window is cut to it', () => {
  const window = { width: 320, height: 200 };
  expect(fitting(TIP, window)).toEqual({
    width: 320 - 2 * MARGIN_PX,
    height: 200 - 2 * MARGIN_PX,
  });
  expect(fitting(QUIET, { width: 800, height: 600 })).toEqual(QUIET);
});
