import { above, all, below, type Cue, type Evidence } from '../cues/define-cue.ts';
import type { SoundSignals } from './signals.ts';
import {
  ECHO_LIKENESS,
  ECHO_READINGS,
  LASTING_BELOW_NOISE_DB,
  NOISE_DBFS,
  SNR_DB,
  SPEECH_DBFS,
  VOICED_RATIO,
} from './thresholds.ts';

export type SoundCueId = 'no-sound' | 'too-quiet' | 'noisy' | 'echo';

/** As a cue of the picture, of the sound's signals. */
export interface SoundCue extends Pick<Cue, 'speed' | 'dwellMs'> {
  readonly id: SoundCueId;
  readonly evidence: (signals: SoundSignals) => Evidence;
  readonly hiddenBy: readonly SoundCueId[];
}

/** The microphone is open, and gives nothing: zeros, or always the same. */
export const noSound: SoundCue = {
  id: 'no-sound',
  speed: 'fast',
  hiddenBy: [],
  evidence({ flat }) {
    if (!flat) return 'cannot-judge';
    if (flat.forMs === 0) return 'past-exit';
    return flat.forMs > flat.patienceMs ? 'past-enter' : 'inside';
  },
};

/** Speech is heard, and is faint. A whisper is meant to be. */
export const tooQuiet: SoundCue = {
  id: 'too-quiet',
  speed: 'slow',
  hiddenBy: ['no-sound'],
  evidence({ speech }) {
    if (!speech) return 'cannot-judge';
    const { voicedRatio, snrDb, speechDbfs } = speech;
    // Against so much noise it is not known whether that is speech at all.
    if (voicedRatio < VOICED_RATIO || snrDb < SNR_DB.enter) return 'past-exit';
    return below(speechDbfs, SPEECH_DBFS);
  },
};

/** Something that lasts is nearly as loud as the speech before it. */
export const noisy: SoundCue = {
  id: 'noisy',
  speed: 'slow',
  hiddenBy: ['no-sound'],
  evidence({ speech, usualDbfs }) {
    if (!speech || usualDbfs === null) return 'cannot-judge';
    const { noiseDbfs, lastingDbfs } = speech;
    return all(
      below(usualDbfs - noiseDbfs, SNR_DB),
      above(noiseDbfs, NOISE_DBFS),
      below(noiseDbfs - lastingDbfs, LASTING_BELOW_NOISE_DB),
    );
  },
};

/** The far end comes back out of the loudspeaker. */
export const echo: SoundCue = {
  id: 'echo',
  speed: 'slow',
  hiddenBy: ['no-sound'],
  evidence: ({ echo }) =>
    echo && echo.readings >= ECHO_READINGS ? above(echo.likeness, ECHO_LIKENESS) : 'cannot-judge',
};

/** Most important first. */
export const SOUND_CUES = [noSound, echo, noisy, tooQuiet] as const;
