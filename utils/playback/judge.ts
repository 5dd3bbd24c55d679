import { createHold } from '../cues/hold.ts';
import type { HoldingCue, SenseJudgement } from '../cues/types.ts';
import { type Hearing, NOTHING_KNOWN, type PlaybackObservation } from '../playback-observation.ts';
import { cannotHearClinic, PLAYBACK_CUES } from './cues.ts';
import { findingOf, hearLevel, NO_PLAYBACK, updatePlaybackSignals } from './signals.ts';

export interface PlaybackJudgement extends SenseJudgement {
  readonly hearing: Hearing;
}

export interface PlaybackJudge {
  /** How loud the clinic is, as often as that is known. @param dbfs null: not known */
  hear(dbfs: number | null, nowMs: number): void;
  /**
   * In the order of time, about every two seconds.
   * @param said null: there is no call
   */
  observe(said: PlaybackObservation | null, nowMs: number): PlaybackJudgement;
  /** The person says that they do not hear the clinic, or that they do now. */
  say(cannotHear: boolean, nowMs: number): PlaybackJudgement;
}

/** Pure but for what it remembers: the same looks, the same cues. */
export function createPlaybackJudge(): PlaybackJudge {
  let memory = NO_PLAYBACK;
  let hold = createHold(PLAYBACK_CUES);
  let hearing = NOTHING_KNOWN;
  let saidAtMs: number | null = null;

  const judgement = (): PlaybackJudgement => {
    const seen = hold.holding();
    // Whoever says so knows best, whatever the counters say.
    const said: readonly HoldingCue[] =
      saidAtMs === null || hold.holds(cannotHearClinic.id)
        ? []
        : [{ id: cannotHearClinic.id, sinceMs: saidAtMs }];
    // Whether the sound is good, the patient's own sound says as well.
    return { area: 'sound', holding: [...said, ...seen], isJudged: false, hearing };
  };

  return {
    hear(dbfs, nowMs) {
      memory = hearLevel(memory, dbfs, nowMs);
    },
    observe(said, nowMs) {
      if (said) {
        const updated = updatePlaybackSignals(memory, said, nowMs);
        memory = updated.memory;
        hearing = {
          finding: findingOf(updated.signals),
          isOtherSpeaker: said.players.isOtherSpeaker,
        };
        hold.look(updated.signals, nowMs);
      } else {
        memory = NO_PLAYBACK;
        hold = createHold(PLAYBACK_CUES);
        hearing = NOTHING_KNOWN;
      }
      return judgement();
    },
    say(cannotHear, nowMs) {
      saidAtMs = cannotHear ? nowMs : null;
      return judgement();
    },
  };
}
