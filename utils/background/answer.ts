import { browser } from 'wxt/browser';
import type { Words } from '../languages/words.ts';
import type { Presence, ToBackground } from '../messages/background.ts';
import type { Sender } from '../messages/runtime.ts';
import { callsUrl } from '../platform/calls-url.ts';
import type { SessionStore } from '../sessions/store.ts';
import { withoutPermission } from '../settings/permitted.ts';
import { claimCoach, offerCoach, rememberPlace } from './coaches.ts';
import { showPresence } from './icon.ts';
import { keepIntent, turnOffSite } from './sites.ts';
import { changeTab, NEW_TAB, readTab, type TabState } from './tabs.ts';

interface Rooms {
  readonly sessions: SessionStore;
  readonly words: () => Promise<Words>;
}

/** Answers every request to the background. One case a kind; the work is done in the files beside. */
export function createAnswer(rooms: Rooms) {
  return async (request: ToBackground, sender: Sender): Promise<unknown> => {
    switch (request.kind) {
      case 'coach-offer':
        return offerCoach(sender, request.nonce);
      case 'coach-claim':
        return claimCoach(sender);
      case 'presence':
        return setPresence(sender, request.presence, rooms);
      case 'camera-frames':
        return setCameraFrames(sender, request.origins, rooms);
      case 'remember-place':
        return rememberPlace(sender, request.place);
      case 'site-off':
        return siteOff(request.site ?? sender.site);
      case 'site-intent':
        return keepIntent(request);
      case 'look-back':
        await browser.tabs.create({ url: callsUrl(request.id) });
        return null;
      case 'tab-status': {
        const { presence, missingOrigins } = await readTab(request.tabId);
        return { presence, missingOrigins };
      }
      case 'session':
        return rooms.sessions.handle(request.message, {
          privateTab: sender.privateTab,
          site: sender.site && new URL(sender.site).host,
        });
    }
  };
}

async function siteOff(site: string | null): Promise<boolean> {
  return site !== null && turnOffSite(site);
}

async function setPresence(sender: Sender, presence: Presence, rooms: Rooms): Promise<null> {
  if (sender.tabId === null) return null;
  const tab = await changeTab(sender.tabId, (old) => afterPresence(old, sender, presence));
  await showPresence(sender.tabId, tab.presence, await rooms.words());
  return null;
}

function afterPresence(old: TabState, sender: Sender, said: Presence): Partial<TabState> {
  const { frameId, site } = sender;
  const origin = sender.origin ?? site;
  // A top frame that says `on` once more is a new page: nothing of the one before counts.
  const isNewPage = said === 'on' && frameId === 0 && old.frames[0] !== undefined;
  const tab = isNewPage ? NEW_TAB : old;
  return {
    ...tab,
    site: site ?? old.site,
    frames: origin ? { ...tab.frames, [frameId]: origin } : tab.frames,
    presence: outranks(tab, said, frameId) ? tab.presence : said,
  };
}

const ABOUT_THE_CALL: readonly Presence[] = ['coaching', 'frame-too-small', 'reload-needed'];

/** A frame that merely runs our scripts does not take back what the frame of the call has said. */
function outranks(tab: TabState, said: Presence, frameId: number): boolean {
  if (said !== 'on' || tab.coach?.frameId === frameId) return false;
  return frameId === 0 ? ABOUT_THE_CALL.includes(tab.presence) : tab.presence !== 'idle';
}

/** The page's own list replaces what was known; a list from within a frame adds to it. */
async function setCameraFrames(sender: Sender, origins: readonly string[], rooms: Rooms) {
  if (sender.tabId === null) return null;
  const missing = await withoutPermission(origins);
  const tab = await changeTab(sender.tabId, (old) => {
    const known = sender.frameId === 0 ? [] : old.missingOrigins;
    const missingOrigins = [...new Set([...known, ...missing])];
    const quiet = old.presence === 'on' || old.presence === 'needs-permission';
    const presence: Presence = missingOrigins.length > 0 ? 'needs-permission' : 'on';
    return { missingOrigins, presence: quiet ? presence : old.presence };
  });
  await showPresence(sender.tabId, tab.presence, await rooms.words());
  return null;
}
