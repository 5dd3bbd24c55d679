import { above, all, below, type Cue, defineCue } from '../cues/define-cue.ts';
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

/** The microphone is open, and gives nothing: zeros, or always the same. */
export const noSound = defineCue<SoundSignals>({
  id: 'no-sound',
  area: 'sound',
  speed: 'fast',
  // What holds is shown with the picture's next look, up to 500 ms later.
  dwellMs: { enter: 600, leave: 250 },
  priority: 1,
  hiddenBy: [],
  evidence({ flat }) {
    if (!flat) return 'cannot-judge';
    if (flat.forMs === 0) return 'past-exit';
    return flat.forMs > flat.patienceMs ? 'past-enter' : 'inside';
  },
});

/** The levels look back over many seconds already. */
const OF_MANY_SECONDS = { enter: 3_000, leave: 900 } as const;

/** Speech is heard, and is faint. A whisper is meant to be. */
export const tooQuiet = defineCue<SoundSignals>({
  id: 'too-quiet',
  area: 'sound',
  speed: 'long',
  dwellMs: OF_MANY_SECONDS,
  priority: 4,
  hiddenBy: ['no-sound'],
  evidence({ speech }) {
    if (!speech) return 'cannot-judge';
    const { voicedRatio, snrDb, speechDbfs } = speech;
    // Against so much noise it is not known whether that is speech at all.
    if (voicedRatio < VOICED_RATIO || snrDb < SNR_DB.enter) return 'past-exit';
    return below(speechDbfs, SPEECH_DBFS);
  },
});

/** Something that lasts is nearly as loud as the speech before it. */
export const noisy = defineCue<SoundSignals>({
  id: 'noisy',
  area: 'sound',
  speed: 'long',
  dwellMs: OF_MANY_SECONDS,
  priority: 3,
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
});

/** The far end comes back out of the loudspeaker. */
export const echo = defineCue<SoundSignals>({
  id: 'echo',
  area: 'sound',
  speed: 'long',
  dwellMs: OF_MANY_SECONDS,
  priority: 2,
  hiddenBy: ['no-sound'],
  evidence: ({ echo }) =>
    echo && echo.readings >= ECHO_READINGS ? above(echo.likeness, ECHO_LIKENESS) : 'cannot-judge',
});

/** Most important first. */
export const SOUND_CUES: readonly Cue<SoundSignals>[] = [noSound, echo, noisy, tooQuiet];
