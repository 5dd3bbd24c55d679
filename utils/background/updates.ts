import { browser } from 'wxt/browser';

/** Name of the port that every coach keeps open for as long as it lives. */
const COACH_PORT = 'coach';

/** A background that has just been started is given this long to hear from the coaches that live. */
const COACHES_CALL_WITHIN_MS = 3000;

/**
 * An update waits until no call is on. Listening to onUpdateAvailable is what makes the browser wait;
 * the extension is reloaded when the last coach has gone.
 */
export function deferUpdates(reload: () => void = () => browser.runtime.reload()): void {
  let live = 0;
  let waiting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    if (!waiting || live > 0) return;
    timer = setTimeout(() => {
      if (live === 0) reload();
    }, COACHES_CALL_WITHIN_MS);
  };
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== COACH_PORT) return;
    live += 1;
    port.onDisconnect.addListener(() => {
      live -= 1;
      settle();
    });
  });
  browser.runtime.onUpdateAvailable.addListener(() => {
    waiting = true;
    settle();
  });
}

/**
 * For the coach: holds updates back while it lives. The browser stops an idle background, and its ports with
 * it, in the middle of a call; so the coach calls again, or the next update would not know of it.
 */
export function holdUpdates(): void {
  try {
    browser.runtime.connect({ name: COACH_PORT }).onDisconnect.addListener(holdUpdates);
  } catch {
    // The extension was reloaded or removed: nothing is left to hold.
  }
}
