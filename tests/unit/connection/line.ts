import type { ConnectionObservation } from '../../../utils/connection-observation.ts';
import type { ConnectionReport } from '../../../utils/tap/connection-stats.ts';
import { createRandom } from '../support/random.ts';

/**
 * A call over a line with known properties, as the statistics of a browser tell it. Written by hand from W3C's
 * "Identifiers for WebRTC's Statistics" and the fields that each browser has; no recording of a real call.
 */
export interface Line {
  /** Each way. */
  readonly lossRatio: number;
  readonly roundTripMs: number;
  readonly jitterMs: number;
  readonly cut: boolean;
  /** What the line carries from here; null: more than the picture wants. */
  readonly rateKbps: number | null;
  /** The far end sends nothing but the browser's own checks: on hold. */
  readonly isFarSilent: boolean;
  readonly hasPicture: boolean;
}

export const GOOD_LINE: Line = {
  lossRatio: 0,
  roundTripMs: 40,
  jitterMs: 4,
  cut: false,
  rateKbps: null,
  isFarSilent: false,
  hasPicture: true,
};

export type Browser = 'chromium' | 'firefox';

/** Packets a second of sound (20 ms each), and of a picture of 1.2 Mbit/s. */
const SOUND_PPS = 50;
const PICTURE_PPS = 130;
const STEP_MS = 100;
/** RTCP: about every second with a picture, every five for sound (RFC 3550, 6.2). */
const REPORT_EVERY_MS = { video: 1000, audio: 5000 } as const;
/** Checks of the way: Chromium's pings; Firefox' consent (RFC 7675). */
const CHECK_EVERY_MS = { chromium: 2500, firefox: 5000 } as const;
const BROKEN_AFTER_MS = { chromium: 6000, firefox: 7000 } as const;

type Kind = 'audio' | 'video';

export function createCall(browser: Browser, seed = 1) {
  const random = createRandom(seed);
  let nowMs = 1_700_000_000_000;
  let ssrcBase = 1000;
  let sinceHeardMs = 0;
  let lastHeardMs = nowMs;
  let line = GOOD_LINE;
  const fresh = () => ({ packets: 0, lost: 0, bytes: 0, frames: 0 });
  const sent = { audio: fresh(), video: fresh() };
  const received = { audio: fresh(), video: fresh() };
  /** What the far end knows of ours, and what of that has been reported. */
  const farLost = { audio: 0, video: 0 };
  const reported = {
    audio: { atMs: 0, lost: 0, dueMs: 0 },
    video: { atMs: 0, lost: 0, dueMs: 0 },
  };
  const path = { bytes: 0, answers: 0, totalS: 0, dueMs: 0, farDueMs: 0 };

  const lostOf = (packets: number) => {
    let lost = 0;
    for (let i = 0; i < packets; i++) if (random.next() < line.lossRatio) lost++;
    return lost;
  };
  /** A mean of so many a second, in whole numbers. */
  const some = (perSecond: number) => Math.floor((perSecond * STEP_MS) / 1000 + random.next());

  const step = () => {
    nowMs += STEP_MS;
    const heard = () => {
      lastHeardMs = nowMs;
      sinceHeardMs = 0;
    };
    sinceHeardMs += STEP_MS;
    for (const kind of ['audio', 'video'] as const) {
      if (kind === 'video' && !line.hasPicture) continue;
      const share = line.rateKbps === null ? 1 : Math.min(1, line.rateKbps / 1300);
      const pps = kind === 'audio' ? SOUND_PPS : Math.max(12, PICTURE_PPS * share);
      const out = some(pps);
      sent[kind].packets += out;
      sent[kind].bytes += out * (kind === 'audio' ? 90 : 1100);
      if (kind === 'video') sent.video.frames += some(share < 0.1 ? 6 : 25);
      farLost[kind] += line.cut ? out : lostOf(out);
      const coming = line.isFarSilent ? 0 : some(kind === 'audio' ? SOUND_PPS : PICTURE_PPS);
      const lost = line.cut ? coming : lostOf(coming);
      // A receiver learns of lost packets by the next one that comes.
      pendingLost[kind] += lost;
      if (coming > lost) {
        received[kind].packets += coming - lost;
        received[kind].lost += pendingLost[kind];
        pendingLost[kind] = 0;
        received[kind].bytes += (coming - lost) * (kind === 'audio' ? 90 : 1100);
        path.bytes += (coming - lost) * (kind === 'audio' ? 120 : 1130);
        heard();
      }
      if (kind === 'video' && !line.cut) received.video.frames += some(line.isFarSilent ? 0 : 25);
      if (nowMs >= reported[kind].dueMs) {
        reported[kind].dueMs = nowMs + REPORT_EVERY_MS[kind] * random.between(0.5, 1.5);
        if (!line.cut && random.next() >= line.lossRatio) {
          reported[kind].atMs = nowMs;
          reported[kind].lost = farLost[kind];
          path.bytes += 80;
          heard();
        }
      }
    }
    // The far end checks, too.
    if (nowMs >= path.farDueMs) {
      path.farDueMs = nowMs + CHECK_EVERY_MS[browser] * random.between(0.8, 1.2);
      if (!line.cut && random.next() >= line.lossRatio) {
        path.bytes += 100;
        heard();
      }
    }
    if (nowMs >= path.dueMs) {
      path.dueMs = nowMs + CHECK_EVERY_MS[browser] * random.between(0.8, 1.2);
      if (!line.cut && random.next() >= line.lossRatio) {
        path.answers += 1;
        path.totalS += line.roundTripMs / 1000;
        heard();
      }
    }
  };
  const pendingLost = { audio: 0, video: 0 };

  const kinds = (): Kind[] => (sent.video.packets > 0 ? ['audio', 'video'] : ['audio']);
  const entries = (): object[] => {
    const isChromium = browser === 'chromium';
    const all: object[] = [
      { id: 'CP0', type: 'candidate-pair', state: 'waiting', timestamp: nowMs },
    ];
    all.push({
      id: 'CP1',
      type: 'candidate-pair',
      timestamp: nowMs,
      state: 'succeeded',
      nominated: true,
      bytesReceived: path.bytes,
      ...(isChromium
        ? {
            responsesReceived: path.answers,
            totalRoundTripTime: path.totalS,
            currentRoundTripTime: line.roundTripMs / 1000,
            availableOutgoingBitrate: 1000 * (line.rateKbps ?? 2800),
          }
        : { selected: true, lastPacketReceivedTimestamp: lastHeardMs }),
    });
    if (isChromium) {
      all.push({
        id: 'T01',
        type: 'transport',
        timestamp: nowMs,
        selectedCandidatePairId: 'CP1',
        bytesReceived: path.bytes,
      });
    }
    for (const kind of kinds()) {
      const ssrc = ssrcBase + (kind === 'audio' ? 1 : 2);
      const isVideo = kind === 'video';
      const isLimited = line.rateKbps !== null && line.rateKbps < 1000;
      all.push({
        id: `OT${kind}${ssrc}`,
        type: 'outbound-rtp',
        kind,
        ssrc,
        timestamp: nowMs,
        packetsSent: sent[kind].packets,
        bytesSent: sent[kind].bytes,
        ...(isVideo && {
          framesEncoded: sent.video.frames,
          framesPerSecond: 25,
          frameWidth: isLimited ? 320 : 1280,
          frameHeight: isLimited ? 180 : 720,
          ...(isChromium && { qualityLimitationReason: isLimited ? 'bandwidth' : 'none' }),
        }),
      });
      all.push({
        id: `IN${kind}`,
        type: 'inbound-rtp',
        kind,
        ssrc: 77 + (isVideo ? 1 : 0),
        timestamp: nowMs,
        packetsReceived: received[kind].packets,
        packetsLost: received[kind].lost,
        bytesReceived: received[kind].bytes,
        jitter: (line.jitterMs * (isVideo ? 3 : 1)) / 1000,
        ...(isVideo && {
          framesDecoded: received.video.frames,
          frameWidth: 1280,
          frameHeight: 720,
          ...(isChromium && { freezeCount: 0, totalFreezesDuration: 0 }),
        }),
      });
      if (reported[kind].atMs > 0) {
        all.push({
          id: `RI${kind}${ssrc}`,
          type: 'remote-inbound-rtp',
          kind,
          ssrc,
          localId: `OT${kind}${ssrc}`,
          timestamp: reported[kind].atMs,
          packetsLost: reported[kind].lost,
          jitter: line.jitterMs / 1000,
          roundTripTime: line.roundTripMs / 1000,
        });
      }
    }
    return all;
  };

  return {
    set(change: Partial<Line>) {
      line = { ...line, ...change };
    },
    pass(ms: number) {
      for (let gone = 0; gone < ms; gone += STEP_MS) step();
    },
    /** New streams for all that is sent, and all counters at nought. */
    renegotiate() {
      ssrcBase += 100;
      for (const kind of ['audio', 'video'] as const) {
        Object.assign(sent[kind], fresh());
        farLost[kind] = 0;
        reported[kind] = { atMs: 0, lost: 0, dueMs: nowMs + 1000 };
      }
    },
    /** The far end's counters at nought, under the same name: its page was loaded anew behind a server. */
    farBeginsAnew() {
      for (const kind of ['audio', 'video'] as const) {
        Object.assign(received[kind], fresh());
        farLost[kind] = 0;
      }
    },
    report(id = 1): ConnectionReport {
      const isBroken = sinceHeardMs >= BROKEN_AFTER_MS[browser];
      return { id, iceState: isBroken ? 'disconnected' : 'connected', report: reportOf(entries()) };
    },
  };
}

export const reportOf = (entries: readonly object[]) =>
  new Map(entries.map((entry, i) => [String(i), entry])) as unknown as RTCStatsReport;

/** A look at a line about which there is nothing to say. */
export const GOOD_CONNECTION: ConnectionObservation = {
  overMs: 2000,
  iceState: 'connected',
  isHeard: true,
  roundTripMs: 80,
  availableOutKbps: 900,
  sent: {
    packetsPerSecond: 180,
    kbps: 1200,
    loss: { ratio: 0.02, packets: 300, overMs: 2000 },
    jitterMs: 5,
    framesPerSecond: 25,
    widthPx: 1280,
    heightPx: 720,
    limitedBy: 'none',
  },
  received: {
    packetsPerSecond: 180,
    kbps: 1200,
    loss: null,
    jitterMs: 5,
    framesPerSecond: 25,
    freezes: 0,
    frozenMs: 0,
  },
};
