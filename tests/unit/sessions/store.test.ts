import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createConnection,
  DATABASE_NAME,
  DATABASE_VERSION,
} from '../../../utils/sessions/database.ts';
import type { Keep } from '../../../utils/sessions/messages.ts';
import { createSessionStore, STALE_AFTER_MS } from '../../../utils/sessions/store.ts';
import { GOOD_BIN, writeMessage } from './support.ts';

const ID = '7b0c6a5e-4f0e-4c39-9a55-3c1d8f1f5a10';
const OTHER_ID = '7b0c6a5e-4f0e-4c39-9a55-3c1d8f1f5a11';
const START_MS = Date.UTC(2026, 2, 5, 9, 30, 42, 123);
const HOUR_MS = 3_600_000;
const HOME = { privateTab: false };
const PRIVATE = { privateTab: true };
const DARK_BIN = { ...GOOD_BIN, light: 'poor' } as const;

let nowMs = START_MS;
let keep: Keep = 'undecided';
const createStore = () =>
  createSessionStore(
    createConnection(),
    () => nowMs,
    async () => keep,
  );
const open = (id = ID, startedAtMs = START_MS) => ({ op: 'open', id, startedAtMs }) as const;
const list = async (store = createStore()) => store.handle({ op: 'list' }, HOME);

/** What is really there, read past our own code. */
async function stored(): Promise<Record<string, unknown>[]> {
  const database = await openDB(DATABASE_NAME);
  const all = await database.getAll('sessions');
  database.close();
  return all;
}

async function put(record: unknown): Promise<void> {
  const database = await openDB(DATABASE_NAME);
  await database.put('sessions', record);
  database.close();
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  nowMs = START_MS;
  keep = 'undecided';
});
afterEach(() => vi.restoreAllMocks());

describe('a call', () => {
  it('is opened, written, closed and listed', async () => {
    const store = createStore();
    expect(await store.handle(open(), HOME)).toEqual({ kept: true });
    const cues = [
      { id: 'off-centre', direction: 'left', atS: 15, shown: true, cleared: true, putRight: false },
    ] as const;
    await store.handle(writeMessage(ID, 0, [DARK_BIN]), HOME);
    await store.handle(writeMessage(ID, 1, [GOOD_BIN], cues), HOME);
    expect((await list(store)).records[0]?.endedBy).toBe('not-ended');
    await store.handle({ op: 'close', id: ID }, HOME);
    expect(await list(store)).toEqual({
      records: [
        {
          schemaVersion: 2,
          id: ID,
          startedAt: '2026-03-05T09:30Z',
          durationS: 30,
          bins: { picture: 'gg', light: 'pg', place: 'gg', sound: '--', connection: '--' },
          cues,
          endedBy: 'page',
        },
      ],
      damaged: 0,
    });
  });

  it('goes on after the background was stopped and started', async () => {
    await createStore().handle(open(), HOME);
    await createStore().handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
    await createStore().handle(writeMessage(ID, 0, [GOOD_BIN, DARK_BIN]), HOME);
    await createStore().handle({ op: 'close', id: ID }, HOME);
    const { records } = await list();
    expect(records).toMatchObject([{ durationS: 30, bins: { light: 'gp' }, endedBy: 'page' }]);
  });

  it('the same message twice changes nothing', async () => {
    const store = createStore();
    const messages = [
      open(),
      writeMessage(ID, 0, [GOOD_BIN, DARK_BIN]),
      writeMessage(ID, 1, [DARK_BIN, GOOD_BIN]),
      { op: 'close', id: ID },
    ] as const;
    for (const message of messages) await store.handle(message, HOME);
    const once = await stored();
    for (const message of messages) {
      await store.handle(message, HOME);
      await store.handle(message, HOME);
    }
    expect(await stored()).toEqual(once);
    expect(once).toMatchObject([{ bins: { light: 'gpg' } }]);
  });

  it('bins that never came are not judged', async () => {
    const store = createStore();
    await store.handle(open(), HOME);
    await store.handle(writeMessage(ID, 3, [GOOD_BIN]), HOME);
    expect((await list(store)).records).toMatchObject([{ durationS: 60, bins: { light: '---g' } }]);
  });

  it('messages sent together are done in their order', async () => {
    const store = createStore();
    await Promise.all([
      store.handle(open(), HOME),
      store.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME),
      store.handle(writeMessage(ID, 1, [DARK_BIN]), HOME),
      store.handle({ op: 'close', id: ID }, HOME),
    ]);
    expect((await list(store)).records).toMatchObject([{ bins: { light: 'gp' }, endedBy: 'page' }]);
  });

  it('that never came to a bin leaves nothing', async () => {
    const store = createStore();
    await store.handle(open(), HOME);
    expect((await list(store)).records).toEqual([]);
    await store.handle({ op: 'close', id: ID }, HOME);
    expect(await stored()).toEqual([]);
  });

  it.each([
    ['an id that is no UUID', open('https://clinic.example/visit')],
    ['a bin number without end', writeMessage(ID, 1e9, [GOOD_BIN])],
    ['a negative bin number', writeMessage(ID, -1, [GOOD_BIN])],
    [
      'a field that is not in the format',
      writeMessage(
        ID,
        0,
        [GOOD_BIN],
        [
          {
            id: 'no-face',
            atS: 0,
            shown: true,
            cleared: false,
            putRight: false,
            yawDeg: 12,
          } as never,
        ],
      ),
    ],
    [
      'a time finer than a bin',
      writeMessage(
        ID,
        0,
        [GOOD_BIN],
        [{ id: 'no-face', atS: 7, shown: true, cleared: false, putRight: false }],
      ),
    ],
  ] as const)('refuses %s', async (_, message) => {
    const store = createStore();
    await store.handle(open(), HOME);
    const before = await stored();
    expect(await store.handle(message, HOME)).toEqual({ kept: false, problem: 'refused' });
    expect(await stored()).toEqual(before);
  });
});

describe('a page that went away', () => {
  it('is closed later, and not while it may still be running', async () => {
    const store = createStore();
    await store.handle(open(), HOME);
    await store.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
    await createStore().closeHalfWritten(START_MS + 60_000);
    expect((await list()).records[0]?.endedBy).toBe('not-ended');
    await createStore().closeHalfWritten(START_MS + 15_000 + STALE_AFTER_MS);
    expect((await list()).records[0]).toMatchObject({ endedBy: 'closed-later', durationS: 15 });
  });

  it('without a bin is removed', async () => {
    await createStore().handle(open(), HOME);
    await createStore().closeHalfWritten(START_MS + STALE_AFTER_MS);
    expect(await stored()).toEqual([]);
  });

  it('that comes back from sleep goes on', async () => {
    const store = createStore();
    await store.handle(open(), HOME);
    await store.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
    await store.closeHalfWritten(START_MS + HOUR_MS);
    await store.handle(writeMessage(ID, 1, [GOOD_BIN]), HOME);
    expect((await list(store)).records[0]).toMatchObject({ endedBy: 'not-ended', durationS: 30 });
  });

  it('a call that was closed by its page stays so', async () => {
    const store = createStore();
    await store.handle(open(), HOME);
    await store.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
    await store.handle({ op: 'close', id: ID }, HOME);
    await store.closeHalfWritten(START_MS + HOUR_MS);
    await store.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
    expect((await list(store)).records[0]?.endedBy).toBe('page');
  });
});

describe('a private tab', () => {
  it('writes nothing, and the database is not even opened', async () => {
    const opened = vi.spyOn(globalThis.indexedDB, 'open');
    const store = createStore();
    expect(await store.handle(open(), PRIVATE)).toEqual({ kept: false });
    expect(await store.handle(writeMessage(ID, 0, [GOOD_BIN]), PRIVATE)).toEqual({ kept: false });
    expect(await store.handle({ op: 'close', id: ID }, PRIVATE)).toEqual({ kept: false });
    expect(await store.handle({ op: 'forget', id: ID }, PRIVATE)).toEqual({ kept: false });
    expect(await store.handle({ op: 'list' }, PRIVATE)).toEqual({ records: [], damaged: 0 });
    expect(opened).not.toHaveBeenCalled();
    expect(await globalThis.indexedDB.databases()).toEqual([]);
  });
});

describe('forgetting', () => {
  it('deletes the call, and later writes find nothing, also after a restart', async () => {
    const store = createStore();
    await store.handle(open(), HOME);
    await store.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
    await store.handle({ op: 'forget', id: ID }, HOME);
    for (const each of [store, createStore()]) {
      expect(await each.handle(writeMessage(ID, 1, [GOOD_BIN]), HOME)).toEqual({ kept: false });
      expect(await each.handle({ op: 'close', id: ID }, HOME)).toEqual({ kept: false });
    }
    expect(await stored()).toEqual([]);
  });

  it('forgets everything', async () => {
    const store = createStore();
    await store.handle(open(), HOME);
    await store.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
    await store.handle({ op: 'forget-all' }, HOME);
    expect(await stored()).toEqual([]);
  });
});

describe('how long', () => {
  const call = async (id: string, startedAtMs: number, site?: string) => {
    const store = createStore();
    await store.handle(open(id, startedAtMs), { ...HOME, ...(site && { site }) });
    await store.handle(writeMessage(id, 0, [GOOD_BIN]), HOME);
    await store.handle({ op: 'close', id }, HOME);
  };

  it('only the latest call: the next one takes its place with its first bin', async () => {
    await call(ID, START_MS);
    const store = createStore();
    await store.handle(open(OTHER_ID, START_MS + HOUR_MS), HOME);
    expect((await list(store)).records.map(({ id }) => id)).toEqual([ID]);
    await store.handle(writeMessage(OTHER_ID, 0, [GOOD_BIN]), HOME);
    expect((await stored()).map(({ id }) => id)).toEqual([OTHER_ID]);
  });

  it('24 h after its end it is no longer shown, and then deleted', async () => {
    await call(ID, START_MS);
    const endMs = Date.UTC(2026, 2, 5, 9, 30) + 15_000;
    nowMs = endMs + 24 * HOUR_MS - 1;
    await createStore().purge(nowMs);
    expect((await list()).records).toHaveLength(1);
    nowMs += 1;
    expect((await list()).records).toEqual([]);
    expect(await stored()).toHaveLength(1);
    expect(await createStore().purge(nowMs)).toBeNull();
    expect(await stored()).toEqual([]);
  });

  const DAY_MS = 24 * HOUR_MS;
  const ids = async () => (await stored()).map(({ id }) => id).sort();

  it('nothing, where the person said so: a call that goes on is not kept either', async () => {
    const store = createStore();
    await store.handle(open(), HOME);
    await store.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
    keep = 'nothing';
    await store.purge(nowMs);
    expect(await store.handle(writeMessage(ID, 1, [GOOD_BIN]), HOME)).toEqual({ kept: false });
    expect(await store.handle(open(OTHER_ID), HOME)).toEqual({ kept: false });
    expect(await stored()).toEqual([]);
  });

  it('the last call for 30 days', async () => {
    keep = 'last';
    await call(ID, START_MS);
    await call(OTHER_ID, START_MS + HOUR_MS);
    expect(await ids()).toEqual([OTHER_ID]);
    nowMs = START_MS + 29 * DAY_MS;
    await createStore().purge(nowMs);
    expect(await ids()).toEqual([OTHER_ID]);
    nowMs = START_MS + 31 * DAY_MS;
    await createStore().purge(nowMs);
    expect(await ids()).toEqual([]);
  });

  it('all calls for so many days, newest first, with their site', async () => {
    keep = '90-days';
    await call(ID, START_MS, 'www.example.org');
    await call(OTHER_ID, START_MS + HOUR_MS);
    const { records } = await list();
    expect(records.map(({ id, site }) => [id, site])).toEqual([
      [OTHER_ID, undefined],
      [ID, 'www.example.org'],
    ]);
    nowMs = START_MS + 91 * DAY_MS;
    expect((await list()).records).toEqual([]);
  });

  it('no site, until many calls are kept', async () => {
    for (const one of ['undecided', 'last'] as const) {
      keep = one;
      await call(ID, START_MS, 'www.example.org');
      expect((await stored())[0]).not.toHaveProperty('site');
    }
  });

  it('of two calls of one minute, the one that goes on', async () => {
    await call(ID, START_MS);
    const store = createStore();
    await store.handle(open(OTHER_ID, START_MS), HOME);
    await store.handle(writeMessage(OTHER_ID, 0, [GOOD_BIN]), HOME);
    expect(await ids()).toEqual([OTHER_ID]);
  });

  it('what was deleted can be put back, and nothing that is no call', async () => {
    keep = '90-days';
    await call(ID, START_MS);
    await call(OTHER_ID, START_MS + HOUR_MS);
    const store = createStore();
    const { records } = await list(store);
    await store.handle({ op: 'delete', ids: [ID, OTHER_ID] }, HOME);
    expect(await stored()).toEqual([]);
    expect(await store.handle({ op: 'restore', records }, HOME)).toEqual({ kept: true });
    expect((await list(store)).records).toEqual(records);
    const more = [{ ...records[0], clinic: 'x' }] as unknown as typeof records;
    expect(await store.handle({ op: 'restore', records: more }, HOME)).toEqual({
      kept: false,
      problem: 'refused',
    });
  });
});

describe('what can go wrong', () => {
  it('a damaged record is skipped, said, and deleted by the purge', async () => {
    const store = createStore();
    await store.handle(open(), HOME);
    await store.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
    await put({ id: OTHER_ID, startedAt: 'yesterday' });
    const { records, damaged } = await list(store);
    expect(records.map(({ id }) => id)).toEqual([ID]);
    expect(damaged).toBe(1);
    await store.purge(START_MS);
    expect((await stored()).map(({ id }) => id)).toEqual([ID]);
  });

  it.each([
    ['bins that do not fit the duration', { durationS: 45 }],
    [
      'a letter that means nothing',
      { bins: { picture: 'g', light: 'x', place: 'g', sound: '-', connection: '-' } },
    ],
    ['a day that is none', { startedAt: '2026-13-45T09:30Z' }],
    ['a field more', { clinic: 'x' }],
  ])('damaged: %s', async (_, damage) => {
    const store = createStore();
    await store.handle(open(), HOME);
    await store.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
    expect((await list(store)).damaged).toBe(0);
    await put({ ...(await stored())[0], ...damage });
    expect(await list(store)).toEqual({ records: [], damaged: 1 });
  });

  it('a full disk is said, and the log works again when there is room', async () => {
    const store = createStore();
    await store.handle(open(), HOME);
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    const reply = await store.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME);
    expect(reply).toEqual({ kept: false, problem: 'disk-full' });
    full.mockRestore();
    expect(await store.handle(writeMessage(ID, 0, [GOOD_BIN]), HOME)).toEqual({ kept: true });
  });

  it('a disk that fills while it is written to is said', async () => {
    const store = createStore();
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value,
    ) {
      const request = put.call(this, value);
      // As browsers do it: the request fails with AbortError, the transaction has the reason.
      (this.transaction as unknown as { _abort(name: string): void })._abort('QuotaExceededError');
      return request;
    });
    expect(await store.handle(open(), HOME)).toEqual({ kept: false, problem: 'disk-full' });
    vi.restoreAllMocks();
    expect(await stored()).toEqual([]);
  });

  it('the log of a newer Eyelevel is left alone, and said', async () => {
    const newer = await openDB(DATABASE_NAME, DATABASE_VERSION + 1, {
      upgrade: (database) => {
        database.createObjectStore('sessions', { keyPath: 'id' });
      },
    });
    await newer.put('sessions', { id: ID, schemaVersion: 2 });
    newer.close();
    const store = createStore();
    const problem = 'newer-version';
    expect(await store.handle(open(), HOME)).toEqual({ kept: false, problem });
    expect(await list(store)).toEqual({ records: [], damaged: 0, problem });
    expect(await store.purge(START_MS)).toBe(problem);
    expect(await stored()).toEqual([{ id: ID, schemaVersion: 2 }]);
  });

  it('makes room for a newer Eyelevel that wants to open the log', async () => {
    const store = createStore();
    await store.handle(open(), HOME);
    const newer = await openDB(DATABASE_NAME, DATABASE_VERSION + 1);
    newer.close();
    expect(await store.handle(open(OTHER_ID), HOME)).toEqual({
      kept: false,
      problem: 'newer-version',
    });
  });

  it('an older context that will not let go is said, and the log works once it has', async () => {
    const older = await openDB(DATABASE_NAME, 1, {
      upgrade: (database) => {
        database.createObjectStore('sessions', { keyPath: 'id' });
      },
    });
    const factory = globalThis.indexedDB;
    const openAny = factory.open.bind(factory);
    vi.spyOn(factory, 'open').mockImplementation((name) => openAny(name, 2));
    const store = createStore();
    expect(await store.handle(open(), HOME)).toEqual({ kept: false, problem: 'blocked' });
    older.close();
    expect(await store.handle(open(), HOME)).toEqual({ kept: true });
  });

  it('a browser without a database is said', async () => {
    vi.spyOn(globalThis.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'InvalidStateError');
    });
    const store = createStore();
    expect(await store.handle(open(), HOME)).toEqual({ kept: false, problem: 'unavailable' });
    vi.restoreAllMocks();
    expect(await store.handle(open(), HOME)).toEqual({ kept: true });
  });
});
