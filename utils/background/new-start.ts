import { browser } from 'wxt/browser';

const STARTED = 'started';

/**
 * Is this the background's first start since the browser (or the extension) was started? It is stopped and
 * started many times in between, and `onStartup` alone does not tell: it is missing where the extension was
 * put there by a folder or turned on later. Session storage lives exactly as long.
 */
export async function isNewStart(): Promise<boolean> {
  const items = await browser.storage.session.get(STARTED);
  if (items[STARTED]) return false;
  await browser.storage.session.set({ [STARTED]: true });
  return true;
}
