import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../utils/languages/languages.ts';
import type { Words } from '../utils/languages/words.ts';

/** Each language under its own name, always in sight: whoever needs it may not read the rest. */
export function LanguageSwitch(props: {
  readonly words: Words;
  readonly onLanguage: (language: Language) => void;
}) {
  const { words } = props;
  return (
    <fieldset class="languages">
      <legend class="only-spoken">{words.t('language.label')}</legend>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          class="button"
          lang={language}
          aria-pressed={words.language === language}
          onClick={() => props.onLanguage(language)}
        >
          {LANGUAGE_NAMES[language]}
        </button>
      ))}
    </fieldset>
  );
}
