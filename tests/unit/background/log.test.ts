import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { watchLiveCoaches } from '../../../utils/background/live-coaches.ts';
import { keepLog } from '../../../utils/background/log.ts';
import { isNewStart } from '../../../utils/background/new-start.ts';
import type { SessionStore } from '../../../utils/sessions/store.ts';
import { GOOD_BIN, writeMessage } from '../sessions/support.ts';
import { browser, createPort, fake } from '../support/fake-browser.ts';

vi.mock('wxt/browser', () => import('../support/fake-browser.ts'));

const ID = '7b0c6a5e-4f0e-4c39-9a55-3c1d8f1f5a10';
const HOME = { privateTab: false };
const HOUR_MS = 3_600_000;

/** A background that starts: with the browser, or again in the midst of a day. */
const startBackground = () => keepLog(isNewStart(), watchLiveCoaches());
const restartBrowser = () => browser.storage.session.clear();

const open = (sessions: SessionStore, startedAtMs = Date.now()) =>
  sessions.handle({ op: 'open', id: ID, startedAtMs }, HOME);
const endings = async (sessions: SessionStore) =>
  (await sessions.handle({ op: 'list' }, HOME)).records.map(({ endedBy }) => endedBy);

beforeEach(() => {
  fake.reset();
  globalThis.indexedDB = new IDBFactory();
});

describe('a call that was cut off', () => {
  beforeEach(async () => {
    const sessions = startBackground();
    await open(sessions);
    await sessions.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
  });

  it('goes on when only the background was stopped', async () => {
    expect(await endings(startBackground())).toEqual(['not-ended']);
  });

  it('is closed at the next start of the browser', async () => {
    restartBrowser();
    expect(await endings(startBackground())).toEqual(['closed-later']);
  });

  it('is closed then, too, when the browser dies and starts within the same bin', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 0, 1, 9, 30, 5) });
    const sessions = startBackground();
    await open(sessions);
    await sessions.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
    restartBrowser();
    const found = await endings(startBackground());
    vi.useRealTimers();
    expect(found).toEqual(['closed-later']);
  });
});

it('a call that starts the background is not taken for one that was cut off', async () => {
  const sessions = startBackground();
  await open(sessions);
  await sessions.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
  expect(await endings(sessions)).toEqual(['not-ended']);
});

it('once an hour the log is tidied', async () => {
  const sessions = startBackground();
  await open(sessions, Date.now() - HOUR_MS);
  await sessions.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
  await browser.alarms.onAlarm.fire({ name: 'tidy-log' });
  expect(await endings(sessions)).toEqual(['closed-later']);
});

describe('a page that goes before its coach can say so', () => {
  const connect = async (incognito = false) => {
    const port = createPort('coach', incognito);
    await browser.runtime.onConnect.fire(port);
    return port;
  };

  it('the session that its coach wrote is closed when its port ends', async () => {
    const sessions = startBackground();
    const port = await connect();
    await open(sessions);
    await port.onMessage.fire({ sessionId: ID });
    await sessions.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
    await port.onDisconnect.fire();
    expect(await endings(sessions)).toEqual(['page']);
  });

  it('no other session is', async () => {
    const sessions = startBackground();
    const [other, secret] = [await connect(), await connect(true)];
    await open(sessions);
    await secret.onMessage.fire({ sessionId: ID });
    await sessions.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
    await other.onDisconnect.fire();
    await secret.onDisconnect.fire();
    expect(await endings(sessions)).toEqual(['not-ended']);
  });
});
