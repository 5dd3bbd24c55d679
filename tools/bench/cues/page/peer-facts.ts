import type { Observation } from '../../../../utils/observation.ts';

/** What the rules of others look at and an Observation does not tell; of the face's box, luma 0 to 255. */
export interface PeerFacts {
  readonly meanLuma: number;
  /** Inside the ellipse in the face's box, which is the face without the corners: OFIQ's two ranges. */
  readonly darkRatio: number;
  readonly brightRatio: number;
}

/** ISO/IEC 29794-5 as OFIQ counts: borders included. */
const DARK_TO_LUMA = 25;
const BRIGHT_FROM_LUMA = 247;

export function peerFactsOf(
  luma: Uint8Array,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  { faces }: Observation,
): PeerFacts | null {
  const box = faces?.[0]?.box;
  if (!box) return null;
  const fromX = Math.max(0, Math.round(box.x * widthPx));
  const toX = Math.min(widthPx, Math.round((box.x + box.width) * widthPx));
  const fromY = Math.max(0, Math.round(box.y * heightPx));
  const toY = Math.min(heightPx, Math.round((box.y + box.height) * heightPx));
  let [sum, pixels, dark, bright, inside] = [0, 0, 0, 0, 0];
  for (let y = fromY; y < toY; y++) {
    const down = ((y + 0.5) / heightPx - box.y) / box.height - 0.5;
    for (let x = fromX; x < toX; x++) {
      const code = luma[y * widthPx + x] as number;
      sum += code;
      pixels++;
      const across = ((x + 0.5) / widthPx - box.x) / box.width - 0.5;
      if (across * across + down * down > 0.25) continue;
      inside++;
      if (code <= DARK_TO_LUMA) dark++;
      else if (code >= BRIGHT_FROM_LUMA) bright++;
    }
  }
  if (inside === 0) return null;
  return { meanLuma: sum / pixels, darkRatio: dark / inside, brightRatio: bright / inside };
}
