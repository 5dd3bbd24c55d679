import { RATE_HZ } from './programs.ts';

/** ITU-T P.56, method B: envelope of two filters of 30 ms, hangover 200 ms, margin 15.9 dB. */
const TIME_CONSTANT_S = 0.03;
const HANGOVER_S = 0.2;
const MARGIN_DB = 15.9;
const THRESHOLDS = 15;

/** Power, mean of squares. */
export function powerOf(samples: Float32Array): number {
  let squares = 0;
  for (const sample of samples) squares += sample * sample;
  return squares / Math.max(1, samples.length);
}

export const dbOf = (power: number): number => 10 * Math.log10(Math.max(power, 1e-12));
export const gainOf = (db: number): number => 10 ** (db / 20);

/** Level of speech while it lasts, dBFS: pauses of more than 200 ms do not count (ITU-T P.56, active speech level). */
export function activeSpeechDbfs(samples: Float32Array): number {
  const keep = Math.exp(-1 / (RATE_HZ * TIME_CONSTANT_S));
  const hangover = Math.round(HANGOVER_S * RATE_HZ);
  const active = new Float64Array(THRESHOLDS);
  const since = new Int32Array(THRESHOLDS).fill(hangover);
  const thresholds = Array.from({ length: THRESHOLDS }, (_, i) => 2 ** (i - THRESHOLDS));
  let first = 0;
  let second = 0;
  let squares = 0;
  for (const sample of samples) {
    squares += sample * sample;
    first = keep * first + (1 - keep) * Math.abs(sample);
    second = keep * second + (1 - keep) * first;
    for (let j = 0; j < THRESHOLDS; j++) {
      since[j] = second >= (thresholds[j] as number) ? 0 : (since[j] as number) + 1;
      if ((since[j] as number) < hangover) active[j] = (active[j] as number) + 1;
    }
  }
  // The level over the active time, less the threshold, is the margin: between two thresholds by a straight line.
  let before: { readonly levelDb: number; readonly deltaDb: number } | null = null;
  for (let j = 0; j < THRESHOLDS; j++) {
    const time = active[j] as number;
    if (time === 0) break;
    const levelDb = dbOf(squares / time);
    const deltaDb = levelDb - 20 * Math.log10(thresholds[j] as number);
    if (deltaDb <= MARGIN_DB) {
      if (!before) return levelDb;
      const share = (before.deltaDb - MARGIN_DB) / (before.deltaDb - deltaDb);
      return before.levelDb + share * (levelDb - before.levelDb);
    }
    before = { levelDb, deltaDb };
  }
  return before?.levelDb ?? Number.NEGATIVE_INFINITY;
}

export function scaled(samples: Float32Array, gain: number): Float32Array {
  return samples.map((sample) => sample * gain);
}

/** Speech so loud while it lasts. */
export function speechAt(samples: Float32Array, dbfs: number): Float32Array {
  return scaled(samples, gainOf(dbfs - activeSpeechDbfs(samples)));
}

/** Noise so loud on the whole. */
export function noiseAt(samples: Float32Array, dbfs: number): Float32Array {
  return scaled(samples, gainOf(dbfs - dbOf(powerOf(samples))));
}

/** What is too loud stands at the end of the scale, as in a converter. All as long as the first. */
export function mixed(first: Float32Array, ...others: readonly Float32Array[]): Float32Array {
  const out = first.slice();
  for (const other of others) {
    for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) + (other[i] ?? 0);
  }
  for (let i = 0; i < out.length; i++) out[i] = Math.max(-1, Math.min(1, out[i] as number));
  return out;
}
