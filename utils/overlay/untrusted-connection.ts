import * as v from 'valibot';
import { ICE_STATES, LIMITS } from '../connection-observation.ts';

/** Far above what there is, a computer that slept for a month: the bounds only keep nonsense out. */
const LONGEST_MS = 30 * 24 * 3_600_000;
const PER_SECOND_MAX = 1_000_000;
const PACKETS_MAX = 1e12;
const KBPS_MAX = 10_000_000;
const FRAMES_PER_SECOND_MAX = 1000;
const SIDE_PX_MAX = 16_384;

const upTo = (most: number) => v.pipe(v.number(), v.minValue(0), v.maxValue(most));
const numberUpTo = (most: number) => v.nullable(upTo(most));

const loss = v.nullable(
  v.object({
    ratio: upTo(1),
    packets: upTo(PACKETS_MAX),
    overMs: upTo(LONGEST_MS),
  }),
);
const flow = {
  packetsPerSecond: numberUpTo(PER_SECOND_MAX),
  kbps: numberUpTo(KBPS_MAX),
  loss,
  jitterMs: numberUpTo(LONGEST_MS),
  framesPerSecond: numberUpTo(FRAMES_PER_SECOND_MAX),
};

/** What the page's world says of its connections. */
export const ConnectionSchema = v.object({
  overMs: numberUpTo(LONGEST_MS),
  iceState: v.nullable(v.picklist(ICE_STATES)),
  isHeard: v.nullable(v.boolean()),
  roundTripMs: numberUpTo(LONGEST_MS),
  availableOutKbps: numberUpTo(KBPS_MAX),
  sent: v.object({
    ...flow,
    widthPx: numberUpTo(SIDE_PX_MAX),
    heightPx: numberUpTo(SIDE_PX_MAX),
    limitedBy: v.picklist(LIMITS),
  }),
  received: v.object({
    ...flow,
    freezes: numberUpTo(PER_SECOND_MAX),
    frozenMs: numberUpTo(LONGEST_MS),
  }),
});
