import type { ConnectionObservation } from '../connection-observation.ts';
import { type DwellState, dwell, NOT_HOLDING } from '../cues/dwell.ts';
import { CONNECTION_CUES, type ConnectionCueId } from './cues.ts';
import { NO_CONNECTION, updateConnectionSignals } from './signals.ts';
import { WINDOW_MS } from './thresholds.ts';

export interface ConnectionJudge {
  /**
   * In the order of time, about every two seconds.
   * @param said null: there is no connection
   * @returns what holds, most important first
   */
  observe(said: ConnectionObservation | null, nowMs: number): readonly ConnectionCueId[];
}

/** Pure but for what it remembers: the same looks, the same cues. */
export function createConnectionJudge(): ConnectionJudge {
  let memory = NO_CONNECTION;
  const states = new Map<ConnectionCueId, DwellState>();
  /** When another cue last hid this one. */
  const hiddenMs = new Map<ConnectionCueId, number>();
  return {
    observe(said, nowMs) {
      const updated = updateConnectionSignals(memory, said, nowMs);
      memory = updated.memory;
      for (const cue of CONNECTION_CUES) {
        const before = states.get(cue.id) ?? NOT_HOLDING;
        states.set(cue.id, dwell(before, cue.evidence(updated.signals), cue, nowMs));
      }
      const holds = (id: ConnectionCueId) => states.get(id)?.holdingSinceMs != null;
      for (const { id, hiddenBy } of CONNECTION_CUES) {
        if (hiddenBy.some(holds)) hiddenMs.set(id, nowMs);
      }
      // What the signals still look back on may be the other cue's doing.
      const isHidden = (id: ConnectionCueId) =>
        nowMs - (hiddenMs.get(id) ?? Number.NEGATIVE_INFINITY) < WINDOW_MS;
      return CONNECTION_CUES.map(({ id }) => id).filter((id) => holds(id) && !isHidden(id));
    },
  };
}
