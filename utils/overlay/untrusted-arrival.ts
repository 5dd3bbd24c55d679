import * as v from 'valibot';
import { ARRIVING_MAX } from '../playback-observation.ts';

/** Far above what there is, a computer that slept for a month: the bounds only keep nonsense out. */
const LONGEST_MS = 30 * 24 * 3_600_000;
const COUNT_MAX = 1e12;
/** Longest id of a track that a browser makes: a UUID, in Firefox in braces. With room to spare. */
const TRACK_ID_MAX = 64;

const numberUpTo = (most: number) =>
  v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(most)));

/** What the page's world says of what comes from the far end. */
export const ArrivalSchema = v.object({
  overMs: numberUpTo(LONGEST_MS),
  isSoundExpected: v.boolean(),
  isPictureExpected: v.boolean(),
  isMixed: v.boolean(),
  streams: v.pipe(
    v.array(
      v.object({
        kind: v.picklist(['audio', 'video']),
        trackId: v.pipe(v.string(), v.maxLength(TRACK_ID_MAX)),
        packets: numberUpTo(COUNT_MAX),
        frames: numberUpTo(COUNT_MAX),
        isPlayed: v.nullable(v.boolean()),
      }),
    ),
    v.maxLength(ARRIVING_MAX),
  ),
});
