/** One stream that comes from the far end: what came since the look before. Null: not known, or not told by this browser. */
export interface ArrivingStream {
  readonly kind: 'audio' | 'video';
  /** Empty where the browser does not tell. */
  readonly trackId: string;
  readonly packets: number | null;
  readonly frames: number | null;
  /**
   * Some of it came out of the page's players: false while they are muted, at volume zero or not started. By the energy of
   * what was played (W3C: totalAudioEnergy), which only Chromium counts so.
   */
  readonly isPlayed: boolean | null;
}

/** Most streams that are told of. */
export const ARRIVING_MAX = 32;

/** What comes from the far end, as the page's connections say. */
export interface Arrival {
  /** Time since the look before, by the statistics' own clock; null at the first look. */
  readonly overMs: number | null;
  /** Both ends have agreed that it is sent. */
  readonly isSoundExpected: boolean;
  readonly isPictureExpected: boolean;
  /** The page takes sound through an audio graph of its own: a silent player does not say that nothing is heard. */
  readonly isMixed: boolean;
  readonly streams: readonly ArrivingStream[];
}

/** What one look at the clinic's sound and picture says: numbers and states only, of all who are in the call together. */
export interface PlaybackObservation {
  readonly arrival: ArrivalObservation;
  readonly players: PlayersObservation;
}

/** What comes from the clinic, of all streams of a kind together. Null: not known, or not told by this browser. */
export interface ArrivalObservation {
  readonly overMs: number | null;
  readonly sound: {
    readonly isExpected: boolean;
    /** Silence that is held back counts too: a packet about every 400 ms (RFC 7587, DTX). */
    readonly packets: number | null;
    readonly isPlayed: boolean | null;
    readonly isMixed: boolean;
  };
  readonly picture: {
    readonly isExpected: boolean;
    readonly packets: number | null;
    readonly frames: number | null;
  };
}

/**
 * How a player gives the clinic's sound. `off`: muted, or at volume zero. `paused`: not started, or stopped. The best
 * of several counts, so: best first.
 */
export const PLAYER_SOUNDS = ['on', 'off', 'paused'] as const;
export type PlayerSound = (typeof PLAYER_SOUNDS)[number];

/** The page's players: its audio and video elements. */
export interface PlayersObservation {
  /** Null: no element is known that has the clinic's sound. */
  readonly sound: PlayerSound | null;
  /** The page has chosen another speaker than the computer's own. */
  readonly isOtherSpeaker: boolean;
  /** A player shows the clinic's picture, with nothing in front of it; null: not looked at. */
  readonly showsPicture: boolean | null;
}

/**
 * What can be said to who does not hear the clinic. `page-off` and `page-paused`: sound comes, and the page does not
 * give it. `quiet`: nobody speaks there now. `plays`: sound comes and the page gives it; `comes`: whether it does, is
 * not known.
 */
export const FINDINGS = [
  'unknown',
  'nothing-comes',
  'page-off',
  'page-paused',
  'quiet',
  'plays',
  'comes',
] as const;
export type Finding = (typeof FINDINGS)[number];

/** What is known for who does not hear the clinic. */
export interface Hearing {
  readonly finding: Finding;
  readonly isOtherSpeaker: boolean;
}

export const NOTHING_KNOWN: Hearing = { finding: 'unknown', isOtherSpeaker: false };
