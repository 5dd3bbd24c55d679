import { createRandom } from '../../../tests/unit/support/random.ts';
import { mixed, noiseAt } from './level.ts';
import { RATE_HZ, sox } from './programs.ts';
import { speech, VOICES } from './voices.ts';

/** What lasts behind the speech. Each gives so many seconds, at any level. */
export const LASTING = {
  // sox makes the same noise each time: another seed begins later in it.
  white: (seconds: number, seed: number) =>
    sox('-n', 'OUT', 'synth', String(seconds + 8), 'whitenoise').subarray((seed % 8) * RATE_HZ),
  hum: (seconds: number) =>
    sox(
      ...['-n', 'OUT', 'synth', String(seconds), 'sine', '50', 'synth', 'sine', 'mix', '100'],
      ...['synth', 'square', 'mix', '150', 'lowpass', '1200'],
    ),
  babble: (seconds: number, seed: number) => babble(seconds, seed),
  music: (seconds: number, seed: number) => music(seconds, seed),
} as const;

/** Comes and goes: no cue, however long. */
export const PASSING = {
  typing: (seconds: number, seed: number) => typing(seconds, seed),
  laughter: (seconds: number, seed: number) => laughter(seconds, seed),
  'a crying child': (seconds: number, seed: number) => crying(seconds, seed),
  'a chair': (seconds: number, seed: number) => chair(seconds, seed),
} as const;

export type NoiseName = keyof typeof LASTING | keyof typeof PASSING;

export function noise(name: NoiseName, seconds: number, seed: number): Float32Array {
  const all: Record<NoiseName, (seconds: number, seed: number) => Float32Array> = {
    ...LASTING,
    ...PASSING,
  };
  return noiseAt(all[name](seconds, seed).subarray(0, seconds * RATE_HZ), -30);
}

/** A waiting room: many talk at once, none near. */
function babble(seconds: number, seed: number): Float32Array {
  const voices = [...VOICES, ...VOICES].map((voice, i) =>
    noiseAt(
      speech(voice, seconds, { seed: 100 * seed + i, pauseS: [0.1, 0.5] }).samples,
      -34 - (i % 3),
    ),
  );
  return mixed(new Float32Array(seconds * RATE_HZ), ...voices);
}

/** Chords of a plucked string over a bass, a new one each 1.2 s. */
function music(seconds: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const out = new Float32Array(seconds * RATE_HZ);
  const roots = [-12, -5, -10, -7];
  let chord = 0;
  for (let at = 0; at < seconds; at += 0.3) {
    const root = roots[Math.floor(at / 1.2) % roots.length] as number;
    chord = (chord + 1 + Math.floor(random.between(0, 2))) % 4;
    const third = [0, 4, 7, 12][chord] as number;
    const notes = at % 1.2 < 0.3 ? [root - 12, root, root + third] : [root + third + 12];
    for (const note of notes) add(out, at, pluck(note), 0.3);
  }
  return out;
}

const pluck = (semitones: number) =>
  sox('-n', 'OUT', 'synth', '1.5', 'pluck', `%${semitones}`, 'fade', 'l', '0', '1.5', '1.2');

/** Keys, 3 to 7 a second, in words with pauses between. */
function typing(seconds: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const out = new Float32Array(seconds * RATE_HZ);
  const keys = [1200, 1800, 2600].map((hz) =>
    sox(
      ...['-n', 'OUT', 'synth', '0.05', 'whitenoise', 'bandpass', String(hz), '2000h'],
      ...['fade', 'l', '0.001', '0.05', '0.045'],
    ),
  );
  for (let at = 0.3; at < seconds; ) {
    const word = 2 + Math.floor(random.between(0, 7));
    for (let i = 0; i < word; i++) {
      add(out, at, keys[Math.floor(random.between(0, 3))] as Float32Array, random.between(0.2, 1));
      at += random.between(0.12, 0.3);
    }
    at += random.between(0.2, 1.2);
  }
  return out;
}

/** Bursts of voiced "ha", 4 to 5 a second, then a breath. */
function laughter(seconds: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const out = new Float32Array(seconds * RATE_HZ);
  for (let at = 0.5; at < seconds; ) {
    const count = 4 + Math.floor(random.between(0, 5));
    for (let i = 0; i < count; i++) {
      const hz = Math.round(random.between(26, 34) - i) * 10;
      const burst = sox(
        ...['-n', 'OUT', 'synth', '0.14', 'sawtooth', `${hz}-${hz - 40}`],
        ...['bandpass', '900', '1.5q', 'fade', 'q', '0.03', '0.14', '0.06'],
      );
      add(out, at, burst, 1 / (1 + 0.1 * i));
      at += random.between(0.19, 0.24);
    }
    at += random.between(0.8, 2.5);
  }
  return out;
}

/** Cries of a second, each followed by a breath. */
function crying(seconds: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const out = new Float32Array(seconds * RATE_HZ);
  for (let at = 0.4; at < seconds; ) {
    const hz = Math.round(random.between(40, 55)) * 10;
    const lastsS = Math.round(random.between(6, 13)) / 10;
    const cry = sox(
      ...['-n', 'OUT', 'synth', String(lastsS), 'sawtooth', `${hz}:${hz - 90}`],
      ...['bandpass', '1400', '0.8q', 'tremolo', '7', '30'],
      ...['fade', 'q', '0.15', String(lastsS), '0.2'],
    );
    add(out, at, cry, random.between(0.6, 1));
    at += lastsS + random.between(0.35, 0.7);
  }
  return out;
}

/** Something is moved across the floor, now and then. */
function chair(seconds: number, seed: number): Float32Array {
  const random = createRandom(seed);
  const out = new Float32Array(seconds * RATE_HZ);
  for (let at = 1; at < seconds; at += random.between(3, 9)) {
    const lastsS = Math.round(random.between(4, 15)) / 10;
    const scrape = sox(
      ...['-n', 'OUT', 'synth', String(lastsS), 'brownnoise', 'tremolo', '23', '80'],
      ...['highpass', '150', 'fade', 'q', '0.05', String(lastsS), '0.2'],
    );
    add(out, at, scrape, random.between(0.5, 1));
  }
  return out;
}

function add(out: Float32Array, atS: number, sound: Float32Array, gain: number): void {
  const at = Math.round(atS * RATE_HZ);
  for (let i = 0; i < sound.length && at + i < out.length; i++) {
    out[at + i] = (out[at + i] as number) + gain * (sound[i] as number);
  }
}
