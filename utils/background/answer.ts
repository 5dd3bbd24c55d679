import type { Words } from '../languages/words.ts';
import type { Presence, ToBackground } from '../messages/background.ts';
import type { Sender } from '../messages/runtime.ts';
import type { SessionStore } from '../sessions/store.ts';
import { claimCoach, isPermitted, offerCoach, rememberPlace } from './coaches.ts';
import { showPresence } from './icon.ts';
import { keepIntent, turnOffSite } from './sites.ts';
import { changeTab, readTab } from './tabs.ts';

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
      case 'tab-status': {
        const { presence, missingOrigins } = await readTab(request.tabId);
        return { presence, missingOrigins };
      }
      case 'session':
        return rooms.sessions.handle(request.message, { privateTab: sender.privateTab });
    }
  };
}

async function siteOff(site: string | null): Promise<boolean> {
  return site !== null && turnOffSite(site);
}

async function setPresence(sender: Sender, presence: Presence, rooms: Rooms): Promise<null> {
  if (sender.tabId === null) return null;
  const tab = await changeTab(sender.tabId, (old) => ({
    site: sender.site ?? old.site,
    presence: outranks(old.presence, presence, sender.frameId) ? old.presence : presence,
  }));
  await showPresence(sender.tabId, tab.presence, await rooms.words());
  return null;
}

/** A child frame that merely runs our scripts does not take back what another frame has said. */
function outranks(old: Presence, now: Presence, frameId: number): boolean {
  return now === 'on' && frameId !== 0 && old !== 'idle';
}

async function setCameraFrames(sender: Sender, origins: readonly string[], rooms: Rooms) {
  if (sender.tabId === null) return null;
  const permitted = await Promise.all(origins.map(isPermitted));
  const missingOrigins = origins.filter((_, index) => !permitted[index]);
  const tab = await changeTab(sender.tabId, (old) => ({
    missingOrigins,
    presence:
      missingOrigins.length > 0 && old.presence === 'on' ? 'needs-permission' : old.presence,
  }));
  await showPresence(sender.tabId, tab.presence, await rooms.words());
  return null;
}
