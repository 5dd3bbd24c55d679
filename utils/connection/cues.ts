import { above, any, below, type Cue, defineCue, type Evidence } from '../cues/define-cue.ts';
import type { ConnectionSignals, LossSignal } from './signals.ts';
import {
  AVAILABLE_KBPS,
  JITTER_MS,
  LIMITED_FRAMES_PER_SECOND,
  LOSS_OVER_MS,
  LOSS_RATIO,
  LOSSY_SHARE,
  LOST_PACKETS,
  ROUND_TRIP_MS,
  SILENT_MS,
} from './thresholds.ts';

/** Nothing comes through: a cable, the network, or the far end is gone. */
export const offline = defineCue<ConnectionSignals>({
  id: 'offline',
  area: 'connection',
  speed: 'long',
  // The silence is the wait.
  dwellMs: { enter: 0, leave: 0 },
  priority: 1,
  hiddenBy: [],
  evidence({ silence }) {
    if (!silence) return 'cannot-judge';
    const { forMs, isBroken } = silence;
    if (forMs >= SILENT_MS || (isBroken && forMs > 0)) return 'past-enter';
    return forMs === 0 && !isBroken ? 'past-exit' : 'inside';
  },
});

/** Packets are lost, again and again, or come very unevenly: sound and picture break up. */
export const connectionUnstable = defineCue<ConnectionSignals>({
  id: 'connection-unstable',
  area: 'connection',
  speed: 'long',
  // To come, nearly all looks of the window must agree already.
  dwellMs: { enter: 0, leave: 1_500 },
  priority: 2,
  hiddenBy: ['offline'],
  evidence: ({ lossSent, lossReceived, jitterMs }) =>
    any(
      lossEvidence(lossSent),
      lossEvidence(lossReceived),
      jitterMs === null ? 'cannot-judge' : above(jitterMs, JITTER_MS),
    ),
});

function lossEvidence(loss: LossSignal | null): Evidence {
  if (!loss) return 'cannot-judge';
  const now = above(loss.recentRatio ?? loss.ratio, LOSS_RATIO);
  if (now === 'past-exit') return 'past-exit';
  const lasts =
    loss.lostPackets >= LOST_PACKETS &&
    loss.reports > 1 &&
    loss.overMs >= LOSS_OVER_MS &&
    loss.lossyShare >= LOSSY_SHARE;
  return lasts && above(loss.ratio, LOSS_RATIO) === 'past-enter' ? 'past-enter' : 'inside';
}

/** What is said arrives late, or the line carries too little for a picture. */
export const connectionSlow = defineCue<ConnectionSignals>({
  id: 'connection-slow',
  area: 'connection',
  speed: 'long',
  // Medians follow by half their window.
  dwellMs: { enter: 0, leave: 1_500 },
  priority: 3,
  hiddenBy: ['offline', 'connection-unstable'],
  evidence: ({ roundTripMs, limit }) =>
    any(
      roundTripMs === null ? 'cannot-judge' : above(roundTripMs, ROUND_TRIP_MS),
      limitEvidence(limit),
    ),
});

/** Where the browser does not say what limits the picture, this never holds: a dark room costs frames, too. */
function limitEvidence(limit: ConnectionSignals['limit']): Evidence {
  if (!limit) return 'cannot-judge';
  const { availableKbps, framesPerSecond } = limit;
  if (limit.isFree) return 'past-exit';
  const poor = any(
    availableKbps === null ? 'cannot-judge' : below(availableKbps, AVAILABLE_KBPS),
    framesPerSecond === null ? 'cannot-judge' : below(framesPerSecond, LIMITED_FRAMES_PER_SECOND),
  );
  return poor === 'past-enter' && !limit.isLimited ? 'inside' : poor;
}

/** Most important first. */
export const CONNECTION_CUES: readonly Cue<ConnectionSignals>[] = [
  offline,
  connectionUnstable,
  connectionSlow,
];
