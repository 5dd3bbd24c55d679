import { createRandom } from '../../../tests/unit/support/random.ts';
import { mixed, speechAt } from './level.ts';
import { RATE_HZ, sox, speak } from './programs.ts';

const SENTENCES = {
  sv: [
    'Hej, jag heter Karin och jag ringer om mitt knä.',
    'Det började för ungefär två veckor sedan, när jag gick i trappan.',
    'Nej, jag har inte tagit några tabletter.',
    'På natten är det värst, då vaknar jag ofta.',
    'Ja, precis där.',
    'Min dotter hjälper mig med datorn i dag, hon sitter i köket.',
    'Jag skrev upp alla mina frågor på en lapp, vänta lite.',
    'Hur länge ska jag vänta innan jag hör av mig igen?',
    'Det gör ont när jag böjer benet, men inte när jag ligger ner.',
    'Tack så mycket, det var snällt.',
    'Jag tar två på morgonen och en till kvällen.',
    'Kan du säga det en gång till?',
  ],
  en: [
    'Hello, my name is Thomas, and I am calling about my shoulder.',
    'It began about three weeks ago, when I carried some boxes.',
    'No, I have not taken anything for it.',
    'It is worst at night, then I often wake up.',
    'Yes, right there.',
    'My wife wrote the questions down for me, one moment please.',
    'I take two in the morning and one in the evening.',
    'How long should I wait before I call again?',
    'It hurts when I lift my arm, but not when I rest.',
    'Thank you very much, that was kind.',
    'The letter says that I should ask you about the new dose.',
    'Could you say that once more, please?',
  ],
} as const;

export interface Voice {
  readonly name: string;
  readonly language: keyof typeof SENTENCES;
  readonly options: readonly string[];
  readonly effects?: readonly string[];
}

/** Of both languages, high and low, quick and slow. */
export const VOICES: readonly Voice[] = [
  { name: 'Swedish, low', language: 'sv', options: ['-v', 'sv+m3', '-s', '150', '-p', '35'] },
  { name: 'Swedish, high', language: 'sv', options: ['-v', 'sv+f2', '-s', '160', '-p', '55'] },
  { name: 'Swedish, old', language: 'sv', options: ['-v', 'sv+m7', '-s', '125', '-p', '30'] },
  { name: 'Swedish, quick', language: 'sv', options: ['-v', 'sv+f4', '-s', '190', '-p', '60'] },
  { name: 'English, low', language: 'en', options: ['-v', 'en-gb+m1', '-s', '155', '-p', '30'] },
  { name: 'English, high', language: 'en', options: ['-v', 'en-us+f3', '-s', '165', '-p', '60'] },
  { name: 'English, old', language: 'en', options: ['-v', 'en-gb+croak', '-s', '120', '-p', '35'] },
  { name: 'English, quick', language: 'en', options: ['-v', 'en-us+m5', '-s', '195', '-p', '45'] },
];

/** Voices that are not as others, and right as they are. */
export const OTHER_VOICES: readonly Voice[] = [
  { name: 'whisper', language: 'sv', options: ['-v', 'sv+whisper', '-s', '140'] },
  { name: 'whisper, high', language: 'en', options: ['-v', 'en-us+whisperf', '-s', '140'] },
  { name: "a child's pitch", language: 'sv', options: ['-v', 'sv+f5', '-s', '150', '-p', '99'] },
  {
    name: "a small child's pitch",
    language: 'en',
    options: ['-v', 'en-us+f4', '-s', '140', '-p', '85'],
    effects: ['pitch', '450'],
  },
  {
    // A small loudspeaker, heard across a table.
    name: "a speech aid's voice",
    language: 'en',
    options: ['-v', 'en-gb', '-s', '150', '-p', '50'],
    effects: ['highpass', '450', 'lowpass', '5000', 'overdrive', '8', 'reverb', '20', '50', '20'],
  },
  {
    name: "a speech aid's voice, Swedish",
    language: 'sv',
    options: ['-v', 'sv', '-s', '140', '-p', '50'],
    effects: ['highpass', '450', 'lowpass', '5000', 'overdrive', '8', 'reverb', '20', '50', '20'],
  },
];

/** A stretch of speech: who is heard, and when a sentence is on. */
export interface Speech {
  readonly samples: Float32Array;
  readonly spurts: readonly { readonly fromS: number; readonly toS: number }[];
}

/** Sentences one after the other, with pauses of so many seconds between. The same for the same seed. */
export function speech(
  voice: Voice,
  seconds: number,
  { seed = 1, pauseS = [0.4, 1.6] }: { seed?: number; pauseS?: readonly [number, number] } = {},
): Speech {
  const random = createRandom(seed);
  const sentences = SENTENCES[voice.language];
  const samples = new Float32Array(seconds * RATE_HZ);
  const spurts: { fromS: number; toS: number }[] = [];
  let at = Math.round(random.between(0.1, 0.6) * RATE_HZ);
  let next = Math.floor(random.between(0, sentences.length));
  while (at < samples.length) {
    const said = trimmed(
      speak(sentences[next % sentences.length] as string, voice.options, voice.effects),
    );
    samples.set(said.subarray(0, samples.length - at), at);
    spurts.push({ fromS: at / RATE_HZ, toS: Math.min(seconds, (at + said.length) / RATE_HZ) });
    at += said.length + Math.round(random.between(...pauseS) * RATE_HZ);
    next += 1 + Math.floor(random.between(0, 3));
  }
  return { samples, spurts };
}

/** espeak-ng ends each sentence with silence. */
function trimmed(samples: Float32Array): Float32Array {
  let to = samples.length;
  while (to > 0 && Math.abs(samples[to - 1] as number) < 1e-4) to--;
  let from = 0;
  while (from < to && Math.abs(samples[from] as number) < 1e-4) from++;
  return samples.subarray(from, to);
}

/**
 * An electrolarynx: the throat is driven by a buzzer of one pitch, which is also heard itself while it is pressed,
 * through a sentence and off in the pause. The mouth's part is whispered speech that the buzz gives its tone.
 */
export function electrolarynx(seconds: number, seed: number, leakDb: number): Speech {
  const mouth = speech(OTHER_VOICES[0] as Voice, seconds, { seed });
  const buzz = sox('-n', 'OUT', 'synth', String(seconds), 'sawtooth', '80', 'highpass', '200');
  const pressed = new Float32Array(mouth.samples.length);
  const driven = new Float32Array(mouth.samples.length);
  for (const { fromS, toS } of mouth.spurts) {
    const to = Math.min(pressed.length, Math.round(toS * RATE_HZ));
    for (let i = Math.round(fromS * RATE_HZ); i < to; i++) pressed[i] = buzz[i] as number;
  }
  let envelope = 0;
  for (let i = 0; i < driven.length; i++) {
    envelope += 0.002 * (Math.abs(mouth.samples[i] as number) - envelope);
    driven[i] = (pressed[i] as number) * envelope;
  }
  const voice = mixed(speechAt(driven, -26), speechAt(mouth.samples, -36));
  return {
    samples: mixed(voice, speechAt(pressed, -26 + leakDb)),
    spurts: mouth.spurts,
  };
}
