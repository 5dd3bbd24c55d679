import type { ConnectionObservation } from '../connection-observation.ts';
import { type DwellState, dwell, NOT_HOLDING } from '../cues/dwell.ts';
import { CONNECTION_CUES, type ConnectionCueId } from './cues.ts';
import { NO_CONNECTION, updateConnectionSignals } from './signals.ts';

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
  return {
    observe(said, nowMs) {
      const updated = updateConnectionSignals(memory, said, nowMs);
      memory = updated.memory;
      for (const cue of CONNECTION_CUES) {
        const before = states.get(cue.id) ?? NOT_HOLDING;
        states.set(cue.id, dwell(before, cue.evidence(updated.signals), cue, nowMs));
      }
      const holds = (id: ConnectionCueId) => states.get(id)?.holdingSinceMs != null;
      return CONNECTION_CUES.filter(({ id }) => holds(id))
        .filter(({ hiddenBy }) => !hiddenBy.some(holds))
        .map(({ id }) => id);
    },
  };
}
