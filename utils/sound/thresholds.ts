import type { Edges } from '../cues/define-cue.ts';

/**
 * Every threshold of the sound's cues. Between enter and exit nothing changes. "Bench" is `npm run bench:sound`, whose
 * rows stand in docs/bench/sound.md.
 */

/** Nothing: no more than one step of 16-bit sound up and down (-90.3 dBFS). A microphone's own noise is above it. */
export const NOTHING_DBFS = -89;
/** A moment of nothing between sounds: longer than a lost packet of 20 ms, which is no sign of a microphone that closes. */
export const CLOSES_FOR_MS = 60;
/** Heard so long without such a moment, a microphone is one that does not close. A sentence takes 3 to 5 s. */
export const OPEN_AFTER_MS = 10_000;
/** One that may close is waited for so long: a person who speaks very slowly makes pauses of 5 s. */
export const PAUSE_AT_MOST_MS = 8_000;

/** Levels are of so long. A turn in a conversation takes some 5 s (ITU-T P.59), and half of the turns are the other's. */
export const SPEECH_WINDOW_MS = 20_000;
/**
 * While the far end talks, and so long after a reading and before one, what is heard may be its echo: the delays of an
 * echo, and a reading every 200 ms.
 */
export const FAR_RINGS_MS = 900;
export const FAR_BEGINS_MS = 300;
/** How long the level of this person's speech is believed. Own choice: longer than a clinician explains something. */
export const USUAL_FOR_MS = 180_000;
/** Enough to know a level by. Own choice: a short sentence, and the pauses round it. */
export const SPEECH_AT_LEAST_MS = 2_000;
export const PAUSES_AT_LEAST_MS = 600;
/**
 * The model's probability that somebody speaks: from here up it is taken for speech, and up to there for none. Bench,
 * noise of five kinds behind eight voices: with 0.6 and 0.2 babble leaves no pauses, with 0.95 and 0.9 words' ends count
 * as noise.
 */
export const SPEECH_VOICE = 0.9;
export const PAUSE_VOICE = 0.5;
/** Speech goes on over gaps up to this (ITU-T P.56: hangover of 200 ms). */
export const HANGOVER_MS = 200;
/** A word has begun before the model is sure of it. Own choice: two frames. */
export const PAUSE_GUARD_MS = 40;
/** Frames of a hum differ by less than the one; what stands out of it by more than the other is something else. */
export const HUM_SPREAD_DB = 2;
export const ABOVE_HUM_DB = 3;

/**
 * Speech level. The usual one is -26 dBov (ITU-T G.191), and codecs must do well 10 dB below it (ITU-T P.830): from -36
 * up nothing is wrong. 16 dB below is where speech is no longer told from silence there (P.56's margin).
 */
export const SPEECH_DBFS: Edges = { enter: -43, exit: -40 };
/**
 * A whisper is some 20 dB softer than a voice, and is meant to be: only speech that has a pitch is called too quiet. Bench:
 * of speech at -46 dBFS 0.7 and more of the frames have a tone of 0.7.
 */
export const VOICED_TONE = 0.7;
export const VOICED_RATIO = 0.4;

/**
 * Speech against what lasts behind it. ISO 9921 calls 10 to 15 dB fair, 3 to 10 dB poor. Bench: the
 * ratio is measured within 3 dB, so of a true 5 dB it enters and of a true 15 dB it is past exit.
 */
export const SNR_DB: Edges = { enter: 9, exit: 12 };
/**
 * Fainter noise is left alone, whatever is taken for speech: where nobody speaks the model is not sure of a fan. 16 dB
 * below the usual speech, which is fair or better against it.
 */
export const NOISE_DBFS: Edges = { enter: -42, exit: -46 };
/**
 * Mean level between speech, less the level exceeded nine tenths of the time there: what comes and goes (typing,
 * laughter, a chair, a child that draws breath) is far apart, what lasts is not.
 */
export const LASTING_BELOW_NOISE_DB: Edges = { enter: 6, exit: 9 };

/** Speech and echo are worked out once a second: they change slowly, and it spares the computer. */
export const WEIGH_EVERY_MS = 1_000;

/** So far from where they were heard samples are told in the wrong place. Own choice: two frames; a reading knows its time within one. */
export const OUT_OF_TIME_MS = 40;

/** An echo is looked for in the last minute: it does not come and go. */
export const ECHO_WINDOW_MS = 60_000;
/** Delays from the far end's level being told to its echo: loudspeaker and microphone, Bluetooth 300 ms. */
export const ECHO_LAGS_MS = { from: -200, to: 700 } as const;
/** So far below its loudest the far end's syllables are told apart; an echo's faint ones drown in the room. */
export const ECHO_FAR_RANGE_DB = 30;
export const ECHO_SMOOTH_FRAMES = 3;
/** The far end talks: louder than any microphone's own noise. With louder ones as near as this before and after, a reading is in a sentence. */
export const FAR_TALKS_DBFS = -55;
export const FAR_TALKS_NEAR_MS = 450;
/** 15 s of the far end's talk, at five readings a second. */
export const ECHO_READINGS = 75;
/** Correlation of the levels. Of 75 readings that have nothing in common it is within 0.35 at the best delay of all. */
export const ECHO_LIKENESS: Edges = { enter: 0.6, exit: 0.45 };
