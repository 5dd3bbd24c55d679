/**
 * What the patient's own open microphone gives, of one look of about 200 ms: numbers alone, out of which no word can be
 * made. Plain data, so that a recorded list of them can be judged again.
 */
export interface SoundObservation {
  /** In the order of time; the last one ends when the look was taken. Empty: too little has come for one. */
  readonly frames: readonly SoundFrame[];
  /** Some sound was lost before these: the page was busy. */
  readonly hasGap: boolean;
  /** Share of the samples that stand at the end of the scale, 0 to 1. */
  readonly clippedRatio: number;
  /** How loud the far end was, and when; null: not known. */
  readonly far: { readonly dbfs: number; readonly atMs: number } | null;
}

/** One frame of sound of FRAME_MS. */
export interface SoundFrame {
  /** RMS without a constant, -100 (nothing) to 0. */
  readonly dbfs: number;
  /** That somebody speaks, by the voice-activity model: 0 to 1. */
  readonly voice: number;
  /** How much it has a voice's pitch: 0 (a whisper) to 1. Told only where `voice` is high; else 0. */
  readonly tone: number;
}

/** Two frames of RNNoise. */
export const FRAME_MS = 20;
