import { FRAME_MS } from '../sound-observation.ts';
import {
  ECHO_FAR_RANGE_DB,
  ECHO_LAGS_MS,
  ECHO_SMOOTH_FRAMES,
  FAR_TALKS_DBFS,
  FAR_TALKS_NEAR_MS,
} from './thresholds.ts';

export interface EchoSignal {
  /** How well the own level follows the far end's while that one talks: -1 to 1, of the delay at which it does best. */
  readonly likeness: number;
  readonly delayMs: number;
  /** Readings of the far end's level that were compared. */
  readonly readings: number;
}

export interface Level {
  readonly atMs: number;
  readonly dbfs: number;
}

/**
 * Compares how loud both ends are, of the last time alone in which the far end talks: a patient who answers in its
 * pauses, or says "yes" over it, does not go up and down with its syllables. An echo does.
 * @param own frames in the order of time; where some are missing nothing is compared
 * @param far readings in the order of time
 * @returns null where the far end has not talked
 */
export function echoSignal(own: readonly Level[], far: readonly Level[]): EchoSignal | null {
  const firstMs = own[0]?.atMs;
  if (firstMs === undefined) return null;
  const loudest = Math.max(...far.map(({ dbfs }) => dbfs));
  const floor = loudest - ECHO_FAR_RANGE_DB;
  const loud = far.filter(({ dbfs }) => dbfs > Math.max(FAR_TALKS_DBFS, floor));
  const talk = far.filter(({ atMs }) => isWithin(loud, atMs));
  const smooth = smoothed(inPlace(own, firstMs));
  const farDbfs = talk.map(({ dbfs }) => Math.max(floor, dbfs));
  let best: EchoSignal | null = null;
  for (let lagMs = ECHO_LAGS_MS.from; lagMs <= ECHO_LAGS_MS.to; lagMs += FRAME_MS) {
    const ownDbfs = talk.map(({ atMs }) => smooth[Math.round((atMs + lagMs - firstMs) / FRAME_MS)]);
    const likeness = correlation(farDbfs, ownDbfs);
    if (likeness !== null && likeness > (best?.likeness ?? -1)) {
      best = { likeness, delayMs: lagMs, readings: talk.length };
    }
  }
  return best;
}

/** In a sentence, its short gaps included, and not in the silence after it, in which the patient may answer. */
function isWithin(loud: readonly Level[], atMs: number): boolean {
  const isNear = (distanceMs: number) => distanceMs >= 0 && distanceMs <= FAR_TALKS_NEAR_MS;
  return loud.some((one) => isNear(atMs - one.atMs)) && loud.some((one) => isNear(one.atMs - atMs));
}

/** One place for each frame's time; a hole is undefined. */
function inPlace(own: readonly Level[], firstMs: number): (number | undefined)[] {
  const places: (number | undefined)[] = [];
  for (const { atMs, dbfs } of own) places[Math.round((atMs - firstMs) / FRAME_MS)] = dbfs;
  return Array.from(places);
}

/** A running mean of the levels: a packet's place in time is not known to a frame, and a room smears. */
function smoothed(dbfs: readonly (number | undefined)[]): (number | undefined)[] {
  const half = (ECHO_SMOOTH_FRAMES - 1) / 2;
  return dbfs.map((here, i) => {
    if (here === undefined) return undefined;
    const some = dbfs.slice(Math.max(0, i - half), i + half + 1).filter((one) => one !== undefined);
    return some.reduce((sum, one) => sum + one, 0) / some.length;
  });
}

/** Pearson's, of what is there on both sides; null where one side does not vary. */
function correlation(
  first: readonly (number | undefined)[],
  second: readonly (number | undefined)[],
): number | null {
  let [n, sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < first.length; i++) {
    const a = first[i];
    const b = second[i];
    if (a === undefined || b === undefined) continue;
    n++;
    sumA += a;
    sumB += b;
    sumAA += a * a;
    sumBB += b * b;
    sumAB += a * b;
  }
  const varianceA = sumAA / n - (sumA / n) ** 2;
  const varianceB = sumBB / n - (sumB / n) ** 2;
  if (n < 2 || varianceA < 1e-6 || varianceB < 1e-6) return null;
  return (sumAB / n - (sumA / n) * (sumB / n)) / Math.sqrt(varianceA * varianceB);
}
