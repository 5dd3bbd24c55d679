import type { OverlayToCoach } from '../messages/overlay-coach.ts';
import { FRAME_MS, type SoundFrame, type SoundObservation } from '../sound-observation.ts';
import { createResampler } from './resampler.ts';
import { createToneWatch } from './tone.ts';
import { FRAME_SAMPLES, VOICE_RATE_HZ, type VoiceActivity } from './voice-activity.ts';

export type Sound = Extract<OverlayToCoach, { kind: 'sound' }>;

/** Turns the samples of one microphone into numbers, and keeps none of them. */
export interface Listener {
  /** In the order of time. */
  hear(sound: Sound): SoundObservation;
  /** What comes next is another sound: another microphone, or the same one opened again. */
  reset(): void;
}

const SAMPLES_A_FRAME = (VOICE_RATE_HZ * FRAME_MS) / 1000;
/** Later than the samples can fill: some of it is lost. Timers of a busy page come some 100 ms late. */
const GAP_MS = 150;
/** Of 16-bit sound the last step is the end of the scale; a codec's rounding comes near it. */
const CLIPPED_FROM = 0.998;
const FLOOR_DBFS = -100;
/** Fainter than this nothing is looked into: 20 dB below the faintest speech that a cue speaks of. It spares the model. */
const HEARD_FROM_DBFS = -75;
/** Below this nobody asks for the tone. */
const TONE_FROM_VOICE = 0.5;

/** @param voice null while the model loads, or where it cannot: levels are still told */
export function createListener(voice: () => VoiceActivity | null): Listener {
  let resampler = createResampler(VOICE_RATE_HZ);
  let tone = createToneWatch();
  let rest = new Float32Array();
  let lastAtMs: number | null = null;

  const frameOf = (samples: Float32Array): SoundFrame => {
    const dbfs = dbfsWithoutConstant(samples);
    tone.hear(samples);
    const model = dbfs >= HEARD_FROM_DBFS ? voice() : null;
    let most = 0;
    for (let from = 0; model && from < samples.length; from += FRAME_SAMPLES) {
      most = Math.max(most, model.probability(samples.subarray(from, from + FRAME_SAMPLES)));
    }
    return { dbfs, voice: most, tone: most >= TONE_FROM_VOICE ? tone.ratio() : 0 };
  };

  return {
    hear({ atMs, sampleRateHz, samples, far }) {
      const soundMs = (1000 * samples.length) / sampleRateHz;
      const hasGap = lastAtMs !== null && atMs - lastAtMs > soundMs + GAP_MS;
      lastAtMs = atMs;
      const all = joined(rest, resampler.to(samples, sampleRateHz));
      const count = Math.floor(all.length / SAMPLES_A_FRAME);
      const frames = Array.from({ length: count }, (_, i) =>
        frameOf(all.subarray(i * SAMPLES_A_FRAME, (i + 1) * SAMPLES_A_FRAME)),
      );
      rest = all.slice(count * SAMPLES_A_FRAME);
      return { frames, hasGap, clippedRatio: clippedRatio(samples), far };
    },
    reset() {
      resampler = createResampler(VOICE_RATE_HZ);
      tone = createToneWatch();
      rest = new Float32Array();
      lastAtMs = null;
    },
  };
}

function joined(a: Float32Array, b: Float32Array): Float32Array {
  const both = new Float32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** A constant is no sound: a microphone that gives one gives nothing. */
function dbfsWithoutConstant(samples: Float32Array): number {
  let sum = 0;
  let squares = 0;
  for (const sample of samples) {
    sum += sample;
    squares += sample * sample;
  }
  const mean = sum / samples.length;
  const power = Math.max(0, squares / samples.length - mean * mean);
  return Math.max(FLOOR_DBFS, 10 * Math.log10(power));
}

function clippedRatio(samples: Float32Array): number {
  let clipped = 0;
  for (const sample of samples) if (Math.abs(sample) >= CLIPPED_FROM) clipped++;
  return samples.length === 0 ? 0 : clipped / samples.length;
}
