import type { Box, LumaPlane } from './luma.ts';

/** The shorter distance: an edge in focus is no wider, whatever the picture's size. */
const NEAR_PX = 2;
/** The longer of the two distances, in picture widths: wider than the blur of any usable picture. */
const FAR_RATIO = 1 / 60;
/** An edge counts where it is so many pixels long. Four, so that the product of its steps is a fourth power. */
const LENGTH_PX = 4;
/** Every so many rows are begun at: what is measured here is the same in the rows between. */
const ROW_STEP = 4;
/** Mean square difference (luma) over the longer distance that is structure and not a flat wall. */
const STRUCTURE_LUMA2 = 10;

/**
 * How sharp a region is, whatever its light, contrast, noise and size.
 *
 * Across an edge that is w pixels wide, the sum of (difference of pixels `near` apart)^4 falls with w^3, that of (difference of
 * pixels `far` apart)^4 stays. So the third root of their ratio, times far / near, is 1 for sharp edges and near / far
 * where all is soft. The fourth power lets the strongest edges speak. It is taken as the product of four differences, one beside
 * the other along the edge: an edge is in all four of them, and noise, which is another one in each, adds nothing to
 * their product on the average. As the power of one difference, noise and the blocks of compression made blurred dark
 * skin look sharp (out-of-focus 0.90 found; bench:cues).
 *
 * @param noiseLuma standard deviation of the noise
 * @returns null where there is no structure to tell by
 */
export function focusOf(plane: LumaPlane, box: Box, noiseLuma: number): number | null {
  const { widthPx, heightPx, luma } = plane;
  const far = Math.max(2 * NEAR_PX, Math.round(widthPx * FAR_RATIO));
  const reach = Math.max(far, LENGTH_PX);
  const fromX = Math.max(0, Math.round(box.x * widthPx));
  const fromY = Math.max(0, Math.round(box.y * heightPx));
  const toX = Math.min(widthPx, Math.round((box.x + box.width) * widthPx)) - reach;
  const toY = Math.min(heightPx, Math.round((box.y + box.height) * heightPx)) - reach;
  let [count, near4, far4, far2] = [0, 0, 0, 0];
  /** Differences across, and four of them along. */
  const add = (at: number, across: number, along: number) => {
    let [near, distant] = [1, 1];
    for (let k = 0, i = at; k < LENGTH_PX; k++, i += along) {
      const here = luma[i] as number;
      const step = here - (luma[i + far * across] as number);
      near *= here - (luma[i + NEAR_PX * across] as number);
      distant *= step;
      if (k === 0) far2 += step * step;
    }
    near4 += near;
    far4 += distant;
    count++;
  };
  for (let y = fromY; y < toY; y += ROW_STEP) {
    for (let i = y * widthPx + fromX, end = y * widthPx + toX; i < end; i++) {
      add(i, 1, widthPx);
      add(i, widthPx, 1);
    }
  }
  if (count === 0 || far2 / count - 2 * noiseLuma * noiseLuma < STRUCTURE_LUMA2) return null;
  return Math.cbrt(((far / NEAR_PX) * Math.max(0, near4)) / Math.max(count, far4));
}
