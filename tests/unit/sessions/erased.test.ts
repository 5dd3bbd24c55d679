import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { createConnection } from '../../../utils/sessions/database.ts';
import type { Keep, SessionMessage } from '../../../utils/sessions/messages.ts';
import { createSessionStore, STALE_AFTER_MS } from '../../../utils/sessions/store.ts';
import { GOOD_BIN, writeMessage } from './support.ts';

const ID = '7b0c6a5e-4f0e-4c39-9a55-3c1d8f1f5a10';
const START_MS = Date.UTC(2026, 2, 5, 9, 30);
const HOME = { privateTab: false };
const OPEN = { op: 'open', id: ID, startedAtMs: START_MS } as const;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A log of one call with so many bins, and what was done to take it off the disk. */
async function logOf(bins: number) {
  let erased = 0;
  let keep: Keep = '90-days';
  const store = createSessionStore(
    createConnection(),
    () => START_MS,
    async () => keep,
    async () => {
      erased += 1;
    },
  );
  const say = (message: SessionMessage) => store.handle(message, HOME);
  await say(OPEN);
  if (bins > 0) await say(writeMessage(ID, 0, Array(bins).fill(GOOD_BIN)));
  return { store, say, erased: () => erased, keepNothing: () => (keep = 'nothing') };
}

it.each([
  ['forgotten', 1, { op: 'forget', id: ID }],
  ['deleted', 1, { op: 'delete', ids: [ID] }],
  ['one of all that are forgotten', 1, { op: 'forget-all' }],
  ['closed before its first bin', 0, { op: 'close', id: ID }],
] as const)('a call that is %s is taken off the disk', async (_, bins, message) => {
  const { say, erased } = await logOf(bins);
  expect(erased()).toBe(0);
  await say(message);
  expect(erased()).toBe(1);
});

it('so is one that may not stay, and one that its page left before the first bin', async () => {
  const old = await logOf(1);
  old.keepNothing();
  await old.store.purge(START_MS);
  expect(old.erased()).toBe(1);

  globalThis.indexedDB = new IDBFactory();
  const empty = await logOf(0);
  await empty.store.closeHalfWritten(START_MS + STALE_AFTER_MS + 60_000);
  expect(empty.erased()).toBe(1);
});

it('where nothing was deleted, nothing is done', async () => {
  const { store, say, erased } = await logOf(1);
  await say({ op: 'close', id: ID });
  await say({ op: 'delete', ids: [] });
  await store.purge(START_MS);
  expect(erased()).toBe(0);
});
