import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createReader } from '../../../utils/platform/reader.ts';

/** Node has no speech: what a browser would be told to say. */
class Utterance {
  voice: unknown = null;
  lang = '';
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

beforeEach(() => vi.stubGlobal('SpeechSynthesisUtterance', Utterance));
afterEach(() => vi.unstubAllGlobals());

function computer(voices: readonly { lang: string; localService: boolean }[]) {
  const said: string[] = [];
  const reader = createReader({
    getVoices: () => voices as SpeechSynthesisVoice[],
    speak: ({ text, lang }) => said.push(`${lang}: ${text}`),
    cancel: () => said.push('stop'),
    speaking: false,
    addEventListener: () => undefined,
  });
  return { reader, said };
}

it('reads with a voice of the language, and stops what it read before', () => {
  const { reader, said } = computer([
    { lang: 'en-GB', localService: true },
    { lang: 'sv-SE', localService: true },
  ]);
  reader.read('Hör du?', 'sv');
  expect(said).toEqual(['stop', 'sv-SE: Hör du?']);
});

it('never reads with a voice that is somewhere else, or of another language', () => {
  const { reader, said } = computer([
    { lang: 'sv-SE', localService: false },
    { lang: 'en-GB', localService: true },
  ]);
  expect(reader.canRead('sv')).toBe(false);
  reader.read('Hör du?', 'sv');
  expect(said).toEqual(['stop']);
});

it('a browser without speech cannot read', () => {
  const reader = createReader(undefined);
  expect(reader.canRead('sv')).toBe(false);
  reader.read('Hör du?', 'sv');
  expect(reader.isReading).toBe(false);
});
