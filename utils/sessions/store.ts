import * as v from 'valibot';
import { AREAS, type Area } from '../areas.ts';
import { createConnection, problemOf, type SessionDatabase, StoreError } from './database.ts';
import { keptOf, newestFirst, retentionOf } from './keep.ts';
import type {
  Keep,
  ReplyTo,
  SessionBin,
  SessionList,
  SessionMessage,
  SessionReply,
  StoreProblem,
} from './messages.ts';
import {
  BIN_S,
  BINS_AT_MOST,
  knownUntilMs,
  LETTER_OF,
  SCHEMA_VERSION,
  type SessionRecord,
  SessionRecordSchema,
  toMinute,
} from './schema.ts';

export interface Sender {
  /** A private tab: nothing is written, nothing is read, the log is not even opened. */
  readonly privateTab: boolean;
  /** Host at the top of the tab, where it is known. */
  readonly site?: string | null;
}

export interface SessionStore {
  /** Never throws: what went wrong is in the reply. Messages are done one after the other. */
  handle<M extends SessionMessage>(message: M, sender: Sender): Promise<ReplyTo<M>>;
  /** Deletes what may not stay, and what cannot be read. Gives the problem, if any. */
  purge(nowMs: number): Promise<StoreProblem | null>;
  /** Ends the records that nobody has written to for `staleAfterMs`: their page is gone. */
  closeHalfWritten(nowMs: number, staleAfterMs?: number): Promise<StoreProblem | null>;
}

/** A running call writes each 15 s; a computer that slept may write late, and then it goes on. */
export const STALE_AFTER_MS = 5 * 60 * 1000;

type Open = Extract<SessionMessage, { op: 'open' }>;
type Write = Extract<SessionMessage, { op: 'write' }>;

const NOT_KEPT: SessionReply = { kept: false };
const KEPT: SessionReply = { kept: true };

/** The session log. Lives in the background, which may be stopped at any time: all state is in the database. */
export function createSessionStore(
  connect: () => Promise<SessionDatabase> = createConnection(),
  now: () => number = Date.now,
  readKeep: () => Promise<Keep> = async () => 'undecided',
  /** After something was deleted: takes it off the disk. */
  erase: (database: SessionDatabase) => Promise<void> = async () => {},
): SessionStore {
  let queue: Promise<unknown> = Promise.resolve();

  /** One after the other, so that a `close` never overtakes the `write` before it. */
  function inTurn<T>(work: (database: SessionDatabase) => Promise<T>): Promise<T> {
    const turn = queue.then(async () => work(await connect()));
    queue = turn.catch(() => {});
    return turn;
  }

  async function change(
    work: (database: SessionDatabase) => Promise<SessionReply>,
  ): Promise<SessionReply> {
    try {
      return await inTurn(work);
    } catch (error) {
      return { kept: false, problem: problemOf(error) };
    }
  }

  /** The one way in which records go: out of the database, and off the disk. */
  async function remove(database: SessionDatabase, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await deleteAll(database, ids);
    await erase(database);
  }

  async function tidyUp(database: SessionDatabase, nowMs = now()): Promise<void> {
    await remove(database, await findOld(database, await readKeep(), nowMs));
  }

  async function list(): Promise<SessionList> {
    try {
      const keep = await readKeep();
      const { records, damaged } = await inTurn(readAll);
      return {
        records: keptOf(records, keep, now())
          .filter(({ durationS }) => durationS > 0)
          .sort(newestFirst),
        damaged: damaged.length,
      };
    } catch (error) {
      return { records: [], damaged: 0, problem: problemOf(error) };
    }
  }

  async function tidy(
    work: (database: SessionDatabase) => Promise<void>,
  ): Promise<StoreProblem | null> {
    try {
      await inTurn(work);
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }

  function answer(
    message: SessionMessage,
    site: string | null,
  ): Promise<SessionReply | SessionList> {
    switch (message.op) {
      case 'open':
        return change(async (database) => begin(database, message, await readKeep(), site));
      case 'write':
        return change(async (database) => {
          const { isFirstBin, ...reply } = await write(database, message);
          // A call that has its first bin takes the place of one before it, where only so many are kept.
          if (isFirstBin) await tidyUp(database);
          return reply;
        });
      case 'close':
        return change(async (database) => {
          const record = await read(database, message.id);
          if (!record) return NOT_KEPT;
          if (record.durationS > 0) await put(database, { ...record, endedBy: 'page' });
          else await remove(database, [message.id]);
          return record.durationS > 0 ? KEPT : NOT_KEPT;
        });
      case 'forget':
        return change(async (database) => {
          await remove(database, [message.id]);
          return NOT_KEPT;
        });
      case 'delete':
        return change(async (database) => {
          await remove(database, message.ids);
          return NOT_KEPT;
        });
      case 'restore':
        return change(async (database) => {
          for (const record of message.records) await put(database, record);
          await tidyUp(database);
          return KEPT;
        });
      case 'forget-all':
        return change(async (database) => {
          await database.clear('sessions');
          await erase(database);
          return NOT_KEPT;
        });
      case 'list':
        return list();
    }
  }

  return {
    async handle<M extends SessionMessage>(message: M, { privateTab, site = null }: Sender) {
      const nothing = message.op === 'list' ? { records: [], damaged: 0 } : NOT_KEPT;
      return (privateTab ? nothing : await answer(message, site)) as ReplyTo<M>;
    },
    purge: (nowMs) => tidy((database) => tidyUp(database, nowMs)),
    closeHalfWritten: (nowMs, staleAfterMs = STALE_AFTER_MS) =>
      tidy(async (database) => {
        const { records } = await readAll(database);
        const empty: string[] = [];
        for (const record of records) {
          if (record.endedBy !== 'not-ended') continue;
          if (nowMs - knownUntilMs(record) < staleAfterMs) continue;
          if (record.durationS === 0) empty.push(record.id);
          else await put(database, { ...record, endedBy: 'closed-later' });
        }
        await remove(database, empty);
      }),
  };
}

async function begin(
  database: SessionDatabase,
  { id, startedAtMs }: Open,
  keep: Keep,
  site: string | null,
): Promise<SessionReply> {
  const { calls, withSite } = retentionOf(keep);
  if (calls === 0) return NOT_KEPT;
  if (await database.getKey('sessions', id)) return KEPT;
  await put(database, {
    schemaVersion: SCHEMA_VERSION,
    id,
    startedAt: toMinute(startedAtMs),
    ...(withSite && site !== null && { site }),
    durationS: 0,
    bins: { picture: '', light: '', place: '', sound: '', connection: '' },
    cues: [],
    endedBy: 'not-ended',
  });
  return KEPT;
}

/**
 * Only `open` makes a record. So a write for a session that was forgotten, or that a later call has
 * replaced, finds nothing, also when the background was stopped in between.
 */
async function write(
  database: SessionDatabase,
  message: Write,
): Promise<SessionReply & { readonly isFirstBin: boolean }> {
  const record = await read(database, message.id);
  if (!record) return { ...NOT_KEPT, isFirstBin: false };
  // Before any letters are laid out: a wrong number must not cost memory.
  if (!(message.fromBin >= 0 && message.fromBin <= BINS_AT_MOST)) throw new StoreError('refused');
  const binsKnown = Math.max(record.durationS / BIN_S, message.fromBin + message.bins.length);
  const bins = Object.fromEntries(
    AREAS.map((area) => [area, overwrite(record.bins[area], message, area)]),
  ) as Record<Area, string>;
  await put(database, {
    ...record,
    durationS: binsKnown * BIN_S,
    bins,
    cues: [...message.cues],
    // It was taken for dead (the computer slept) and is not.
    endedBy: record.endedBy === 'closed-later' ? 'not-ended' : record.endedBy,
  });
  return { ...KEPT, isFirstBin: message.fromBin === 0 && binsKnown > 0 };
}

/** Puts the message's letters into the known ones; a bin that never came is not judged. */
function overwrite(known: string, { fromBin, bins }: Write, area: Area): string {
  const letters = bins.map((bin: SessionBin) => LETTER_OF[bin[area]]).join('');
  const before = known.slice(0, fromBin).padEnd(fromBin, LETTER_OF['not-judged']);
  return before + letters + known.slice(fromBin + letters.length);
}

/** Ids of what may not stay, and of what cannot be read: it cannot be dated, and would stay for ever. */
async function findOld(
  database: SessionDatabase,
  keep: Keep,
  nowMs: number,
): Promise<readonly string[]> {
  const { records, damaged } = await readAll(database);
  const kept = new Set(keptOf(records, keep, nowMs));
  const old = records.filter((record) => !kept.has(record)).map(({ id }) => id);
  return [...old, ...damaged];
}

async function read(database: SessionDatabase, id: string): Promise<SessionRecord | null> {
  const parsed = v.safeParse(SessionRecordSchema, await database.get('sessions', id));
  return parsed.success ? parsed.output : null;
}

async function readAll(
  database: SessionDatabase,
): Promise<{ readonly records: SessionRecord[]; readonly damaged: string[] }> {
  const records: SessionRecord[] = [];
  const damaged: string[] = [];
  const { store } = database.transaction('sessions');
  const keys = await store.getAllKeys();
  // One by one: of many at once, one that the disk has damaged would lose all.
  const values = await Promise.all(keys.map((key) => store.get(key).catch(() => undefined)));
  for (const [i, key] of keys.entries()) {
    const parsed = v.safeParse(SessionRecordSchema, values[i]);
    if (parsed.success) records.push(parsed.output);
    else damaged.push(key);
  }
  return { records, damaged };
}

async function put(database: SessionDatabase, record: SessionRecord): Promise<void> {
  const parsed = v.safeParse(SessionRecordSchema, record);
  if (!parsed.success) throw new StoreError('refused');
  const transaction = database.transaction('sessions', 'readwrite');
  try {
    await Promise.all([transaction.store.put(parsed.output), transaction.done]);
  } catch (error) {
    // When the disk is full, the request only says AbortError; the transaction knows why.
    throw transaction.error ?? error;
  }
}

async function deleteAll(database: SessionDatabase, ids: readonly string[]): Promise<void> {
  const { store, done } = database.transaction('sessions', 'readwrite');
  await Promise.all([...ids.map((id) => store.delete(id)), done]);
}
