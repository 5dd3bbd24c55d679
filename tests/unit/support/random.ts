export interface Random {
  /** 0 (included) to 1 (not included). */
  next(): number;
  between(low: number, high: number): number;
  /** About 0, with the given standard deviation. */
  noise(deviation: number): number;
}

/** The same numbers for the same seed (mulberry32), so that a failing seed can be run again. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number) => low + (high - low) * next();
  return {
    next,
    between,
    noise: (deviation) => deviation * (next() + next() + next() + next() - 2) * Math.sqrt(3),
  };
}
