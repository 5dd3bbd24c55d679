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

/** The followed face of each look from `fromMs` to `toMs` ago, where there is one. */
export function facesWithin(history: History, fromMs: number, toMs = 0): Seen[] {
  const nowMs = history.at(-1)?.capturedAtMs ?? 0;
  return history.flatMap(({ capturedAtMs: atMs, picture, faces }) => {
    const face = faces?.[0];
    const inside = atMs >= nowMs - fromMs && atMs <= nowMs - toMs;
    return face && picture && inside
      ? [{ atMs, face, aspect: picture.widthPx / picture.heightPx }]
      : [];
  });
}

/** Null of an empty list. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  return low === undefined || high === undefined ? null : low + (at % 1) * (high - low);
}
