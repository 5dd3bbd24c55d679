import { describe, expect, it } from 'vitest';
import { createSparing } from '../../../utils/coach/sparing.ts';
import type { Judgement } from '../../../utils/cues/types.ts';
import { look } from '../cues/trace.ts';

const SIZE = { widthPx: 160, heightPx: 90 };
/** A grey picture, with a brighter head in the middle; `moved` in its own widths. */
function frame(capturedAtMs: number, { moved = 0, luma = 90, head = 170 } = {}) {
  const { widthPx, heightPx } = SIZE;
  const bytes = new Uint8Array((widthPx * heightPx * 3) / 2).fill(luma);
  for (let y = 20; y < 70; y++) {
    const from = y * widthPx + 60 + Math.round(40 * moved);
    bytes.fill(head, from, from + 40);
  }
  return { capturedAtMs, pixels: { format: 'I420', ...SIZE, bytes } } as const;
}

const WELL = { atMs: 0, holding: [], unsettled: false } as unknown as Judgement;

/** One frame that was looked at, at 0 ms. */
function lookedAtOne() {
  const sparing = createSparing();
  sparing.spare(frame(0), null);
  sparing.looked(look(0, {}));
  return sparing;
}

describe('a frame in which nothing has changed', () => {
  it('says what was seen, at its own time', () => {
    const seen = look(0, {});
    const spared = lookedAtOne().spare(frame(480), WELL);
    expect(spared).toMatchObject({ capturedAtMs: 480, faces: seen.faces });
    expect(spared?.picture).toMatchObject({ changeLuma: 0 });
  });

  it('is looked at all the same when the last look is too long ago', () => {
    expect(lookedAtOne().spare(frame(960), WELL)).toBeNull();
    expect(lookedAtOne().spare(frame(1000), WELL)).toBeNull();
  });

  it('is looked at while a cue holds or begins', () => {
    const holding = { ...WELL, holding: [{ id: 'too-far', sinceMs: 0 }] } as unknown as Judgement;
    expect(lookedAtOne().spare(frame(480), holding)).toBeNull();
    expect(lookedAtOne().spare(frame(480), { ...WELL, unsettled: true })).toBeNull();
    expect(lookedAtOne().spare(frame(480), null)).toBeNull();
  });
});

describe('a frame that shows something else', () => {
  it.each([
    ['the head has moved', { moved: 0.3 }],
    ['it is darker', { luma: 80 }],
  ])('%s', (_what, changes) => {
    expect(lookedAtOne().spare(frame(480, changes), WELL)).toBeNull();
  });

  it('is compared with the last one that was looked at, so that slow changes add up', () => {
    const sparing = lookedAtOne();
    expect(sparing.spare(frame(240, { head: 175 }), WELL)).not.toBeNull();
    expect(sparing.spare(frame(480, { head: 180 }), WELL)).toBeNull();
  });
});

it('a bitmap is always looked at', () => {
  const sparing = createSparing();
  const bitmap = { format: 'bitmap', bitmap: {} as ImageBitmap } as const;
  sparing.spare({ capturedAtMs: 0, pixels: bitmap }, null);
  sparing.looked(look(0, {}));
  expect(sparing.spare({ capturedAtMs: 480, pixels: bitmap }, WELL)).toBeNull();
});
