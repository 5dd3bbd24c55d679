import type { Finding, PlaybackObservation, PlayerSound } from '../playback-observation.ts';
import { GAP_MS, QUIET_MS, SOUND_GAP_MS, SPEECH_DBFS } from './thresholds.ts';

/** The clinic's sound and picture over the last seconds. Null: not known. */
export interface PlaybackSignals {
  /** What becomes of the sound on the page. */
  readonly player: PlayerSound | null;
  /** How the clinic's speech fares while the page's player is silent; null: it is not, or that says nothing. */
  readonly unheard: Unheard | null;
  readonly soundGap: Gap | null;
  /** Somebody has spoken at the clinic in the last seconds; null: levels are not known. */
  readonly isSpoken: boolean | null;
  readonly picture: PictureSignal | null;
}

export interface Unheard {
  readonly speechMs: number;
  readonly forMs: number;
}

/** How long nothing has come; 0: something came since the look before. */
export interface Gap {
  readonly forMs: number;
  /** Some came before. */
  readonly came: boolean;
}

export interface PictureSignal {
  /** How long no new picture has come out of what came; 0: one came since the look before. */
  readonly stillMs: number;
  readonly packetsPerSecond: number;
  /** The page shows it, with nothing in front of it. */
  readonly isShown: boolean;
}

/** How loud the clinic was, and for how long, since the look before. */
interface Heard {
  readonly knownMs: number;
  readonly speechMs: number;
}
const NOTHING_HEARD: Heard = { knownMs: 0, speechMs: 0 };

export interface PlaybackMemory {
  readonly atMs: number | null;
  /** Since when sound is expected, and when some last came. */
  readonly expectedSinceMs: number | null;
  readonly soundAtMs: number | null;
  readonly frameAtMs: number | null;
  /** A player of the page was on while sound came: it is the players that give the sound. */
  readonly wasOn: boolean;
  readonly silentSinceMs: number | null;
  readonly unheardSpeechMs: number;
  readonly levelAtMs: number | null;
  readonly levelsSinceMs: number | null;
  readonly spokeAtMs: number | null;
  readonly heard: Heard;
}

export const NO_PLAYBACK: PlaybackMemory = {
  atMs: null,
  expectedSinceMs: null,
  soundAtMs: null,
  frameAtMs: null,
  wasOn: false,
  silentSinceMs: null,
  unheardSpeechMs: 0,
  levelAtMs: null,
  levelsSinceMs: null,
  spokeAtMs: null,
  heard: NOTHING_HEARD,
};

/** Levels come every 200 ms; one that comes later than this does not stand for the time before it. */
const LEVEL_AT_MOST_MS = 500;

/** @param dbfs of the clinic; null: not known */
export function hearLevel(
  memory: PlaybackMemory,
  dbfs: number | null,
  atMs: number,
): PlaybackMemory {
  if (dbfs === null) return { ...memory, levelAtMs: null, levelsSinceMs: null };
  const forMs = Math.min(LEVEL_AT_MOST_MS, atMs - (memory.levelAtMs ?? atMs));
  const isSpeech = dbfs >= SPEECH_DBFS;
  return {
    ...memory,
    levelAtMs: atMs,
    levelsSinceMs: memory.levelsSinceMs ?? atMs,
    spokeAtMs: isSpeech ? atMs : memory.spokeAtMs,
    heard: {
      knownMs: memory.heard.knownMs + forMs,
      speechMs: memory.heard.speechMs + (isSpeech ? forMs : 0),
    },
  };
}

export function updatePlaybackSignals(
  before: PlaybackMemory,
  said: PlaybackObservation,
  nowMs: number,
): { readonly memory: PlaybackMemory; readonly signals: PlaybackSignals } {
  const memory = remember(before, said, nowMs);
  const { sound } = said.arrival;
  const player = playerOf(memory, said);
  const since = memory.soundAtMs ?? memory.expectedSinceMs;
  return {
    memory,
    signals: {
      player,
      unheard:
        player === null || player === 'on' || memory.silentSinceMs === null
          ? null
          : { speechMs: memory.unheardSpeechMs, forMs: nowMs - memory.silentSinceMs },
      soundGap:
        sound.packets === null || since === null
          ? null
          : { forMs: nowMs - since, came: memory.soundAtMs !== null },
      isSpoken: isSpoken(memory, nowMs),
      picture: pictureSignal(memory, said, nowMs),
    },
  };
}

function remember(
  before: PlaybackMemory,
  said: PlaybackObservation,
  nowMs: number,
): PlaybackMemory {
  const { sound, picture } = said.arrival;
  const isGap = before.atMs !== null && nowMs - before.atMs > GAP_MS;
  // What lies between the looks of a gap says nothing of now; that the players give the sound, stays true.
  const last = isGap ? { ...NO_PLAYBACK, wasOn: before.wasOn } : before;
  const came = (sound.packets ?? 0) > 0;
  const isOn = said.players.sound === 'on' || sound.isPlayed === true;
  const isSilent = said.players.sound !== null && !isOn;
  const tells = last.wasOn || (sound.isPlayed === false && !sound.isMixed);
  return {
    ...last,
    atMs: nowMs,
    expectedSinceMs: sound.isExpected ? (last.expectedSinceMs ?? nowMs) : null,
    soundAtMs: sound.isExpected ? (came ? nowMs : last.soundAtMs) : null,
    frameAtMs: (picture.frames ?? 0) > 0 ? nowMs : picture.isExpected ? last.frameAtMs : null,
    wasOn: last.wasOn || (came && said.players.sound === 'on' && sound.isPlayed !== false),
    silentSinceMs: isSilent ? (last.silentSinceMs ?? nowMs) : null,
    unheardSpeechMs: isSilent
      ? last.unheardSpeechMs + (tells && came ? last.heard.speechMs : 0)
      : 0,
    heard: NOTHING_HEARD,
  };
}

/**
 * A silent player is not all: pages keep one muted for the picture and give the sound through another element, which may
 * be in no document, or through an audio graph. So it is believed only when a player was on before in this call, or when
 * the browser itself says that nothing came out of what was spoken.
 */
function playerOf(
  { wasOn, unheardSpeechMs }: PlaybackMemory,
  { arrival: { sound }, players }: PlaybackObservation,
): PlayerSound | null {
  if (sound.isPlayed === true) return 'on';
  if (players.sound === null || players.sound === 'on') return players.sound;
  return wasOn || unheardSpeechMs > 0 ? players.sound : null;
}

function isSpoken({ levelsSinceMs, spokeAtMs }: PlaybackMemory, nowMs: number): boolean | null {
  if (spokeAtMs !== null && nowMs - spokeAtMs < QUIET_MS) return true;
  return levelsSinceMs !== null && nowMs - levelsSinceMs >= QUIET_MS ? false : null;
}

function pictureSignal(
  { frameAtMs }: PlaybackMemory,
  { arrival: { picture, overMs }, players }: PlaybackObservation,
  nowMs: number,
): PictureSignal | null {
  if (!picture.isExpected || picture.frames === null || frameAtMs === null) return null;
  return {
    stillMs: nowMs - frameAtMs,
    packetsPerSecond: overMs ? (1000 * (picture.packets ?? 0)) / overMs : 0,
    isShown: players.showsPicture === true,
  };
}

/** What can be said to who does not hear the clinic. */
export function findingOf({ soundGap, player, isSpoken }: PlaybackSignals): Finding {
  if (!soundGap) return 'unknown';
  if (soundGap.forMs > SOUND_GAP_MS.exit) return 'nothing-comes';
  if (player === 'off') return 'page-off';
  if (player === 'paused') return 'page-paused';
  if (isSpoken === false) return 'quiet';
  return player === 'on' ? 'plays' : 'comes';
}
