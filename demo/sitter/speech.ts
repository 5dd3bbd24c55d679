import { hash01, isSpeaking } from './movement.ts';

/** Sentences repeat after this time. */
export const SPEECH_LOOP_MS = 12_600;

/**
 * A murmur with the rhythm of speech: harmonics of a voice, syllables, pauses between sentences.
 * No words. Its level while speaking is 0 dBFS (RMS 1), so a gain in dB is a level in dBFS.
 */
export function speechSamples(sampleRateHz: number, seed: number, pitchHz: number): Float32Array {
  const samples = new Float32Array(Math.round((SPEECH_LOOP_MS / 1000) * sampleRateHz));
  let energy = 0;
  let spoken = 0;
  let phase = 0;
  for (let i = 0; i < samples.length; i++) {
    const nowMs = (i / sampleRateHz) * 1000;
    if (!isSpeaking(seed, nowMs)) continue;
    const syllable = Math.floor(nowMs / 190);
    const share = (nowMs % 190) / 190;
    const envelope = Math.sin(Math.PI * share) ** 0.6;
    phase += (2 * Math.PI * pitchHz * (0.9 + 0.25 * hash01(seed, syllable))) / sampleRateHz;
    // The vowel decides which harmonics are strong.
    const vowel = 2 + 5 * hash01(seed, syllable + 300);
    let sample = 0;
    for (let harmonic = 1; harmonic <= 9; harmonic++) {
      const distance = (harmonic - vowel) / 2;
      sample += Math.sin(phase * harmonic) * (0.5 / harmonic + Math.exp(-distance * distance));
    }
    samples[i] = sample * envelope;
    energy += (samples[i] as number) ** 2;
    spoken++;
  }
  const rms = Math.sqrt(energy / Math.max(1, spoken));
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] as number) / rms;
  return samples;
}

/** White noise of 0 dBFS (RMS 1), the same every time. */
export function noiseSamples(sampleRateHz: number, seed: number): Float32Array {
  const samples = new Float32Array(sampleRateHz * 2);
  for (let i = 0; i < samples.length; i++) samples[i] = (hash01(seed, i) - 0.5) * Math.sqrt(12);
  return samples;
}

export const gainOfDbfs = (dbfs: number): number => 10 ** (dbfs / 20);
