import type { CallQuality } from '../observation.ts';

/** The fields of an `outbound-rtp` entry that are read. Source: W3C, Identifiers for WebRTC's Statistics. */
interface Outbound {
  readonly framesEncoded?: number;
  readonly totalEncodeTime?: number;
  readonly framesPerSecond?: number;
  readonly frameWidth?: number;
  readonly frameHeight?: number;
  readonly qualityLimitationReason?: string;
}

/** Encoder's counters at one look, over all sizes in which the picture is sent. */
export interface SendCounters {
  /** Pictures, of the size that has most. */
  readonly framesEncoded: number;
  readonly totalEncodeS: number;
}

/** Worst first: with several sizes one may be limited, and the others not. */
const REASONS = ['cpu', 'bandwidth', 'other'] as const;

/**
 * Reads a sender's statistics. Several sizes of one picture (simulcast) are one picture: the largest says
 * how large it is, and all of them cost.
 * @param before what the look before gave, of the same sender; without it there is no encode time yet
 */
export function readSendQuality(
  report: RTCStatsReport,
  before: SendCounters | null,
): { readonly quality: CallQuality; readonly counters: SendCounters } | null {
  const layers: Outbound[] = [];
  for (const entry of report.values()) if (entry.type === 'outbound-rtp') layers.push(entry);
  const [largest] = layers.sort((a, b) => (b.frameWidth ?? 0) - (a.frameWidth ?? 0));
  if (!largest) return null;

  const counters: SendCounters = {
    framesEncoded: Math.max(...layers.map(({ framesEncoded = 0 }) => framesEncoded)),
    totalEncodeS: layers.reduce((sum, { totalEncodeTime = 0 }) => sum + totalEncodeTime, 0),
  };
  const frames = counters.framesEncoded - (before?.framesEncoded ?? Number.POSITIVE_INFINITY);
  const encodeS = counters.totalEncodeS - (before?.totalEncodeS ?? 0);
  return {
    counters,
    quality: {
      limitedBy:
        REASONS.find((reason) =>
          layers.some(({ qualityLimitationReason }) => qualityLimitationReason === reason),
        ) ?? 'none',
      encodeMs: frames > 0 && encodeS >= 0 ? (1000 * encodeS) / frames : null,
      framesPerSecond: largest.framesPerSecond ?? null,
      widthPx: largest.frameWidth ?? null,
      heightPx: largest.frameHeight ?? null,
    },
  };
}
