import { above, all, any, below, type Cue, type Edges, type Evidence } from '../cues/define-cue.ts';
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

export type ConnectionCueId = 'offline' | 'connection-unstable' | 'connection-slow';

/** As a cue of the picture, of the line's signals. */
export interface ConnectionCue extends Pick<Cue, 'speed' | 'dwellMs'> {
  readonly id: ConnectionCueId;
  readonly evidence: (signals: ConnectionSignals) => Evidence;
  readonly hiddenBy: readonly ConnectionCueId[];
}

/** Nothing comes through: a cable, the network, or the far end is gone. */
export const offline: ConnectionCue = {
  id: 'offline',
  speed: 'slow',
  // The silence is the wait.
  dwellMs: { enter: 0, leave: 0 },
  hiddenBy: [],
  evidence({ silence }) {
    if (!silence) return 'cannot-judge';
    const { forMs, isBroken } = silence;
    if (forMs >= SILENT_MS || (isBroken && forMs > 0)) return 'past-enter';
    return forMs === 0 && !isBroken ? 'past-exit' : 'inside';
  },
};

/** Packets are lost, again and again, or come very unevenly: sound and picture break up. */
export const connectionUnstable: ConnectionCue = {
  id: 'connection-unstable',
  speed: 'slow',
  // To come, nearly all looks of the window must agree already.
  dwellMs: { enter: 0, leave: 1_500 },
  // Before a line that is full, what does not fit is lost.
  hiddenBy: ['offline', 'connection-slow'],
  evidence: ({ lossSent, lossReceived, jitter }) =>
    any(lossEvidence(lossSent), lossEvidence(lossReceived), lateEvidence(jitter, JITTER_MS)),
};

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
export const connectionSlow: ConnectionCue = {
  id: 'connection-slow',
  speed: 'slow',
  dwellMs: { enter: 0, leave: 1_500 },
  hiddenBy: ['offline'],
  evidence: ({ roundTrip, limit }) =>
    any(lateEvidence(roundTrip, ROUND_TRIP_MS), limitEvidence(limit)),
};

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
