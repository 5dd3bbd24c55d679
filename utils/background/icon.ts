import { browser } from 'wxt/browser';
import type { Words } from '../languages/words.ts';
import type { Presence } from '../messages/background.ts';
import { knownTabs, readTab } from './tabs.ts';

/** A mark beside the words, for those who look: what needs a press gets one, the rest stays quiet. */
const BADGE: Record<Presence, string> = {
  idle: '',
  on: '✓',
  coaching: '✓',
  'frame-too-small': '?',
  'reload-needed': '↻',
  'needs-permission': '!',
};

/** After the language was changed. */
export async function showAllPresences(words: () => Promise<Words>): Promise<void> {
  for (const tabId of await knownTabs()) {
    await showPresence(tabId, (await readTab(tabId)).presence, await words());
  }
}

/** The icon says in words what goes on in a tab. */
export async function showPresence(tabId: number, presence: Presence, words: Words) {
  const quiet = () => undefined; // the tab may be gone
  await Promise.all([
    browser.action.setTitle({ tabId, title: words.t(`presence.${presence}`) }).catch(quiet),
    browser.action.setBadgeText({ tabId, text: BADGE[presence] }).catch(quiet),
  ]);
}
