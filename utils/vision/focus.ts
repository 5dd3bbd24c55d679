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
 * Across a sharp edge the mean square difference of two pixels grows in proportion to their distance
 * d; across a soft one with d squared (the structure function of the picture). So the difference of
 * neighbours, against that of pixels `far` apart, times `far`, is 1 for sharp edges and 1 / far (0.25 at 480
 * px) where all is soft. White noise adds the same 2 sigma^2 to both, and is taken off.
 *
 * @param noiseLuma standard deviation of the noise
 * @returns null where there is no structure to tell by
 */
export function focusOf(plane: LumaPlane, box: Box, noiseLuma: number): number | null {
  const { widthPx, heightPx, luma } = plane;
  const far = Math.max(2, Math.round(widthPx * FAR_RATIO));
  const fromX = Math.max(0, Math.round(box.x * widthPx));
  const fromY = Math.max(0, Math.round(box.y * heightPx));
  const toX = Math.min(widthPx, Math.round((box.x + box.width) * widthPx)) - far;
  const toY = Math.min(heightPx, Math.round((box.y + box.height) * heightPx)) - far;
  let pixels = 0;
  let near2 = 0;
  let far2 = 0;
  for (let y = fromY; y < toY; y += ROW_STEP) {
    for (let i = y * widthPx + fromX, end = y * widthPx + toX; i < end; i++) {
      const here = luma[i] as number;
      const right = here - (luma[i + 1] as number);
      const below = here - (luma[i + widthPx] as number);
      const farRight = here - (luma[i + far] as number);
      const farBelow = here - (luma[i + far * widthPx] as number);
      near2 += right * right + below * below;
      far2 += farRight * farRight + farBelow * farBelow;
      pixels++;
    }
  }
  if (pixels === 0) return null;
  const noise2 = 2 * noiseLuma * noiseLuma;
  const structure = far2 / (2 * pixels) - noise2;
  if (structure < STRUCTURE_LUMA2) return null;
  return (far * Math.max(0, near2 / (2 * pixels) - noise2)) / structure;
}
