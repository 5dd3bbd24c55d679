import * as v from 'valibot';

/** Far above what there is, a computer that slept for a month: the bounds only keep nonsense out. */
const LONGEST_MS = 30 * 24 * 3_600_000;
const COUNT_MAX = 1e12;

const numberUpTo = (most: number) =>
  v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(most)));

/** What the page's world says of what comes from the far end. */
export const ArrivalSchema = v.object({
  overMs: numberUpTo(LONGEST_MS),
  sound: v.object({
    isExpected: v.boolean(),
    packets: numberUpTo(COUNT_MAX),
    isPlayed: v.nullable(v.boolean()),
    isMixed: v.boolean(),
  }),
  picture: v.object({
    isExpected: v.boolean(),
    packets: numberUpTo(COUNT_MAX),
    frames: numberUpTo(COUNT_MAX),
  }),
});
