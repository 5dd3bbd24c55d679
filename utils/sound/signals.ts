import { FRAME_MS, type SoundFrame, type SoundObservation } from '../sound-observation.ts';
import { type EchoSignal, echoSignal, type Level } from './echo.ts';
import { type Flat, type FlatMemory, flatSignal, NOTHING_YET, updateFlat } from './flat.ts';
import { type SpeechSignal, speechSignal } from './speech.ts';
import {
  ECHO_WINDOW_MS,
  FAR_BEGINS_MS,
  FAR_RINGS_MS,
  FAR_TALKS_DBFS,
  OUT_OF_TIME_MS,
  SPEECH_WINDOW_MS,
  USUAL_FOR_MS,
  WEIGH_EVERY_MS,
} from './thresholds.ts';

/** The sound over the last seconds. Null: not known. */
export interface SoundSignals {
  readonly atMs: number;
  /** Null until something can be said at all. */
  readonly flat: Flat | null;
  readonly speech: SpeechSignal | null;
  /**
   * Level of this person's speech over the last minutes. Where nobody speaks the model may take music or the talk of others
   * for speech: what is said of noise is said against this.
   */
  readonly usualDbfs: number | null;
  /** Share of clipped samples in the looks of the window, 0 to 1. */
  readonly clippedRatio: number;
  readonly echo: EchoSignal | null;
}

/** A frame with the time of its end. */
export interface HeardFrame extends SoundFrame {
  readonly atMs: number;
}

export interface SoundMemory {
  /** In the order of time; a busy computer leaves holes. */
  readonly frames: readonly HeardFrame[];
  readonly far: readonly Level[];
  readonly clipped: readonly { readonly atMs: number; readonly ratio: number }[];
  readonly flat: FlatMemory;
  readonly weighed: Weighed;
}

/** What is dear to work out, and slow to change. */
interface Weighed {
  readonly atMs: number;
  readonly speech: SpeechSignal | null;
  /** The loudest that this person has been of late, and when. */
  readonly usual: Level | null;
  readonly echo: EchoSignal | null;
}

export const NO_SOUND: SoundMemory = {
  frames: [],
  far: [],
  clipped: [],
  flat: NOTHING_YET,
  weighed: { atMs: Number.NEGATIVE_INFINITY, speech: null, usual: null, echo: null },
};

/** @param said null: no microphone is open, or it is not listened to */
export function updateSoundSignals(
  before: SoundMemory,
  said: SoundObservation | null,
  nowMs: number,
): { readonly memory: SoundMemory; readonly signals: SoundSignals } {
  const memory = said ? remember(before, said, nowMs) : NO_SOUND;
  const ratios = since(memory.clipped, nowMs - SPEECH_WINDOW_MS);
  return {
    memory,
    signals: {
      atMs: nowMs,
      flat: said ? flatSignal(memory.flat) : null,
      speech: memory.weighed.speech,
      usualDbfs: memory.weighed.usual?.dbfs ?? null,
      clippedRatio: ratios.reduce((sum, { ratio }) => sum + ratio, 0) / Math.max(1, ratios.length),
      echo: memory.weighed.echo,
    },
  };
}

function remember(before: SoundMemory, said: SoundObservation, nowMs: number): SoundMemory {
  const { frames, far, clipped, weighed } = before;
  // What lasted until a hole need not have lasted through it.
  const flat = said.hasGap ? { ...before.flat, flatMs: 0, openMs: 0 } : before.flat;
  const heard = inTime(said.frames, frames.at(-1)?.atMs ?? null, nowMs);
  const fromMs = nowMs - ECHO_WINDOW_MS;
  const untilMs = heard[0]?.atMs ?? nowMs;
  const memory = {
    frames: [...since(frames, fromMs).filter(({ atMs }) => atMs < untilMs), ...heard],
    far: said.far && said.far.atMs !== far.at(-1)?.atMs ? [...since(far, fromMs), said.far] : far,
    clipped: [
      ...since(clipped, nowMs - SPEECH_WINDOW_MS),
      { atMs: nowMs, ratio: said.clippedRatio },
    ],
    flat: updateFlat(flat, said.frames),
    weighed,
  };
  if (nowMs - weighed.atMs < WEIGH_EVERY_MS) return memory;
  const speech = speechSignal(ownFrames(memory));
  const isOld = !weighed.usual || nowMs - weighed.usual.atMs >= USUAL_FOR_MS;
  const isUsual = speech && (isOld || speech.speechDbfs >= (weighed.usual?.dbfs ?? 0));
  const usual = isUsual ? { atMs: nowMs, dbfs: speech.speechDbfs } : weighed.usual;
  const echo = echoSignal(memory.frames, memory.far);
  return { ...memory, weighed: { atMs: nowMs, speech, usual, echo } };
}

/**
 * Frames follow each other as their samples do, whenever they are told. A computer that cannot keep up loses samples, and no single
 * loss is a hole: then, and after a hole, they are put where they were heard (measured: 9 s of 64 lost by Firefox on
 * two busy cores).
 */
function inTime(
  frames: readonly SoundFrame[],
  lastAtMs: number | null,
  nowMs: number,
): readonly HeardFrame[] {
  const next = lastAtMs === null ? nowMs : lastAtMs + frames.length * FRAME_MS;
  const endMs = Math.abs(next - nowMs) <= OUT_OF_TIME_MS ? next : nowMs;
  return frames.map((frame, i) => ({
    ...frame,
    atMs: endMs - (frames.length - 1 - i) * FRAME_MS,
  }));
}

/** The last of those in which the far end is silent: what is heard while it talks may be its echo. */
function ownFrames({ frames, far }: SoundMemory): readonly HeardFrame[] {
  const talk = far.filter(({ dbfs }) => dbfs > FAR_TALKS_DBFS);
  let next = 0;
  const own = frames.filter(({ atMs }) => {
    while (next < talk.length && (talk[next] as Level).atMs < atMs - FAR_RINGS_MS) next++;
    const nearest = talk[next];
    return !nearest || nearest.atMs > atMs + FAR_BEGINS_MS;
  });
  return own.slice(-SPEECH_WINDOW_MS / FRAME_MS);
}

function since<T extends { readonly atMs: number }>(all: readonly T[], fromMs: number) {
  const first = all.findIndex(({ atMs }) => atMs > fromMs);
  return first < 0 ? [] : all.slice(first);
}
