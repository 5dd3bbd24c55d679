import { createHold } from '../cues/hold.ts';
import type { SenseJudgement } from '../cues/types.ts';
import type { SoundObservation } from '../sound-observation.ts';
import { SOUND_CUES } from './cues.ts';
import { NO_SOUND, updateSoundSignals } from './signals.ts';

export interface SoundJudge {
  /**
   * In the order of time, about five times a second.
   * @param said null: no microphone is open, or it is not listened to
   */
  observe(said: SoundObservation | null, nowMs: number): SenseJudgement;
}

/** Pure but for what it remembers: the same looks, the same cues. */
export function createSoundJudge(): SoundJudge {
  let memory = NO_SOUND;
  let hold = createHold(SOUND_CUES);
  return {
    observe(said, nowMs) {
      const updated = updateSoundSignals(memory, said, nowMs);
      memory = updated.memory;
      // What is muted is neither good nor bad.
      if (said) hold.look(updated.signals, nowMs);
      else hold = createHold(SOUND_CUES);
      // That sound is good is known only of speech.
      return {
        area: 'sound',
        holding: hold.holding(),
        isJudged: updated.signals.speech !== null,
      };
    },
  };
}
