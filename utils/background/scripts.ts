import { browser } from 'wxt/browser';
import { tell } from '../messages/runtime.ts';
import { knownTabs } from './tabs.ts';

/**
 * Tap and overlay run where the person gave permission, and nowhere else: what is registered follows
 * from permissions.getAll() alone. Registered scripts can be gone after a restart, so this is called at
 * every start (design: Permission).
 */
const SCRIPTS = [
  { id: 'tap', js: ['content-scripts/tap.js'], world: 'MAIN' },
  { id: 'overlay', js: ['content-scripts/overlay.js'], world: 'ISOLATED' },
] as const;

let running: Promise<void> = Promise.resolve();

/** Makes the registered scripts agree with the permissions. Calls wait for each other. */
export function registerScripts(): Promise<void> {
  running = running.then(register, register);
  return running;
}

async function register(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const registered = await browser.scripting.getRegisteredContentScripts();
  const wanted = [...origins].sort();
  const current = [...(registered[0]?.matches ?? [])].sort();
  if (registered.length === SCRIPTS.length && wanted.join() === current.join()) return;
  if (registered.length > 0) {
    await browser.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) });
  }
  if (origins.length === 0) return;
  await browser.scripting.registerContentScripts(
    SCRIPTS.map(({ id, js, world }) => ({
      id,
      js: [...js],
      world,
      matches: origins,
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_start',
      persistAcrossSessions: true,
    })),
  );
}

/** A page that is open already gets the scripts now, so that a running call needs no reload. */
export async function injectInto(tabId: number): Promise<void> {
  for (const { js, world } of SCRIPTS) {
    await browser.scripting
      .executeScript({
        target: { tabId, allFrames: true },
        files: [...js] as never,
        world,
        injectImmediately: true,
      })
      // A frame without permission, or a tab that was closed in between: nothing to coach there.
      .catch(() => undefined);
  }
}

/** After permission came: open pages of these origins. */
export async function injectIntoOpenPages(origins: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...origins] });
  await Promise.all(tabs.map(({ id }) => (id === undefined ? undefined : injectInto(id))));
}

/** After permission went: pages restore what was wrapped. Those that keep their permission start anew. */
export async function turnOffEverywhere(): Promise<void> {
  const tabs = await knownTabs();
  await Promise.all(tabs.map((tabId) => tell(tabId, null, { kind: 'turn-off' })));
}
