import { type ComponentChild, render } from 'preact';
import type { Language } from '../../../utils/languages/languages.ts';
import { createWords, type Words } from '../../../utils/languages/words.ts';

/** A view in one state, with fixed props. */
export type State = (words: Words) => ComponentChild;

declare global {
  interface Window {
    gallery: { readonly names: readonly string[]; show(name: string, language: Language): void };
  }
}

/** The page shows one state at a time. `states` are gone through and looked at, `more` are asked for by name. */
export function offer(
  states: Readonly<Record<string, State>>,
  more: Readonly<Record<string, State>> = {},
): void {
  const root = document.getElementById('root') as HTMLElement;
  window.gallery = {
    names: Object.keys(states),
    show(name, language) {
      document.documentElement.lang = language;
      render(null, root);
      render((states[name] ?? more[name])?.(createWords(language)), root);
    },
  };
  // To look at it by hand: #name/sv
  const [name, language] = location.hash.slice(1).split('/');
  if (name) window.gallery.show(name, language === 'en' ? 'en' : 'sv');
}
