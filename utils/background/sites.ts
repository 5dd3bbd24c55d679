import { browser } from 'wxt/browser';
import type { Words } from '../languages/words.ts';
import { panelPlaces, sites } from '../settings/items.ts';
import { isPermitted, toPattern, withoutPermission } from '../settings/permitted.ts';
import { showPresence } from './icon.ts';
import { injectIntoTabs, registerScripts, turnOffFrames } from './scripts.ts';
import { knownTabs, readTab } from './tabs.ts';

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

/**
 * Permission came, from our popup or from the browser's own pages. Pages that are open already are coached
 * without a reload: those of the new origins, and the page under the popup for the sake of its frames.
 */
export async function onPermissionAdded({ origins = [] }: Origins): Promise<void> {
  await registerScripts();
  const intent = await takeIntent();
  if (intent && !intent.privateTab) await keepSite(intent);
  const open = await browser.tabs.query({ url: [...origins] });
  const tabIds = open.map(({ id }) => id).filter((id) => id !== undefined);
  await injectIntoTabs(new Set(intent ? [...tabIds, intent.tabId] : tabIds));
}

interface Origins {
  readonly origins?: readonly string[] | undefined;
}

/** What the popup said, once the browser has given all that it asked for. */
async function takeIntent(): Promise<Intent | null> {
  const intent = (await browser.storage.session.get(INTENT))[INTENT] as Intent | undefined;
  if (!intent || (await withoutPermission(intent.origins)).length > 0) return null;
  await browser.storage.session.remove(INTENT);
  return intent;
}

async function keepSite({ site, origins }: Intent): Promise<void> {
  const all = await sites.read();
  await sites.write({ ...all, [site]: [...new Set([...(all[site] ?? []), ...origins])] });
}

/**
 * Permission went, by us or by the browser's own pages: nothing is registered there any more, pages restore
 * what was wrapped, and what was stored about the site goes too. Calls on other sites go on.
 */
export async function onPermissionRemoved(words: () => Promise<Words>): Promise<void> {
  await registerScripts();
  for (const [tabId, presence] of await turnOffFrames()) {
    await showPresence(tabId, presence, await words());
  }
  await forgetSites(await withoutPermission(Object.keys(await sites.read())));
}

async function forgetSites(gone: readonly string[]): Promise<void> {
  if (gone.length === 0) return;
  for (const item of [sites, panelPlaces] as const) {
    const all: Record<string, unknown> = await item.read();
    const rest = Object.entries(all).filter(([site]) => !gone.includes(site));
    await item.write(Object.fromEntries(rest) as never);
  }
}

/**
 * Off for this site: takes back all that was granted together, but for what another site needs too (two
 * clinics can have their calls at one vendor). False where the browser refuses (policy, e2e build): the
 * caller then turns the coach off for this call and says so.
 */
export async function turnOffSite(site: string): Promise<boolean> {
  const { [site]: granted = [], ...others } = await sites.read();
  const own = [...granted, ...(await originsInTabsOf(site))].map(toPattern);
  const needed = Object.values(others).flat().map(toPattern);
  const origins = new Set([toPattern(site), ...own.filter((origin) => !needed.includes(origin))]);
  return browser.permissions.remove({ origins: [...origins] }).catch(() => false);
}

/** From a private window nothing is stored, so what was granted there is known from its tabs alone. */
async function originsInTabsOf(site: string): Promise<string[]> {
  const tabs = await Promise.all((await knownTabs()).map(readTab));
  const origins = tabs
    .filter((tab) => tab.site === site)
    .flatMap(({ frames }) => [...Object.values(frames)]);
  const permitted = await Promise.all(origins.map(isPermitted));
  return origins.filter((_, index) => permitted[index]);
}
