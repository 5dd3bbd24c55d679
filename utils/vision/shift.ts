import type { BackgroundShift } from '../observation.ts';
import type { Box, LumaPlane } from './luma.ts';
import { belongsToPerson } from './person.ts';

/** The background of one look, small, with the person left out. */
export interface Backdrop {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly luma: Float32Array;
  /** 1 where no person is. */
  readonly free: Uint8Array;
}

/** Square pixels of this many to a row: a shift of a thousandth of the picture is a sixth of one. */
const WIDTH_PX = 160;
/** A camera in a hand moves less than this between two looks; further is `lost`. In picture widths. */
const FARTHEST_RATIO = 0.1;
/** A row or column of the background with fewer free pixels than this share is not read. */
const FREE_SHARE = 0.2;
/** … and so many of them must be left. */
const LINES_SHARE = 0.3;
/** Standard deviation (luma) of the profile under which a wall is too even to tell. */
const STRUCTURE_LUMA = 1.5;
/** Wider changes than this are shading, which looks the same wherever it is moved. In picture widths, each way. */
const SHADING_RATIO = 0.06;
/** Correlation of the two profiles: below it they do not show the same place. */
const SAME_CORRELATION = 0.8;

export function backdropOf(plane: LumaPlane, people: readonly Box[]): Backdrop {
  const step = Math.max(1, Math.round(plane.widthPx / WIDTH_PX));
  const widthPx = Math.floor(plane.widthPx / step);
  const heightPx = Math.floor(plane.heightPx / step);
  const luma = new Float32Array(widthPx * heightPx);
  const free = new Uint8Array(widthPx * heightPx);
  const sums = new Uint32Array(widthPx);
  for (let y = 0, k = 0; y < heightPx; y++) {
    sums.fill(0);
    for (let row = y * step; row < (y + 1) * step; row++) {
      let i = row * plane.widthPx;
      for (let x = 0; x < widthPx; x++) {
        let sum = 0;
        for (let n = 0; n < step; n++) sum += plane.luma[i++] as number;
        sums[x] = (sums[x] as number) + sum;
      }
    }
    const atY = (y + 0.5) / heightPx;
    for (let x = 0; x < widthPx; x++, k++) {
      const atX = (x + 0.5) / widthPx;
      luma[k] = (sums[x] as number) / (step * step);
      free[k] = people.some((face) => belongsToPerson(face, atX, atY)) ? 0 : 1;
    }
  }
  return { widthPx, heightPx, luma, free };
}

/** How the background moved from one look to the next: by the profiles of its columns and rows. */
export function shiftOf(before: Backdrop, now: Backdrop): BackgroundShift | null {
  if (before.luma.length !== now.luma.length) return 'lost';
  const farthest = Math.round(FARTHEST_RATIO * now.widthPx);
  const x = alongOne(profiles(before, now, 'columns'), farthest);
  const y = alongOne(profiles(before, now, 'rows'), farthest);
  if (x === null && y === null) return null;
  if (x === 'lost' || y === 'lost') return 'lost';
  return {
    xRatio: x === null ? null : x / now.widthPx,
    yRatio: y === null ? null : y / now.widthPx,
  };
}

/** Means of columns (or rows) over what is free in both looks; NaN where too little is. */
function profiles(before: Backdrop, now: Backdrop, of: 'columns' | 'rows') {
  const { widthPx, heightPx } = now;
  const lines = of === 'columns' ? widthPx : heightPx;
  const length = of === 'columns' ? heightPx : widthPx;
  const [alongLine, toNext] = of === 'columns' ? [widthPx, 1] : [1, widthPx];
  const a = new Float32Array(lines);
  const b = new Float32Array(lines);
  for (let line = 0; line < lines; line++) {
    let count = 0;
    let sumA = 0;
    let sumB = 0;
    for (let n = 0, i = line * toNext; n < length; n++, i += alongLine) {
      if (!before.free[i] || !now.free[i]) continue;
      count++;
      sumA += before.luma[i] as number;
      sumB += now.luma[i] as number;
    }
    const enough = count >= FREE_SHARE * length;
    a[line] = enough ? sumA / count : Number.NaN;
    b[line] = enough ? sumB / count : Number.NaN;
  }
  return { a: withoutShading(a), b: withoutShading(b) };
}

function withoutShading(profile: Float32Array): Float32Array {
  const reach = Math.round(SHADING_RATIO * WIDTH_PX);
  return profile.map((value, i) => {
    let n = 0;
    let sum = 0;
    for (let k = Math.max(0, i - reach); k <= Math.min(profile.length - 1, i + reach); k++) {
      const near = profile[k] as number;
      if (Number.isNaN(near)) continue;
      n++;
      sum += near;
    }
    return value - sum / n;
  });
}

function alongOne(
  { a, b }: { a: Float32Array; b: Float32Array },
  farthest: number,
): number | 'lost' | null {
  const scores: number[] = [];
  for (let by = -farthest; by <= farthest; by++) {
    const score = correlation(a, b, by);
    if (score === null) return null;
    scores.push(score);
  }
  const best = scores.indexOf(Math.max(...scores));
  const top = scores[best] as number;
  if (top < SAME_CORRELATION) return 'lost';
  // Between two pixels, by a parabola through the three best.
  const left = scores[best - 1];
  const right = scores[best + 1];
  if (left === undefined || right === undefined) return 'lost';
  const bend = left - 2 * top + right;
  return best - farthest + (bend < 0 ? (0.5 * (left - right)) / bend : 0);
}

/** Of a[i] with b[i + by]; null where too little is left, or it is even. */
function correlation(a: Float32Array, b: Float32Array, by: number): number | null {
  let n = 0;
  let sumA = 0;
  let sumB = 0;
  let sumAA = 0;
  let sumBB = 0;
  let sumAB = 0;
  for (let i = Math.max(0, -by); i < Math.min(a.length, b.length - by); i++) {
    const p = a[i] as number;
    const q = b[i + by] as number;
    if (Number.isNaN(p) || Number.isNaN(q)) continue;
    n++;
    sumA += p;
    sumB += q;
    sumAA += p * p;
    sumBB += q * q;
    sumAB += p * q;
  }
  if (n < LINES_SHARE * a.length) return null;
  const varianceA = sumAA / n - (sumA / n) ** 2;
  const varianceB = sumBB / n - (sumB / n) ** 2;
  if (Math.min(varianceA, varianceB) < STRUCTURE_LUMA ** 2) return null;
  return (sumAB / n - (sumA / n) * (sumB / n)) / Math.sqrt(varianceA * varianceB);
}
