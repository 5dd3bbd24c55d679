import type { CoachClaim, PanelPlace } from '../messages/background.ts';
import { type Sender, tell } from '../messages/runtime.ts';
import type { Corner } from '../settings/choices.ts';
import { panelCornerSetting, panelPlaces } from '../settings/items.ts';
import { changeTab, knownTabs, readTab } from './tabs.ts';

/**
 * One coach in a tab: the newest camera wins, the frame before is told to remove its own. The nonce says
 * which overlay a coach page may take its port from; a page that frames coach.html itself has none.
 */
export async function offerCoach(sender: Sender, nonce: string): Promise<PanelPlace | null> {
  const { tabId, frameId, site } = sender;
  if (tabId === null) return null;
  const before = (await readTab(tabId)).coach;
  await changeTab(tabId, () => ({ coach: { frameId, nonce } }));
  if (before && before.frameId !== frameId) {
    await tell(tabId, before.frameId, { kind: 'coach-elsewhere' });
  }
  const moved = site === null ? undefined : (await panelPlaces.read())[site];
  // The overlay keeps it off the window's edge.
  return moved ?? { corner: await panelCornerSetting.read(), xPx: 0, yPx: 0, folded: false };
}

/** Chosen once for every site: panels that are open go there now. */
export async function moveCoaches(corner: Corner): Promise<void> {
  for (const tabId of await knownTabs()) {
    const { coach } = await readTab(tabId);
    if (coach) await tell(tabId, coach.frameId, { kind: 'corner', corner });
  }
}

/** For the coach page: the nonce of its tab's overlay. Null where none was offered: it stays blank. */
export async function claimCoach(sender: Sender): Promise<CoachClaim | null> {
  if (sender.tabId === null) return null;
  const { coach } = await readTab(sender.tabId);
  return coach ? { nonce: coach.nonce, privateTab: sender.privateTab } : null;
}

/** Remembers the panel's place for the site at the top of the tab. Never from a private tab. */
export async function rememberPlace(sender: Sender, place: PanelPlace): Promise<null> {
  if (sender.privateTab || sender.site === null) return null;
  await panelPlaces.write({ ...(await panelPlaces.read()), [sender.site]: place });
  return null;
}
