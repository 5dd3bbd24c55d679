import { quantile } from '../signals/history.ts';
import { FRAME_MS } from '../sound-observation.ts';
import type { HeardFrame } from './signals.ts';
import {
  ABOVE_HUM_DB,
  HANGOVER_MS,
  HUM_SPREAD_DB,
  PAUSE_GUARD_MS,
  PAUSE_VOICE,
  PAUSES_AT_LEAST_MS,
  SPEECH_AT_LEAST_MS,
  SPEECH_VOICE,
  VOICED_TONE,
} from './thresholds.ts';

export interface SpeechSignal {
  /** Level of speech while it lasts (ITU-T P.56, active speech level), without the noise behind it. */
  readonly speechDbfs: number;
  /** Level between speech, by its mean power. */
  readonly noiseDbfs: number;
  /** What of that is always there: exceeded nine tenths of the time between speech (ISO 1996-1, L90). */
  readonly lastingDbfs: number;
  readonly snrDb: number;
  /** Share of the speech that has a voice's pitch: hardly any of a whisper. */
  readonly voicedRatio: number;
}

/** Null until enough speech, and enough of what is between, has been heard. */
export function speechSignal(frames: readonly HeardFrame[]): SpeechSignal | null {
  const byVoice = apart(frames, ({ voice }) => voice);
  const { speech, pauses } =
    lastMs(byVoice.pauses) < PAUSES_AT_LEAST_MS ? apartByLevel(frames) : byVoice;
  if (lastMs(speech) < SPEECH_AT_LEAST_MS || lastMs(pauses) < PAUSES_AT_LEAST_MS) return null;
  const noise = meanPower(pauses);
  const both = meanPower(speech);
  // Speech that is lost in the noise is at least not louder than so.
  const clean = Math.max(both - noise, both * LEAST_SHARE);
  const levels = pauses.map(({ dbfs }) => dbfs);
  return {
    speechDbfs: dbOf(clean),
    noiseDbfs: dbOf(noise),
    lastingDbfs: quantile(levels, 0.1) ?? dbOf(noise),
    snrDb: dbOf(clean) - dbOf(noise),
    voicedRatio: voicedRatio(speech),
  };
}

function voicedRatio(speech: readonly HeardFrame[]): number {
  const sure = speech.filter(({ voice }) => voice >= SPEECH_VOICE);
  return sure.filter(({ tone }) => tone >= VOICED_TONE).length / Math.max(1, sure.length);
}

const LEAST_SHARE = 0.1;

interface Apart {
  readonly speech: readonly HeardFrame[];
  readonly pauses: readonly HeardFrame[];
}

/**
 * Speech goes on over gaps shorter than the hangover, as in ITU-T P.56. What is neither surely speech nor surely none,
 * and what lies just before a word, is left out.
 */
function apart(frames: readonly HeardFrame[], voiceOf: (frame: HeardFrame) => number): Apart {
  const voices = frames.map(voiceOf);
  const isSpoken = voices.map((voice) => voice >= SPEECH_VOICE);
  const speech: HeardFrame[] = [];
  const pauses: HeardFrame[] = [];
  const untilNext = countdown(isSpoken);
  let sinceLastMs = Number.POSITIVE_INFINITY;
  frames.forEach((frame, i) => {
    sinceLastMs = isSpoken[i] ? 0 : sinceLastMs + FRAME_MS;
    if (sinceLastMs < HANGOVER_MS) speech.push(frame);
    else if ((voices[i] as number) < PAUSE_VOICE && (untilNext[i] as number) > PAUSE_GUARD_MS) {
      pauses.push(frame);
    }
  });
  return { speech, pauses };
}

/** How long from each frame to the next spoken one, ms. */
function countdown(isSpoken: readonly boolean[]): number[] {
  let ms = Number.POSITIVE_INFINITY;
  return isSpoken
    .toReversed()
    .map((spoken) => {
      ms = spoken ? 0 : ms + FRAME_MS;
      return ms;
    })
    .toReversed();
}

/**
 * To the model a hum has a voice's pitch, all the time. Then what is no louder than the quietest tenth of the time is
 * the hum, and what stands out of it is speech.
 */
function apartByLevel(frames: readonly HeardFrame[]): Apart {
  const lowest = quantile(
    frames.map(({ dbfs }) => dbfs),
    0.1,
  );
  if (lowest === null) return { speech: [], pauses: [] };
  return apart(frames, ({ dbfs, voice }) => {
    if (dbfs >= lowest + ABOVE_HUM_DB) return voice;
    return dbfs <= lowest + HUM_SPREAD_DB ? 0 : (SPEECH_VOICE + PAUSE_VOICE) / 2;
  });
}

const lastMs = (frames: readonly HeardFrame[]) => frames.length * FRAME_MS;
const powerOf = (dbfs: number) => 10 ** (dbfs / 10);
const dbOf = (power: number) => 10 * Math.log10(Math.max(power, 1e-10));

function meanPower(frames: readonly HeardFrame[]): number {
  return frames.reduce((sum, { dbfs }) => sum + powerOf(dbfs), 0) / Math.max(1, frames.length);
}
