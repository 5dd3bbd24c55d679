import { browser } from 'wxt/browser';

/** Name of the port that every coach keeps open for as long as it lives. */
export const COACH_PORT = 'coach';

/**
 * An update waits until no call is on. Listening to onUpdateAvailable is what makes the browser wait;
 * the extension is reloaded when the last coach has gone.
 */
export function deferUpdates(reload: () => void = () => browser.runtime.reload()): void {
  let live = 0;
  let waiting = false;
  const settle = () => {
    if (waiting && live === 0) reload();
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
