/** How much a stretch of sound repeats itself at the pitch of a voice: a spoken vowel does, a whispered one does not. */
export interface ToneWatch {
  /** @param samples of 48 kHz, 20 ms after the ones before */
  hear(samples: Float32Array): void;
  /** Of the last 40 ms, in which even a low voice comes round twice: 0 (none) to 1. */
  ratio(): number;
}

/** 48 kHz to 8 kHz: pitch and its first overtones. */
const EVERY = 6;
/** 400 Hz, a small child, to 60 Hz, in samples of 8 kHz. */
const LAGS = { from: 20, to: 133 } as const;

export function createToneWatch(): ToneWatch {
  let before = new Float32Array();
  let last = new Float32Array();
  return {
    hear(samples) {
      before = last;
      last = thinned(samples);
    },
    /** The highest normalized autocorrelation. */
    ratio() {
      const both = withoutConstant([...before, ...last]);
      let most = 0;
      for (let lag = LAGS.from; lag <= LAGS.to; lag++) most = Math.max(most, likeness(both, lag));
      return most;
    },
  };
}

function withoutConstant(samples: readonly number[]): Float32Array {
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / Math.max(1, samples.length);
  return Float32Array.from(samples, (sample) => sample - mean);
}

function thinned(samples: Float32Array): Float32Array<ArrayBuffer> {
  const out = new Float32Array(Math.floor(samples.length / EVERY));
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let j = 0; j < EVERY; j++) sum += samples[i * EVERY + j] as number;
    out[i] = sum / EVERY;
  }
  return out;
}

function likeness(samples: Float32Array, lag: number): number {
  let [product, early, late] = [0, 0, 0];
  for (let i = lag; i < samples.length; i++) {
    const a = samples[i - lag] as number;
    const b = samples[i] as number;
    product += a * b;
    early += a * a;
    late += b * b;
  }
  const scale = Math.sqrt(early * late);
  return scale > 0 ? product / scale : 0;
}
