import type { Speech } from '../types.ts';

/** Levels of both sides in dBFS (-Infinity: digital silence); null: not known. */
export interface Levels {
  readonly atMs: number;
  readonly ownDbfs: number | null;
  readonly farDbfs: number | null;
  /** The patient's microphone is off and not listened to: on that side nothing is said in the call. */
  readonly ownMuted?: boolean;
}

/**
 * How old the newest levels may be for a pause to be believed: in the 200 ms until the next ones somebody
 * may have begun. The pauses of a conversation are so short (ITU-T P.59: half end within 0.35 s) that one
 * in three would. So the coach also decides as levels come. Own choice: their way through the rooms.
 */
export const PAUSE_KNOWN_MS = 50;

export interface SpeechWatch {
  /** Takes the newest levels; `atMs` is of the same clock as `nowMs` below. */
  hear(levels: Levels): void;
  at(nowMs: number): Speech;
}

/**
 * Both sides must be below their threshold this long. Pauses in which neither side speaks last 0.5 s
 * on average in a conversation (ITU-T P.59, table 1), and most turns change within 0.2 s (Stivers et
 * al. 2009, doi:10.1073/pnas.0903616106): longer than either is a pause that a tip may use. Bench
 * (bench:calls, unmendable): after 0.8 s somebody goes on within half a second of 43 % of the tips, and
 * the silence left is 0.6 s (16 seeds); after 1.5 s it is 27 % and 1.5 s (50 seeds); after 2 s 26 % (16
 * seeds), and tips come later.
 */
export const PAUSE_MS = 1_500;

/**
 * Above the side's own noise floor: speech begins, speech ends. Active speech is about 16 dB above
 * the quietest that still counts as speech (margin of ITU-T P.56), so 9 dB is well below speech and
 * above a fan's own unrest; 3 dB between the edges keep a word's ends from toggling.
 */
export const SPEECH_ENTER_ABOVE_FLOOR_DB = 9;
export const SPEECH_EXIT_ABOVE_FLOOR_DB = 6;

/** The floor is the lowest level of this time: nobody speaks half a minute without drawing breath. */
export const FLOOR_WINDOW_MS = 30_000;
/**
 * The floor is held between these. Noise suppression gives zeros, after which the faintest hiss would
 * count as speech; and who talks from the first moment must not become the floor. Own choice, from the
 * usual active speech level of -26 dBov (ITU-T G.191): speech there stays 19 dB above the upper edge.
 */
export const FLOOR_MIN_DBFS = -60;
export const FLOOR_MAX_DBFS = -45;

/** Levels come every 200 ms; a gap up to this is a hiccup, a longer one is not knowing. Own choice. */
export const LEVELS_MISSING_MS = 1_000;

/** Tells when neither side speaks. Not knowing one side is not knowing. */
export function createSpeech(): SpeechWatch {
  const own = createSide();
  const far = createSide();
  let bothKnownAtMs: number | null = null;
  let silentSinceMs: number | null = null;
  let isRising = false;

  return {
    hear({ atMs, ownDbfs, farDbfs, ownMuted = false }) {
      if ((ownDbfs === null && !ownMuted) || farDbfs === null) {
        silentSinceMs = null;
        return;
      }
      if (bothKnownAtMs !== null && atMs - bothKnownAtMs > LEVELS_MISSING_MS) silentSinceMs = null;
      bothKnownAtMs = atMs;
      // Both sides are heard each time: a floor must not stand still while the other side speaks.
      const sides = [
        ownMuted || ownDbfs === null ? 'quiet' : own.hear(ownDbfs, atMs),
        far.hear(farDbfs, atMs),
      ];
      silentSinceMs = sides.includes('speaking') ? null : (silentSinceMs ?? atMs);
      isRising = sides.includes('rising');
    },
    at(nowMs) {
      if (bothKnownAtMs === null || nowMs - bothKnownAtMs > LEVELS_MISSING_MS) return 'unknown';
      // Up to the last level heard, not up to now: what was not heard is no silence.
      const paused =
        silentSinceMs !== null &&
        !isRising &&
        bothKnownAtMs - silentSinceMs >= PAUSE_MS &&
        nowMs - bothKnownAtMs <= PAUSE_KNOWN_MS;
      return paused ? 'silent' : 'speaking';
    },
  };
}

/** `rising`: between the two edges, as the first hundredths of a second of a word are in a reading. */
type Heard = 'quiet' | 'rising' | 'speaking';

function createSide(): { hear(dbfs: number, atMs: number): Heard } {
  let recent: { readonly atMs: number; readonly dbfs: number }[] = [];
  let speaking = false;
  return {
    hear(dbfs, atMs) {
      recent = recent.filter((level) => atMs - level.atMs < FLOOR_WINDOW_MS);
      recent.push({ atMs, dbfs });
      const lowest = Math.min(...recent.map((level) => level.dbfs));
      const floor = Math.min(Math.max(lowest, FLOOR_MIN_DBFS), FLOOR_MAX_DBFS);
      const edge = speaking ? SPEECH_EXIT_ABOVE_FLOOR_DB : SPEECH_ENTER_ABOVE_FLOOR_DB;
      speaking = dbfs > floor + edge;
      if (speaking) return 'speaking';
      return dbfs > floor + SPEECH_EXIT_ABOVE_FLOOR_DB ? 'rising' : 'quiet';
    },
  };
}
