import { browser } from 'wxt/browser';
import { createConnection } from '../sessions/database.ts';
import { eraseDeleted } from '../sessions/erase.ts';
import { createSessionStore, type SessionStore } from '../sessions/store.ts';
import { keepSetting } from '../settings/items.ts';
import type { LiveCoaches } from './live-coaches.ts';

const TIDY = 'tidy-log';
/**
 * However late they were written to: a record knows its time by the minute and by whole bins only, so the
 * last seconds of a call may lie in its future.
 */
const ALL_ARE_OVER = Number.NEGATIVE_INFINITY;

/**
 * The session log lives here, because an iframe's storage on a foreign page is partitioned or denied. Once
 * an hour, and at each start of the browser, what is over its time is deleted and what was left half-written
 * is closed. The session of a page that goes is closed by its coach, and where that last word is lost with the page,
 * by the end of the coach's port.
 * @param isNewStart has the browser only just started, so that no call can be running?
 */
export function keepLog(isNewStart: Promise<boolean>, coaches: LiveCoaches): SessionStore {
  const sessions = createSessionStore(createConnection(), Date.now, keepSetting.read, eraseDeleted);
  const tidy = async (staleAfterMs?: number) => {
    await sessions.closeHalfWritten(Date.now(), staleAfterMs);
    await sessions.purge(Date.now());
  };
  // Who keeps less from now on has less at once.
  keepSetting.onChange(() => sessions.purge(Date.now()));
  browser.runtime.onInstalled.addListener(() => {
    void browser.alarms.create(TIDY, { periodInMinutes: 60 });
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === TIDY) void tidy();
  });

  const ready = isNewStart.then((isNew) => (isNew ? tidy(ALL_ARE_OVER) : undefined));
  const kept: SessionStore = {
    ...sessions,
    // A call that has just begun must not be taken for one that was cut off.
    handle: async (message, sender) => {
      await ready;
      return sessions.handle(message, sender);
    },
  };
  coaches.onGone(({ sessionId, privateTab }) => {
    if (sessionId !== null) void kept.handle({ op: 'close', id: sessionId }, { privateTab });
  });
  return kept;
}
