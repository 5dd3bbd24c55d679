import { type History, looksWithin, median } from './history.ts';

/** How much the camera itself moves. Null where the background shows nothing to tell by. */
export interface Shaking {
  /**
   * Typical distance that the background moves from one look to the next, in picture widths: the smaller
   * of two halves of the last seconds, so that turning the screen once is none.
   */
  readonly typicalRatio: number;
}

const WINDOW_MS = 2_400;
/** Looks in each half whose shift is known. */
const LOOKS = 2;

export function shaking(history: History): Shaking | null {
  const half = (fromMs: number, toMs: number) => {
    const moves = looksWithin(history, fromMs, toMs).flatMap(({ picture }) => {
      const shift = picture?.shift;
      return shift && shift !== 'lost' ? [Math.hypot(shift.xRatio ?? 0, shift.yRatio ?? 0)] : [];
    });
    return moves.length < LOOKS ? null : median(moves);
  };
  const early = half(WINDOW_MS, WINDOW_MS / 2);
  const late = half(WINDOW_MS / 2, 0);
  return early === null || late === null ? null : { typicalRatio: Math.min(early, late) };
}
