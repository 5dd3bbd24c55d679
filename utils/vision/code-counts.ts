/** How many pixels have each luma code 0 to 255: all that is asked of a region comes from these. */
export type CodeCounts = Uint32Array;

/** Linear light, 0 to 1, of a luma code 0 to 255. Source: IEC 61966-2-1 (sRGB). */
export const LINEAR_OF_LUMA: Float32Array = Float32Array.from({ length: 256 }, (_, code) => {
  const v = code / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});

export function pixelsIn(counts: CodeCounts): number {
  return sumOver(counts, () => 1);
}

/** 0 where there is no pixel, as all means here. */
export function meanLumaOf(counts: CodeCounts): number {
  return sumOver(counts, (code) => code) / Math.max(1, pixelsIn(counts));
}

/** Standard deviation of the codes. */
export function spreadLumaOf(counts: CodeCounts): number {
  const mean = meanLumaOf(counts);
  return Math.sqrt(sumOver(counts, (code) => (code - mean) ** 2) / Math.max(1, pixelsIn(counts)));
}

/** Mean linear luminance, 0 to 1. */
export function meanLuminanceOf(counts: CodeCounts): number {
  return sumOver(counts, (code) => LINEAR_OF_LUMA[code] as number) / Math.max(1, pixelsIn(counts));
}

/** Linear luminance below which this share of the pixels is. */
export function luminanceAt(counts: CodeCounts, share: number): number {
  const wanted = share * pixelsIn(counts);
  let below = 0;
  for (let code = 0; code < 256; code++) {
    below += counts[code] as number;
    if (below > wanted) return LINEAR_OF_LUMA[code] as number;
  }
  return 0;
}

/** Share of the pixels with a code from `low` to `high`, both included. */
export function shareBetween(counts: CodeCounts, low: number, high: number): number {
  const inside = sumOver(counts, (code) => (code >= low && code <= high ? 1 : 0));
  return inside / Math.max(1, pixelsIn(counts));
}

function sumOver(counts: CodeCounts, of: (code: number) => number): number {
  let sum = 0;
  for (let code = 0; code < 256; code++) {
    const count = counts[code] as number;
    if (count > 0) sum += count * of(code);
  }
  return sum;
}
