import { IntlMessageFormat } from 'intl-messageformat';
import en from '../../locales/en.json';
import sv from '../../locales/sv.json';
import type { Language } from './languages.ts';

/** Every word a person reads has a key; English has them all, and a test keeps the others in step. */
export type WordKey = keyof typeof en;

/** Words of one language. To switch at run time, make new Words and render again. */
export interface Words {
  readonly language: Language;
  /** The text of a key, with its values put in. A value that is missing throws: a test should find it. */
  t(key: WordKey, values?: Readonly<Record<string, string | number>>): string;
}

const TEXTS: Readonly<Record<Language, Readonly<Record<WordKey, string>>>> = { en, sv };

/** Is this a key? For keys that are put together, such as `cue.<id>.spoken`, which not every cue has. */
export function isWordKey(key: string): key is WordKey {
  return Object.hasOwn(en, key);
}

/**
 * Texts are ICU messages, read by intl-messageformat: no eval, so it runs under the extension's CSP.
 * Each is read at its first use; most are plain sentences and are not read at all.
 */
export function createWords(language: Language): Words {
  const texts = TEXTS[language];
  const formats = new Map<WordKey, IntlMessageFormat>();
  return {
    language,
    t(key, values) {
      const text = texts[key];
      if (!/[{<']/.test(text)) return text;
      let format = formats.get(key);
      if (!format) {
        format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
        formats.set(key, format);
      }
      return String(format.format(values));
    },
  };
}
