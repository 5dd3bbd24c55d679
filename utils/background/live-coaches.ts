import { browser } from 'wxt/browser';

/** Name of the port that every coach keeps open for as long as it lives. */
const COACH_PORT = 'coach';

/** What a coach tells over its port: the session that it writes. */
interface InSession {
  readonly sessionId: string;
}

/** A coach whose page has gone, or was left. */
export interface GoneCoach {
  /** The session that it wrote last; null where no call had begun. */
  readonly sessionId: string | null;
  readonly privateTab: boolean;
}

/** For the background: the coaches that live, known by their ports, which the browser itself closes. */
export interface LiveCoaches {
  count(): number;
  onGone(callback: (coach: GoneCoach) => void): void;
}

export function watchLiveCoaches(): LiveCoaches {
  const callbacks: ((coach: GoneCoach) => void)[] = [];
  let live = 0;
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== COACH_PORT) return;
    let sessionId: string | null = null;
    live += 1;
    port.onMessage.addListener((message: InSession) => {
      sessionId = message.sessionId;
    });
    port.onDisconnect.addListener(() => {
      live -= 1;
      const privateTab = port.sender?.tab?.incognito ?? false;
      for (const callback of callbacks) callback({ sessionId, privateTab });
    });
  });
  return { count: () => live, onGone: (callback) => void callbacks.push(callback) };
}

/** For the coach: lets the background know that it lives, and what it writes. */
export interface Life {
  inSession(sessionId: string): void;
}

/**
 * The browser stops an idle background, and its ports with it, in the middle of a call; so the coach calls again, or
 * the next background would know of no coach.
 */
export function showLife(): Life {
  let current: string | null = null;
  let tell: ((message: InSession) => void) | null = null;
  const call = () => {
    tell = null;
    try {
      const port = browser.runtime.connect({ name: COACH_PORT });
      port.onDisconnect.addListener(call);
      tell = (message) => port.postMessage(message);
      if (current !== null) tell({ sessionId: current });
    } catch {
      // The extension was reloaded or removed: nobody is left to tell.
    }
  };
  call();
  return {
    inSession(sessionId) {
      current = sessionId;
      tell?.({ sessionId });
    },
  };
}
