import type { CallQuality } from '../observation.ts';
import { apply, NativePromise, promiseThen, quietly } from './natives.ts';
import { readSendQuality, type SendCounters } from './send-quality.ts';

/** A limit of the encoder lasts for seconds. An answer takes 0.1 ms in Chromium and 0.3 ms in Firefox. */
const ASK_EVERY_MS = 2000;

export interface QualityWatch {
  /** At each look of a call. @param track the patient's picture that is sent; null: none is */
  look(track: MediaStreamTrack | null, nowMs: number): void;
}

/** Asks now and then how a track is sent, and says it. Null is said once, when it is no longer known. */
export function createQualityWatch(options: {
  readonly statsOf: (track: MediaStreamTrack) => Promise<RTCStatsReport> | null;
  readonly onQuality: (quality: CallQuality | null) => void;
}): QualityWatch {
  let watched: MediaStreamTrack | null = null;
  let counters: SendCounters | null = null;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  let said = false;

  const say = (quality: CallQuality | null) => {
    if (quality === null && !said) return;
    said = quality !== null;
    options.onQuality(quality);
  };

  return {
    look(track, nowMs) {
      if (track !== watched) {
        watched = track;
        counters = null;
        askedAtMs = Number.NEGATIVE_INFINITY;
        if (!track) say(null);
      }
      if (!track || nowMs - askedAtMs < ASK_EVERY_MS) return;
      askedAtMs = nowMs;
      const asked = options.statsOf(track);
      if (!(asked instanceof NativePromise)) return say(null);
      const read = (report: RTCStatsReport) => {
        if (track !== watched) return;
        const seen = readSendQuality(report, counters);
        counters = seen?.counters ?? null;
        say(seen?.quality ?? null);
      };
      apply(promiseThen, asked, [
        (report: RTCStatsReport) => quietly(() => read(report)),
        // The connection closed meanwhile: the next look sees that.
        () => undefined,
      ]);
    },
  };
}
