import { type Cue, defineCue, type Evidence } from '../cues/define-cue.ts';
import type { PlaybackSignals } from './signals.ts';
import {
  NEVER_CAME_MS,
  PICTURE_PACKETS_PER_SECOND,
  SILENT_PLAYER_MS,
  SOUND_GAP_MS,
  STILL_MS,
  UNDECODED_MS,
  UNHEARD_SPEECH_MS,
} from './thresholds.ts';

/** The waits are the signals' own. */
const AT_ONCE = { enter: 0, leave: 0 } as const;

/** The clinic speaks, and the page does not give it. */
export const cannotHearClinic = defineCue<PlaybackSignals>({
  id: 'cannot-hear-clinic',
  area: 'sound',
  speed: 'long',
  dwellMs: AT_ONCE,
  priority: 1,
  hiddenBy: [],
  evidence({ player, unheard }) {
    if (player === 'on') return 'past-exit';
    if (!unheard) return 'cannot-judge';
    const lasts = unheard.speechMs >= UNHEARD_SPEECH_MS && unheard.forMs >= SILENT_PLAYER_MS;
    return lasts ? 'past-enter' : 'inside';
  },
});

/** The clinic's picture comes, and no sound with it. */
export const noSoundFromClinic = defineCue<PlaybackSignals>({
  id: 'no-sound-from-clinic',
  area: 'sound',
  speed: 'long',
  dwellMs: AT_ONCE,
  priority: 2,
  hiddenBy: [],
  evidence({ soundGap, picture }) {
    if (!soundGap) return 'cannot-judge';
    if (soundGap.forMs <= SOUND_GAP_MS.exit) return soundGap.came ? 'past-exit' : 'inside';
    // Without a picture the clinic is away, or has put the call on hold.
    if (!picture || picture.stillMs > 0) return 'cannot-judge';
    const lasts = soundGap.forMs >= (soundGap.came ? SOUND_GAP_MS.enter : NEVER_CAME_MS);
    return lasts ? 'past-enter' : 'inside';
  },
});

/** The clinic's picture stands still, though it should move. */
export const pictureFrozen = defineCue<PlaybackSignals>({
  id: 'picture-frozen',
  area: 'connection',
  speed: 'long',
  dwellMs: AT_ONCE,
  priority: 3,
  hiddenBy: [],
  evidence({ picture, soundGap }): Evidence {
    if (!picture) return 'cannot-judge';
    const { stillMs, packetsPerSecond, isShown } = picture;
    if (stillMs === 0) return 'past-exit';
    if (packetsPerSecond >= PICTURE_PACKETS_PER_SECOND) {
      return stillMs >= UNDECODED_MS ? 'past-enter' : 'inside';
    }
    const isStillThere = isShown && soundGap !== null && soundGap.forMs <= SOUND_GAP_MS.exit;
    if (!isStillThere) return 'cannot-judge';
    return stillMs >= STILL_MS ? 'past-enter' : 'inside';
  },
});

/** Most important first. */
export const PLAYBACK_CUES: readonly Cue<PlaybackSignals>[] = [
  cannotHearClinic,
  noSoundFromClinic,
  pictureFrozen,
];
