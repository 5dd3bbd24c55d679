import { browser } from 'wxt/browser';
import { languageSetting } from '../settings/items.ts';
import { chooseLanguage } from './languages.ts';
import { createWords, type Words } from './words.ts';

/** Words in the language that the person chose, or the browser's. */
export async function readWords(): Promise<Words> {
  const choice = await languageSetting.read();
  const ofTheBrowser = [browser.i18n.getUILanguage(), ...navigator.languages];
  return createWords(chooseLanguage(choice, ofTheBrowser));
}
