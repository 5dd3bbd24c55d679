import type { Box, LumaPlane } from './luma.ts';

/** The longer of the two distances, in picture widths: wider than the blur of any usable picture. */
const FAR_RATIO = 1 / 120;
/** Every so many rows are read: neighbours in a column say nearly the same. */
const ROW_STEP = 2;
/** Mean square difference (luma) over the longer distance that is structure and not a flat wall. */
const STRUCTURE_LUMA2 = 10;

/**
 * How sharp a region is, whatever its light, contrast, noise and size.
 *
 * Across an edge that is w pixels wide the sum of (difference of neighbours)^4 falls with w^3, that of (difference of
 * pixels `far` apart)^4 stays. So the third root of their ratio, times `far`, is 1 for sharp edges and 1 / w where
 * they are soft. The fourth power lets the strongest edges speak: compression and noise make many weak ones, and raised
 * the same measure of squares above that of sharp pictures. What white noise adds to both is taken off.
 *
 * @param noiseLuma standard deviation of the noise
 * @returns null where there is no structure to tell by; 0 where all that is between neighbours is noise
 */
export function focusOf(plane: LumaPlane, box: Box, noiseLuma: number): number | null {
  const { widthPx, heightPx, luma } = plane;
  const far = Math.max(2, Math.round(widthPx * FAR_RATIO));
  const fromX = Math.max(0, Math.round(box.x * widthPx));
  const fromY = Math.max(0, Math.round(box.y * heightPx));
  const toX = Math.min(widthPx, Math.round((box.x + box.width) * widthPx)) - far;
  const toY = Math.min(heightPx, Math.round((box.y + box.height) * heightPx)) - far;
  const near = createMoments();
  const distant = createMoments();
  for (let y = fromY; y < toY; y += ROW_STEP) {
    for (let i = y * widthPx + fromX, end = y * widthPx + toX; i < end; i++) {
      const here = luma[i] as number;
      near.add(here - (luma[i + 1] as number));
      near.add(here - (luma[i + widthPx] as number));
      distant.add(here - (luma[i + far] as number));
      distant.add(here - (luma[i + far * widthPx] as number));
    }
  }
  const noise2 = 2 * noiseLuma * noiseLuma;
  const structure = distant.without(noise2);
  const edges = near.without(noise2);
  if (!structure || structure.second < STRUCTURE_LUMA2 || !edges) return null;
  return Math.cbrt((far * edges.fourth) / Math.max(1, structure.fourth));
}

/** Mean second and fourth powers of what is added. */
function createMoments() {
  let count = 0;
  let sum2 = 0;
  let sum4 = 0;
  return {
    add(value: number): void {
      const square = value * value;
      count++;
      sum2 += square;
      sum4 += square * square;
    },
    /** Of the same without Gaussian noise of that variance: E(d + n)^4 = d^4 + 6 d^2 n^2 + 3 n^4. Null when empty. */
    without(variance: number): { second: number; fourth: number } | null {
      if (count === 0) return null;
      const second = Math.max(0, sum2 / count - variance);
      return {
        second,
        fourth: Math.max(0, sum4 / count - 6 * second * variance - 3 * variance ** 2),
      };
    },
  };
}
