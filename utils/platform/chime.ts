/** Two soft tones, the second one higher: less than half a second, and much quieter than a voice. */
const TONES_HZ = [523.25, 659.25];
const TONE_S = 0.22;
const LOUDEST = 0.06;

export interface Chime {
  /** @returns whether the browser lets this page be heard; a chime that it holds back is not kept for later */
  play(): Promise<boolean>;
}

/** No sound device is taken before the first chime. */
export function createChime(): Chime {
  let context: AudioContext | null = null;
  return {
    async play() {
      context ??= new AudioContext();
      const { state, currentTime, destination } = await resumed(context);
      if (state !== 'running') return false;
      for (const [at, hz] of TONES_HZ.entries()) {
        const startS = currentTime + (at * TONE_S) / 2;
        const tone = new OscillatorNode(context, { frequency: hz });
        const volume = new GainNode(context, { gain: 0 });
        volume.gain.setValueAtTime(0, startS);
        volume.gain.linearRampToValueAtTime(LOUDEST, startS + 0.02);
        volume.gain.exponentialRampToValueAtTime(0.0001, startS + TONE_S);
        tone.connect(volume).connect(destination);
        tone.start(startS);
        tone.stop(startS + TONE_S);
      }
      return true;
    },
  };
}

/** The promise of a context that may not start stays open for ever. */
async function resumed(context: AudioContext): Promise<AudioContext> {
  await Promise.race([context.resume(), new Promise((done) => setTimeout(done, 300))]);
  return context;
}
