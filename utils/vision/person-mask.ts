import type { PersonObservation } from '../observation.ts';

/** The mask says for each pixel how sure it is, 0 to 1; from here on it is a person. */
const PERSON_CONFIDENCE = 0.5;
/** A row with fewer of the person's pixels than this, in picture widths, is a stray speck. */
const SPECK_RATIO = 0.01;
/** The person's uppermost part, in picture heights: about the upper half of a head at arm's length. */
const UPPERMOST_RATIO = 0.15;

/** Where the person is, from the segmenter's mask: one value a pixel, row by row. */
export function describePerson(mask: Float32Array, widthPx: number): PersonObservation {
  const heightPx = mask.length / widthPx;
  const isPerson = (x: number, y: number) => (mask[y * widthPx + x] as number) > PERSON_CONFIDENCE;
  let count = 0;
  let topPx: number | null = null;
  let edgePx = 0;
  for (let y = 0; y < heightPx; y++) {
    let inRow = 0;
    for (let x = 0; x < widthPx; x++) if (isPerson(x, y)) inRow++;
    count += inRow;
    if (topPx === null && inRow > SPECK_RATIO * widthPx) topPx = y;
    if (topPx === null || y > topPx + UPPERMOST_RATIO * heightPx) continue;
    if (y === 0) edgePx += inRow;
    if (isPerson(0, y)) edgePx++;
    if (isPerson(widthPx - 1, y)) edgePx++;
  }
  return { ratio: count / mask.length, cutRatio: edgePx / widthPx };
}
