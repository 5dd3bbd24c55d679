import { browser } from 'wxt/browser';
import type { Words } from '../languages/words.ts';
import { showPresence } from './icon.ts';
import { changeTab, forgetTab, readTab } from './tabs.ts';

/**
 * A call can open in an origin that was never turned on: the clinic's page sends the tab elsewhere, or opens
 * a new one. We cannot see that page's address (least permission), and need not: a tab that comes from a
 * site where Eyelevel is on, and whose address is hidden from us, gets a word on the icon.
 */
export function watchTabs(words: () => Promise<Words>): void {
  const sayMissing = async (tabId: number) => {
    const { presence } = await changeTab(tabId, () => ({
      presence: 'needs-permission',
      coach: null,
      missingOrigins: [],
    }));
    await showPresence(tabId, presence, await words());
  };

  browser.tabs.onUpdated.addListener(async (tabId, changed, tab) => {
    if (changed.status !== 'complete' || tab.url !== undefined) return;
    if ((await readTab(tabId)).site !== null) await sayMissing(tabId);
  });

  browser.tabs.onCreated.addListener(async ({ id, openerTabId }) => {
    if (id === undefined || openerTabId === undefined) return;
    const { site } = await readTab(openerTabId);
    if (site !== null) await changeTab(id, () => ({ site }));
  });

  browser.tabs.onRemoved.addListener(forgetTab);
}
