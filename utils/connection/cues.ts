import {
  above,
  all,
  any,
  below,
  defineCue,
  type Edges,
  type Evidence,
} from '../cues/define-cue.ts';
import type { ConnectionSignals, Lateness, LossSignal } from './signals.ts';
import {
  AVAILABLE_KBPS,
  JITTER_MS,
  LOSS_OVER_MS,
  LOSS_RATIO,
  LOSSY_SHARE,
  LOST_PACKETS,
  QUEUE_MS,
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
  // Before a line that is full, what does not fit is lost.
  hiddenBy: ['offline', 'connection-slow'],
  evidence: ({ lossSent, lossReceived, jitter }) =>
    any(lossEvidence(lossSent), lossEvidence(lossReceived), lateEvidence(jitter, JITTER_MS)),
});

/** What is good again is seen in the last looks, before the median follows. */
function lateEvidence(late: Lateness | null, edges: Edges): Evidence {
  if (!late) return 'cannot-judge';
  if (above(late.recentMs ?? late.ms, edges) === 'past-exit') return 'past-exit';
  return above(late.ms, edges) === 'past-enter' ? 'past-enter' : 'inside';
}

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
  dwellMs: { enter: 0, leave: 1_500 },
  priority: 3,
  hiddenBy: ['offline'],
  evidence: ({ roundTrip, limit }) =>
    any(lateEvidence(roundTrip, ROUND_TRIP_MS), limitEvidence(limit)),
});

/**
 * The browser's estimate alone is no evidence: a busy computer, and a line that was bad a while ago, leave it at 100 kbit/s
 * on a line that carries anything. Before a line that is full, packets wait. Where there is no estimate this never holds.
 */
function limitEvidence(limit: ConnectionSignals['limit']): Evidence {
  if (!limit) return 'cannot-judge';
  return all(below(limit.availableKbps, AVAILABLE_KBPS), lateEvidence(limit.queue, QUEUE_MS));
}

/** Most important first. */
export const CONNECTION_CUES = [offline, connectionUnstable, connectionSlow] as const;
