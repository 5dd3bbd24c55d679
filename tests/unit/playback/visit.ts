import { createPlaybackJudge } from '../../../utils/playback/judge.ts';
import type {
  ArrivalObservation,
  PlaybackObservation,
  PlayersObservation,
} from '../../../utils/playback-observation.ts';

/** What is true of a stretch of a visit. */
export interface Situation {
  readonly sound: Partial<ArrivalObservation['sound']>;
  readonly picture: Partial<ArrivalObservation['picture']>;
  readonly players: Partial<PlayersObservation>;
  /** Of the clinic's voice or room; null: the browser tells no levels. */
  readonly dbfs: number | null | ((atMs: number) => number);
}

export const VOICE_DBFS = -28;
export const ROOM_DBFS = -62;
/** Six seconds of every fifteen, as in a conversation. */
export const TURNS = (atMs: number) => (atMs % 15_000 < 6_000 ? VOICE_DBFS : ROOM_DBFS);

const LOOK_MS = 2_000;
const LEVEL_MS = 200;

/** A good call: Chromium tells what comes out of the players, Firefox does not. */
export const GOOD = {
  sound: { isExpected: true, packets: 100, isPlayed: true as boolean | null, isMixed: false },
  picture: { isExpected: true, packets: 200, frames: 50 },
  players: { sound: 'on', isOtherSpeaker: false, showsPicture: null },
} as const;

export function createVisit(browser: 'chromium' | 'firefox' = 'chromium') {
  const judge = createPlaybackJudge();
  let atMs = 0;
  let judged = judge.observe(null, 0);
  let first = true;
  return {
    judge,
    get judged() {
      return judged;
    },
    get holding() {
      return judged.holding.map(({ id }) => id);
    },
    /** @returns when each cue first held in this stretch, in seconds from its start */
    pass(seconds: number, situation: Partial<Situation> = {}): Record<string, number> {
      const { dbfs = TURNS } = situation;
      const begun: Record<string, number> = {};
      const fromMs = atMs;
      while (atMs < fromMs + 1000 * seconds) {
        atMs += LEVEL_MS;
        judge.hear(typeof dbfs === 'function' ? dbfs(atMs) : dbfs, atMs);
        if (atMs % LOOK_MS > 0) continue;
        judged = judge.observe(lookOf(situation, browser, first), atMs);
        first = false;
        for (const { id } of judged.holding) begun[id] ??= (atMs - fromMs) / 1000;
      }
      return begun;
    },
    /** Nothing is looked at: the computer sleeps. */
    sleep(seconds: number) {
      atMs += 1000 * seconds;
    },
  };
}

function lookOf(
  { sound, picture, players }: Partial<Situation>,
  browser: 'chromium' | 'firefox',
  first: boolean,
): PlaybackObservation {
  const unknown = first ? null : undefined;
  return {
    arrival: {
      overMs: first ? null : LOOK_MS,
      sound: {
        ...GOOD.sound,
        ...sound,
        ...(first && { packets: null }),
        ...((first || browser === 'firefox') && { isPlayed: null }),
      },
      picture: {
        ...GOOD.picture,
        ...picture,
        ...(unknown === null && { packets: null, frames: null }),
      },
    },
    players: { ...GOOD.players, ...players },
  };
}
