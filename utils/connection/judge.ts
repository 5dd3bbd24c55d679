import type { ConnectionObservation } from '../connection-observation.ts';
import { createHold } from '../cues/hold.ts';
import type { CueId, SenseJudgement } from '../cues/types.ts';
import { CONNECTION_CUES } from './cues.ts';
import { NO_CONNECTION, updateConnectionSignals } from './signals.ts';
import { WINDOW_MS } from './thresholds.ts';

export interface ConnectionJudge {
  /**
   * In the order of time, about every two seconds.
   * @param said null: there is no connection
   */
  observe(said: ConnectionObservation | null, nowMs: number): SenseJudgement;
}

/** Pure but for what it remembers: the same looks, the same cues. */
export function createConnectionJudge(): ConnectionJudge {
  let memory = NO_CONNECTION;
  let hold = createHold(CONNECTION_CUES);
  /** When another cue last hid this one. */
  const hiddenMs = new Map<CueId, number>();
  // What the signals still look back on may be the other cue's doing.
  const isHidden = (id: CueId, nowMs: number) =>
    nowMs - (hiddenMs.get(id) ?? Number.NEGATIVE_INFINITY) < WINDOW_MS;
  return {
    observe(said, nowMs) {
      const updated = updateConnectionSignals(memory, said, nowMs);
      memory = updated.memory;
      // Without a connection nothing holds, not even what held.
      if (said) hold.look(updated.signals, nowMs);
      else hold = createHold(CONNECTION_CUES);
      for (const { id, hiddenBy } of CONNECTION_CUES) {
        if (hiddenBy.some(hold.holds)) hiddenMs.set(id, nowMs);
      }
      // Until something has been heard there is no line to speak of.
      return {
        area: 'connection',
        holding: hold.holding().filter(({ id }) => !isHidden(id, nowMs)),
        isJudged: updated.signals.silence !== null,
      };
    },
  };
}
