import type { Edges } from '../cues/define-cue.ts';

/** Every threshold of the cues about the clinic's sound and picture. Looks come every two seconds. */

/** A look that comes later than this (a computer that slept, a page that was frozen) begins anew. */
export const GAP_MS = 10_000;

/**
 * From here up somebody speaks at the clinic. Active speech is some -26 dBov (ITU-T G.191), and 16 dB below that is
 * still counted as speech (the margin of ITU-T P.56); a room is quieter.
 */
export const SPEECH_DBFS = -42;
/** The clinic is quiet when nobody has spoken there for so long: who speaks draws breath, and listens. */
export const QUIET_MS = 10_000;

/**
 * How long the clinic has spoken in all while nothing of it came out of the page, and how long the page's player has been
 * silent. Joining takes a page some seconds in which its players are muted or not yet started; a click, a chair and a
 * "hello" are over sooner. Own choice.
 */
export const UNHEARD_SPEECH_MS = 4_000;
export const SILENT_PLAYER_MS = 8_000;

/**
 * No packet of sound while the picture comes. Who mutes on purpose does so for less; many pages then send nothing at
 * all, so it cannot be told apart from a fault, and the wait is long. Own choice. Silence alone gives a packet every
 * 400 ms (RFC 7587, DTX).
 */
export const SOUND_GAP_MS: Edges = { enter: 60_000, exit: 2_500 };
/** Sound that has not come once since the call began: nobody joins a visit to be silent. Own choice. */
export const NEVER_CAME_MS = 30_000;

/**
 * Packets of the picture come, and no picture can be made of them: one that was lost is asked for again within a round
 * trip, so that three looks are far more than a hiccup.
 */
export const UNDECODED_MS = 6_000;
/** Fewer are no picture: a server that tries the line sends some empty ones. Own choice; 100 kbit/s are 12. */
export const PICTURE_PACKETS_PER_SECOND = 8;
/**
 * No packet of the picture either, while the sound comes and the page still shows the old picture. A page that knows
 * that the camera was turned off takes the picture away at once; a shared page of text is sent again every second.
 */
export const STILL_MS = 20_000;
