import { describe, expect, test } from 'vitest';
import { middleOf, readGeometry } from '../../../utils/overlay/obstacles.ts';
import type { Rect } from '../../../utils/overlay/place.ts';

const viewport = { width: 1000, height: 700 };
const rect = (x: number, y: number, width: number, height: number): Rect => ({
  x,
  y,
  width,
  height,
});

/** A page as lists of boxes: what a selector finds is told by a word in it. */
function page(boxes: { button?: Rect[]; live?: Rect[]; dialog?: Rect[]; video?: Rect[] }) {
  const element = (box: Rect) => ({ getBoundingClientRect: () => box });
  const querySelectorAll = (selector: string) => {
    if (selector === 'video') return (boxes.video ?? []).map(element);
    if (selector.startsWith('button')) return (boxes.button ?? []).map(element);
    if (selector.startsWith('[aria-live')) return (boxes.live ?? []).map(element);
    return (boxes.dialog ?? []).map(element);
  };
  return { querySelectorAll } as unknown as Document;
}
const nobody = () => false;

describe('obstacles', () => {
  test('controls and captions that can be seen', () => {
    const button = rect(10, 650, 100, 40);
    const caption = rect(100, 500, 800, 60);
    const unseen = [rect(0, 0, 0, 0), rect(10, -50, 100, 40), rect(1200, 10, 50, 50)];
    const { obstacles, dialogOpen } = readGeometry(
      page({ button: [button, ...unseen], live: [caption] }),
      viewport,
      nobody,
    );
    expect(obstacles).toEqual([button, caption]);
    expect(dialogOpen).toBe(false);
  });

  test('the stage itself as one big button is none', () => {
    const stage = rect(0, 0, 1000, 700);
    expect(readGeometry(page({ button: [stage] }), viewport, nobody).obstacles).toEqual([]);
  });

  test('an open dialog is one, however big', () => {
    const dialog = rect(0, 0, 1000, 700);
    expect(readGeometry(page({ dialog: [dialog] }), viewport, nobody)).toEqual({
      obstacles: [dialog],
      dialogOpen: true,
    });
  });

  test("the middle of the largest picture that is not the patient's", () => {
    const self = rect(0, 0, 1000, 700);
    const remote = rect(100, 100, 400, 200);
    const small = rect(600, 100, 100, 50);
    const { obstacles } = readGeometry(
      page({ video: [self, remote, small] }),
      viewport,
      (video) => video.getBoundingClientRect().width === 1000,
    );
    expect(obstacles).toEqual([middleOf(remote)]);
  });
});
