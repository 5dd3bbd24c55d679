import { browser } from 'wxt/browser';
import type { Presence } from '../messages/background.ts';
import { tell } from '../messages/runtime.ts';
import { withoutPermission } from '../settings/permitted.ts';
import { changeTab, knownTabs, NEW_TAB, readTab, type TabState } from './tabs.ts';

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

/** Pages that are open already get the scripts now, so that a running call needs no reload. */
export async function injectIntoTabs(tabIds: Iterable<number>): Promise<void> {
  await Promise.all([...tabIds].map(injectInto));
}

async function injectInto(tabId: number): Promise<void> {
  // Every frame speaks anew, in whatever order.
  await changeTab(tabId, ({ site }) => ({ ...NEW_TAB, site }));
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

/**
 * After permission went: the frames that lost it restore what was wrapped. A call on another site, or in
 * another frame, is left alone.
 * @returns what the icon of each touched tab says now
 */
export async function turnOffFrames(): Promise<Map<number, Presence>> {
  const shown = new Map<number, Presence>();
  for (const tabId of await knownTabs()) {
    const { frames } = await readTab(tabId);
    const gone = await withoutPermission([...new Set(Object.values(frames))]);
    const ids = Object.keys(frames).map(Number);
    const off = ids.filter((id) => gone.includes(frames[id] ?? ''));
    if (off.length === 0) continue;
    await Promise.all(off.map((id) => tell(tabId, id, { kind: 'turn-off' })));
    const { presence } = await changeTab(tabId, (old) => afterTurnOff(old, off, gone));
    shown.set(tabId, presence);
  }
  return shown;
}

function afterTurnOff(
  tab: TabState,
  off: readonly number[],
  gone: readonly string[],
): Partial<TabState> {
  // The page itself is off: nothing more is said of this tab, wherever it goes.
  if (off.includes(0)) return NEW_TAB;
  const frames = Object.fromEntries(
    Object.entries(tab.frames).filter(([id]) => !off.includes(Number(id))),
  );
  const coach = tab.coach && off.includes(tab.coach.frameId) ? null : tab.coach;
  return {
    frames,
    coach,
    missingOrigins: gone,
    presence: coach ? tab.presence : 'needs-permission',
  };
}
