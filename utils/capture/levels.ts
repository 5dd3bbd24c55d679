/** Quietest level that is told apart from silence: below the noise of any microphone. */
const FLOOR_DBFS = -100;
/** Length of sound that one reading covers; readings come as often, so that nothing falls between. */
export const LEVEL_EVERY_MS = 200;

/** Level of a linear amplitude, 0 to 1. */
export function dbfsOfLinear(level: number): number {
  return Math.max(FLOOR_DBFS, 20 * Math.log10(level));
}

/** Level of the root mean square of the last `count` samples. */
export function dbfsOfSamples(samples: Float32Array, count: number): number {
  const from = Math.max(0, samples.length - count);
  let squares = 0;
  for (let i = from; i < samples.length; i++) squares += (samples[i] as number) ** 2;
  return dbfsOfLinear(Math.sqrt(squares / Math.max(1, samples.length - from)));
}
