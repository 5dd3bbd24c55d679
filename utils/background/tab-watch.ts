import { browser } from 'wxt/browser';
import type { Words } from '../languages/words.ts';
import { originOf } from '../messages/runtime.ts';
import { isPermitted } from '../settings/permitted.ts';
import { showPresence } from './icon.ts';
import { changeTab, forgetTab, NEW_TAB, readTab } from './tabs.ts';

/**
 * A call can open in an origin that was never turned on: the clinic's page sends the tab elsewhere, or opens
 * a new one. We cannot see that page's address (least permission), and need not: a tab that comes from a
 * site where Eyelevel is on, and goes where it may not be, gets a word on the icon.
 */
export function watchTabs(words: () => Promise<Words>): void {
  const sayMissing = async (tabId: number) => {
    const { presence } = await changeTab(tabId, ({ site }) => ({
      ...NEW_TAB,
      site,
      presence: 'needs-permission',
    }));
    await showPresence(tabId, presence, await words());
  };

  browser.tabs.onUpdated.addListener(async (tabId, changed, tab) => {
    if (changed.status !== 'complete' || (await readTab(tabId)).site === null) return;
    // The address can be seen after a press on the icon (activeTab), which is no permission to stay.
    const origin = originOf(tab.url);
    if (origin === null || !(await isPermitted(origin))) await sayMissing(tabId);
  });

  browser.tabs.onCreated.addListener(async ({ id, openerTabId }) => {
    if (id === undefined || openerTabId === undefined) return;
    const { site } = await readTab(openerTabId);
    if (site !== null) await changeTab(id, () => ({ site }));
  });

  browser.tabs.onRemoved.addListener(forgetTab);
}
