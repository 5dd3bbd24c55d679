/** Reads words out loud, with a voice of this computer alone: other voices send the words to somebody's server. */
export interface Reader {
  /** Voices come late in some browsers: ask anew after `onVoices`. */
  canRead(language: string): boolean;
  /** Stops what is being read, and reads this. Nothing is read where there is no voice. */
  read(text: string, language: string): void;
  stop(): void;
  /** A microphone hears it, too. */
  readonly isReading: boolean;
  onVoices(callback: () => void): void;
}

type Synthesis = Pick<
  SpeechSynthesis,
  'getVoices' | 'speak' | 'cancel' | 'speaking' | 'addEventListener'
>;

/** @param synthesis undefined: a browser without any */
export function createReader(
  synthesis: Synthesis | undefined = globalThis.speechSynthesis,
): Reader {
  const voiceOf = (language: string) =>
    synthesis
      ?.getVoices()
      .find(({ localService, lang }) => localService && lang.toLowerCase().startsWith(language));
  return {
    canRead: (language) => voiceOf(language) !== undefined,
    read(text, language) {
      const voice = voiceOf(language);
      synthesis?.cancel();
      if (!voice) return;
      const words = new SpeechSynthesisUtterance(text);
      words.voice = voice;
      words.lang = voice.lang;
      synthesis?.speak(words);
    },
    stop: () => synthesis?.cancel(),
    get isReading() {
      return synthesis?.speaking ?? false;
    },
    onVoices: (callback) => synthesis?.addEventListener('voiceschanged', callback),
  };
}
