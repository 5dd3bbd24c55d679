import type { ConnectionObservation } from '../connection-observation.ts';
import { createHold } from '../cues/hold.ts';
import type { SenseJudgement } from '../cues/types.ts';
import { CONNECTION_CUES } from './cues.ts';
import { NO_CONNECTION, updateConnectionSignals } from './signals.ts';

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
  return {
    observe(said, nowMs) {
      const updated = updateConnectionSignals(memory, said, nowMs);
      memory = updated.memory;
      // Without a connection nothing holds, not even what held.
      if (said) hold.look(updated.signals, nowMs);
      else hold = createHold(CONNECTION_CUES);
      // Until something has been heard there is no line to speak of.
      return {
        area: 'connection',
        holding: hold.holding(),
        isJudged: updated.signals.silence !== null,
      };
    },
  };
}
