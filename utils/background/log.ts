import { browser } from 'wxt/browser';
import { createSessionStore, type SessionStore } from '../sessions/store.ts';

const TIDY = 'tidy-log';

/**
 * The session log lives here, because an iframe's storage on a foreign page is partitioned or denied. Once
 * an hour, and at each start of the browser, what is over its time is deleted and what was left half-written
 * is closed.
 */
export function keepLog(): SessionStore {
  const sessions = createSessionStore();
  const tidy = async (staleAfterMs?: number) => {
    await sessions.closeHalfWritten(Date.now(), staleAfterMs);
    await sessions.purge(Date.now());
  };
  // A browser that has just started has no running call: whatever is open was cut off.
  browser.runtime.onStartup.addListener(() => void tidy(0));
  browser.runtime.onInstalled.addListener(() => {
    void browser.alarms.create(TIDY, { periodInMinutes: 60 });
    void tidy();
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === TIDY) void tidy();
  });
  return sessions;
}
