/** Languages that the package carries, each under its own name: whoever needs it must find it. */
export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A language's name in that language. Never translated. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  sv: 'Svenska',
  en: 'English',
};

/** What the person chose. `auto` follows the browser. */
export type LanguageChoice = 'auto' | Language;

/**
 * The language to speak. `browserLanguages` as in navigator.languages, the dearest first; region is
 * ignored. Norwegian and Danish readers are given Swedish when they name neither Swedish nor English.
 */
export function chooseLanguage(
  choice: LanguageChoice,
  browserLanguages: readonly string[],
): Language {
  if (choice !== 'auto') return choice;
  const bases = browserLanguages.map((tag) => tag.toLowerCase().split('-')[0]);
  for (const base of bases) {
    const spoken = LANGUAGES.find((language) => language === base);
    if (spoken) return spoken;
  }
  return bases.some((base) => base && NEAR_SWEDISH.has(base)) ? 'sv' : 'en';
}

const NEAR_SWEDISH: ReadonlySet<string> = new Set(['nb', 'nn', 'no', 'da']);
