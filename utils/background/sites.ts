import { browser } from 'wxt/browser';
import { sites } from '../settings/items.ts';
import { injectInto, registerScripts, turnOffEverywhere } from './scripts.ts';

const INTENT = 'site-intent';

interface Intent {
  readonly tabId: number;
  readonly site: string;
  readonly origins: readonly string[];
  readonly privateTab: boolean;
}

/**
 * Said by the popup before the browser asks its question: Chromium closes the popup while it asks, so all
 * that follows the answer happens here.
 */
export async function keepIntent(intent: Intent): Promise<null> {
  await browser.storage.session.set({ [INTENT]: intent });
  return null;
}

/** Permission came (from our popup or from the browser's own pages). */
export async function onPermissionAdded(): Promise<void> {
  await registerScripts();
  const intent = (await browser.storage.session.get(INTENT))[INTENT] as Intent | undefined;
  if (!intent) return;
  await browser.storage.session.remove(INTENT);
  const granted = await browser.permissions.contains({ origins: intent.origins.map(toPattern) });
  if (!granted) return;
  if (!intent.privateTab) {
    const all = await sites.read();
    const origins = new Set([...(all[intent.site] ?? []), ...intent.origins]);
    await sites.write({ ...all, [intent.site]: [...origins] });
  }
  await injectInto(intent.tabId);
}

/** Permission went: pages restore what was wrapped, and nothing is registered there any more. */
export async function onPermissionRemoved(): Promise<void> {
  await registerScripts();
  await turnOffEverywhere();
}

/**
 * Off for this site: takes back all that was granted together. False where the browser refuses (policy,
 * e2e build): the caller then turns the coach off for this call and says so.
 */
export async function turnOffSite(site: string): Promise<boolean> {
  const all = await sites.read();
  const origins = (all[site] ?? [site]).map(toPattern);
  const removed = await browser.permissions.remove({ origins }).catch(() => false);
  if (!removed) return false;
  const { [site]: _gone, ...rest } = all;
  await sites.write(rest);
  return true;
}

/** Match pattern of an origin. A pattern has no port: it covers them all. */
export function toPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
