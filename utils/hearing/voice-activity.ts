import createRnnoise from '@jitsi/rnnoise-wasm/dist/rnnoise.js';

/** Tells speech from other sound, frame by frame, with the sound before in mind. */
export interface VoiceActivity {
  /** @param samples FRAME_SAMPLES of VOICE_RATE_HZ, -1 to 1. @returns that somebody speaks, 0 to 1 */
  probability(samples: Float32Array): number;
}

/** RNNoise knows sound of this rate in frames of 10 ms, and in the numbers of 16-bit sound. */
export const VOICE_RATE_HZ = 48_000;
export const FRAME_SAMPLES = 480;
const FULL_SCALE = 32_768;

/**
 * RNNoise (J.-M. Valin, "A hybrid DSP/deep learning approach to real-time full-band speech enhancement", 2018): a small
 * recurrent network. What it makes of the sound itself is thrown away.
 * @param wasm the bytes of rnnoise.wasm
 */
export async function createVoiceActivity(wasm: ArrayBuffer): Promise<VoiceActivity> {
  const rnnoise = await createRnnoise({ wasmBinary: wasm });
  const state = rnnoise._rnnoise_create(0);
  const at = rnnoise._malloc(4 * FRAME_SAMPLES);
  return {
    probability(samples) {
      const { HEAPF32 } = rnnoise;
      const from = at / 4;
      for (let i = 0; i < FRAME_SAMPLES; i++) HEAPF32[from + i] = FULL_SCALE * (samples[i] ?? 0);
      return rnnoise._rnnoise_process_frame(state, at, at);
    },
  };
}
