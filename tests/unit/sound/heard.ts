import {
  FRAME_MS,
  type SoundFrame,
  type SoundObservation,
} from '../../../utils/sound-observation.ts';
import { createRandom, type Random } from '../support/random.ts';

/** Of a look of 200 ms. */
const LOOK_MS = 200;
export const ROOM_DBFS = -66;

/** What is heard at one moment, beside the room's own noise. */
export type Source = (atMs: number) => SoundFrame;

/** Sentences of 3 s, syllables of 200 ms, pauses of 1.2 s. `tone` 0: a whisper. */
export function talk(speechDbfs: number, { seed = 1, tone = 0.9, pauseMs = 1_200 } = {}): Source {
  const random = createRandom(seed);
  const syllables = Array.from({ length: 997 }, () => random.noise(3));
  return (atMs) => {
    const inTurn = atMs % (3_000 + pauseMs);
    if (inTurn >= 3_000) return SILENCE;
    const swing = 3 * Math.sin((2 * Math.PI * atMs) / 200);
    const dbfs = speechDbfs + swing + (syllables[Math.floor(atMs / 200) % 997] as number);
    return { dbfs, voice: 0.99, tone };
  };
}

/** Nothing at all. */
export const SILENCE: SoundFrame = { dbfs: -100, voice: 0, tone: 0 };
export const silence: Source = () => SILENCE;

/** The same, all the time. To the model a hum is a voice. */
export function lasting(dbfs: number, { voice = 0, seed = 9 } = {}): Source {
  const random = createRandom(seed);
  return () => ({ dbfs: dbfs + random.noise(0.5), voice, tone: voice });
}

/** Short knocks, some a second. */
export function knocks(dbfs: number, everyMs = 260): Source {
  return (atMs) => (atMs % everyMs < 40 ? { dbfs, voice: 0.1, tone: 0 } : SILENCE);
}

/** Together; the model hears a voice if it hears one in what is loudest. */
export function together(...sources: readonly Source[]): Source {
  return (atMs) => {
    const frames = sources.map((source) => source(atMs));
    const power = frames.reduce((sum, { dbfs }) => sum + 10 ** (dbfs / 10), 0);
    const voice = Math.max(...frames.map((frame) => frame.voice));
    const tone = Math.max(...frames.map((frame) => frame.tone));
    return { dbfs: Math.max(-100, 10 * Math.log10(power)), voice, tone };
  };
}

export const room = (seed = 5): Source => lasting(ROOM_DBFS, { seed });

/** Looks from one time to another. */
export function listen(
  source: Source,
  fromMs: number,
  toMs: number,
  farAt: (atMs: number) => SoundObservation['far'] = () => null,
): { readonly atMs: number; readonly said: SoundObservation }[] {
  const looks: { atMs: number; said: SoundObservation }[] = [];
  for (let atMs = fromMs + LOOK_MS; atMs <= toMs; atMs += LOOK_MS) {
    const frames = Array.from({ length: LOOK_MS / FRAME_MS }, (_, i) =>
      source(atMs - LOOK_MS + (i + 1) * FRAME_MS),
    );
    looks.push({ atMs, said: { frames, hasGap: false, clippedRatio: 0, far: farAt(atMs) } });
  }
  return looks;
}

/** Levels of somebody at the far end who talks in turns of `turnMs`, with syllables of their own. */
export function farTalk(
  random: Random,
  lengthMs: number,
  turnMs = 6_000,
): (atMs: number) => number {
  const levels: number[] = [];
  let level = 0;
  for (let atMs = 0; atMs < lengthMs; atMs += FRAME_MS) {
    if (atMs % 120 === 0) level = random.between(-48, -20);
    const isTalking = Math.floor(atMs / turnMs) % 2 === 0;
    levels.push(isTalking ? level : -100);
  }
  return (atMs) => levels[Math.floor(atMs / FRAME_MS)] ?? -100;
}
