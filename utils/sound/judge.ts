import { type DwellState, dwell, NOT_HOLDING } from '../cues/dwell.ts';
import type { SoundObservation } from '../sound-observation.ts';
import { SOUND_CUES, type SoundCueId } from './cues.ts';
import { NO_SOUND, updateSoundSignals } from './signals.ts';

export interface SoundJudge {
  /**
   * In the order of time, about five times a second.
   * @param said null: no microphone is open, or it is not listened to
   * @returns what holds, most important first
   */
  observe(said: SoundObservation | null, nowMs: number): readonly SoundCueId[];
}

/** Pure but for what it remembers: the same looks, the same cues. */
export function createSoundJudge(): SoundJudge {
  let memory = NO_SOUND;
  const states = new Map<SoundCueId, DwellState>();
  return {
    observe(said, nowMs) {
      const updated = updateSoundSignals(memory, said, nowMs);
      memory = updated.memory;
      // What is muted is neither good nor bad.
      if (!said) states.clear();
      for (const cue of SOUND_CUES) {
        const before = states.get(cue.id) ?? NOT_HOLDING;
        states.set(cue.id, dwell(before, cue.evidence(updated.signals), cue, nowMs));
      }
      const holds = (id: SoundCueId) => states.get(id)?.holdingSinceMs != null;
      return SOUND_CUES.filter(({ id }) => holds(id))
        .filter(({ hiddenBy }) => !hiddenBy.some(holds))
        .map(({ id }) => id);
    },
  };
}
