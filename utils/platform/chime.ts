/** Two soft tones, the second one higher: less than half a second, and much quieter than a voice. */
const TONES_HZ = [523.25, 659.25];
const TONE_S = 0.22;
const LOUDEST = 0.06;
const START_WITHIN_MS = 300;

/**
 * Takes the sound device for as long as the chime lasts, and no longer: a call needs the processor.
 * @returns whether the browser lets this page be heard; a chime that it holds back is not kept for later
 */
export async function chime(): Promise<boolean> {
  const context = new AudioContext();
  try {
    // The promise of a context that may not start stays open for ever.
    await Promise.race([context.resume(), wait(START_WITHIN_MS)]);
    if (context.state !== 'running') return false;
    for (const [at, hz] of TONES_HZ.entries()) {
      playTone(context, hz, context.currentTime + (at * TONE_S) / 2);
    }
    await wait(TONES_HZ.length * TONE_S * 1000);
    return true;
  } finally {
    await context.close();
  }
}

function playTone(context: AudioContext, hz: number, startS: number): void {
  const tone = new OscillatorNode(context, { frequency: hz });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, startS);
  volume.gain.linearRampToValueAtTime(LOUDEST, startS + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, startS + TONE_S);
  tone.connect(volume).connect(context.destination);
  tone.start(startS);
  tone.stop(startS + TONE_S);
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));
