import { browser } from 'wxt/browser';
import type { Presence } from '../messages/background.ts';

/**
 * What the background knows of a tab. Kept in storage.session, which lives in memory alone and survives
 * the background being stopped, so a private tab leaves nothing on the disk.
 */
export interface TabState {
  readonly presence: Presence;
  readonly missingOrigins: readonly string[];
  /** The one coach of the tab: its frame and the nonce that its page must be told. */
  readonly coach: { readonly frameId: number; readonly nonce: string } | null;
  /** The site in whose tab our scripts ran last; a later page without permission is then worth a word. */
  readonly site: string | null;
  /** Origin of each frame that our scripts run in, by frame id: permission is taken back frame by frame. */
  readonly frames: Readonly<Record<number, string>>;
}

export const NEW_TAB: TabState = {
  presence: 'idle',
  missingOrigins: [],
  coach: null,
  site: null,
  frames: {},
};

const keyOf = (tabId: number) => `tab:${tabId}`;

export async function readTab(tabId: number): Promise<TabState> {
  const key = keyOf(tabId);
  const items = await browser.storage.session.get(key);
  return (items[key] as TabState | undefined) ?? NEW_TAB;
}

let queue: Promise<unknown> = Promise.resolve();

/** Changes are made one after the other, so that two frames speaking at once lose nothing. */
export function changeTab(
  tabId: number,
  change: (tab: TabState) => Partial<TabState>,
): Promise<TabState> {
  const next = queue.then(async () => {
    const old = await readTab(tabId);
    const tab = { ...old, ...change(old) };
    await browser.storage.session.set({ [keyOf(tabId)]: tab });
    return tab;
  });
  queue = next.catch(() => undefined);
  return next;
}

export async function forgetTab(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}

/** Ids of all tabs that our scripts have run in. */
export async function knownTabs(): Promise<number[]> {
  const items = await browser.storage.session.get(null);
  return Object.keys(items)
    .filter((key) => key.startsWith('tab:'))
    .map((key) => Number(key.slice('tab:'.length)));
}
