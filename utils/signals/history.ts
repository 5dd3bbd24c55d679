import type { FaceObservation, Observation } from '../observation.ts';

/** Observations of the last minute, oldest first, the newest one included. */
export type History = readonly Observation[];

/** A turn that stays the same for a minute is the person's own: so long must be remembered. */
export const REMEMBERED_MS = 62_000;

export function remember(history: History, observation: Observation): History {
  const from = observation.capturedAtMs - REMEMBERED_MS;
  return [...history.filter(({ capturedAtMs }) => capturedAtMs >= from), observation];
}

export interface Seen {
  readonly atMs: number;
  readonly face: FaceObservation;
  /** Width over height of the picture. */
  readonly aspect: number;
}

/** The looks from `fromMs` (included) to `toMs` (included) ago. */
export function looksWithin(history: History, fromMs: number, toMs = 0): History {
  const nowMs = history.at(-1)?.capturedAtMs ?? 0;
  // From the newest backwards: most ask for a second or two of the minute that is remembered.
  let end = history.length;
  while (end > 0 && (history[end - 1] as Observation).capturedAtMs > nowMs - toMs) end--;
  let start = end;
  while (start > 0 && (history[start - 1] as Observation).capturedAtMs >= nowMs - fromMs) start--;
  return history.slice(start, end);
}

/**
 * In a softer picture (see vision/focus.ts) a row of books is taken for a face, and a face is guessed. Bench: people in
 * the labelled clips 0.40 and more, a smeared lens 0.20 to 0.37. 0 is noise that drowns all edges, in the dark.
 */
export const SOFT_FOCUS = 0.38;
export const isGuessed = ({ focus }: FaceObservation) =>
  focus !== null && focus > 0 && focus < SOFT_FOCUS;

/** The followed face of each look from `fromMs` to `toMs` ago, where there is one that is not guessed. */
export function facesWithin(history: History, fromMs: number, toMs = 0): Seen[] {
  const seen: Seen[] = [];
  for (const { capturedAtMs: atMs, picture, faces } of looksWithin(history, fromMs, toMs)) {
    const face = faces?.[0];
    if (face && picture && !isGuessed(face))
      seen.push({ atMs, face, aspect: picture.widthPx / picture.heightPx });
  }
  return seen;
}

/** Null of an empty list. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number | null {
  return quantiles(values, [share])?.[0] ?? null;
}

/** Several at once, sorted once. Null of an empty list. */
export function quantiles(
  values: readonly number[],
  shares: readonly number[],
): readonly number[] | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  return shares.map((share) => {
    const at = share * (sorted.length - 1);
    const low = sorted[Math.floor(at)] as number;
    const high = sorted[Math.ceil(at)] as number;
    return low + (at % 1) * (high - low);
  });
}
