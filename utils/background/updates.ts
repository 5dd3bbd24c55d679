import { browser } from 'wxt/browser';
import type { LiveCoaches } from './live-coaches.ts';

/** A background that has just been started is given this long to hear from the coaches that live. */
const COACHES_CALL_WITHIN_MS = 3000;

/**
 * An update waits until no call is on. Listening to onUpdateAvailable is what makes the browser wait;
 * the extension is reloaded when the last coach has gone.
 */
export function deferUpdates(
  coaches: LiveCoaches,
  reload: () => void = () => browser.runtime.reload(),
): void {
  let waiting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const settle = () => {
    clearTimeout(timer);
    if (!waiting || coaches.count() > 0) return;
    timer = setTimeout(() => {
      if (coaches.count() === 0) reload();
    }, COACHES_CALL_WITHIN_MS);
  };
  coaches.onGone(settle);
  browser.runtime.onUpdateAvailable.addListener(() => {
    waiting = true;
    settle();
  });
}
