import * as v from 'valibot';
import { PHASES } from '../areas.ts';
import { NOT_SELF_MAX, type UntrustedTapMessage } from '../messages/tap-overlay.ts';
import { ConnectionSchema } from './untrusted-connection.ts';

/** Longest id of a track that a browser makes: a UUID, in Firefox in braces. With room to spare. */
const TRACK_ID_MAX = 64;
/** Longest name of a DOMException is far below. */
const NAME_MAX = 64;

/** Far above what an encoder does: a picture that takes ten seconds, a screen of 16K. */
const ENCODE_MS_MAX = 10_000;
const FRAMES_PER_SECOND_MAX = 1000;
const SIDE_PX_MAX = 16_384;

const numberUpTo = (most: number) =>
  v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(most)));

const schema = v.variant('kind', [
  v.object({ kind: v.literal('tap-ready'), fromStart: v.boolean() }),
  v.object({ kind: v.literal('camera-asked') }),
  v.object({
    kind: v.literal('camera-failed'),
    name: v.pipe(v.string(), v.maxLength(NAME_MAX)),
  }),
  v.object({ kind: v.literal('phase'), phase: v.picklist(PHASES) }),
  v.object({ kind: v.literal('sharing'), active: v.boolean() }),
  v.object({
    kind: v.literal('not-self'),
    trackIds: v.pipe(
      v.array(v.pipe(v.string(), v.maxLength(TRACK_ID_MAX))),
      v.maxLength(NOT_SELF_MAX),
    ),
  }),
  v.object({ kind: v.literal('far-level'), level: numberUpTo(1) }),
  v.object({
    kind: v.literal('send-quality'),
    quality: v.nullable(
      v.object({
        limitedBy: v.picklist(['none', 'cpu', 'bandwidth', 'other']),
        encodeMs: numberUpTo(ENCODE_MS_MAX),
        framesPerSecond: numberUpTo(FRAMES_PER_SECOND_MAX),
        widthPx: numberUpTo(SIDE_PX_MAX),
        heightPx: numberUpTo(SIDE_PX_MAX),
      }),
    ),
  }),
  v.object({ kind: v.literal('connection'), connection: v.nullable(ConnectionSchema) }),
]);

/** A message of the page's world, or null when it is not one of ours. */
export function readTapMessage(untrusted: unknown): UntrustedTapMessage | null {
  const result = v.safeParse(schema, untrusted);
  return result.success ? result.output : null;
}

/** At most so many messages in a second; the tap itself sends about six. Source: design, fact 6. */
const MESSAGES_PER_SECOND = 10;

/** Says whether one more message may be read at this time. What is over is dropped, never queued. */
export function createRateLimit(perSecond = MESSAGES_PER_SECOND): (nowMs: number) => boolean {
  let left = perSecond;
  let lastMs = Number.NEGATIVE_INFINITY;
  return (nowMs) => {
    left = Math.min(perSecond, left + (perSecond * (nowMs - lastMs)) / 1000);
    lastMs = nowMs;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
