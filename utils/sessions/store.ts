import * as v from 'valibot';
import { AREAS, type Area } from '../areas.ts';
import { createConnection, problemOf, type SessionDatabase, StoreError } from './database.ts';
import type {
  ReplyTo,
  SessionBin,
  SessionList,
  SessionMessage,
  SessionReply,
  StoreProblem,
} from './messages.ts';
import { CALLS_KEPT, isExpired } from './retention.ts';
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
}

export interface SessionStore {
  /** Never throws: what went wrong is in the reply. Messages are done one after the other. */
  handle<M extends SessionMessage>(message: M, sender: Sender): Promise<ReplyTo<M>>;
  /** Deletes what has been kept long enough, and what cannot be read. Gives the problem, if any. */
  purge(nowMs: number): Promise<StoreProblem | null>;
  /** Ends the records that nobody has written to for `staleAfterMs`: their page is gone. */
  closeHalfWritten(nowMs: number, staleAfterMs?: number): Promise<StoreProblem | null>;
}

/** A running call writes each 15 s; a computer that slept may write late, and then it goes on. */
export const STALE_AFTER_MS = 5 * 60 * 1000;

type Write = Extract<SessionMessage, { op: 'write' }>;

const NOT_KEPT: SessionReply = { kept: false };
const KEPT: SessionReply = { kept: true };

/** The session log. Lives in the background, which may be stopped at any time: all state is in the database. */
export function createSessionStore(
  connect: () => Promise<SessionDatabase> = createConnection(),
  now: () => number = Date.now,
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

  async function list(): Promise<SessionList> {
    try {
      const { records, damaged } = await inTurn(readAll);
      const nowMs = now();
      return {
        records: records
          .filter((record) => record.durationS > 0 && !isExpired(record, nowMs))
          .sort((a, b) => b.startedAt.localeCompare(a.startedAt)),
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

  function answer(message: SessionMessage): Promise<SessionReply | SessionList> {
    switch (message.op) {
      case 'open':
        return change((database) => begin(database, message.id, message.startedAtMs));
      case 'write':
        return change((database) => write(database, message));
      case 'close':
        return change((database) => close(database, message.id));
      case 'forget':
        return change(async (database) => {
          await database.delete('sessions', message.id);
          return NOT_KEPT;
        });
      case 'forget-all':
        return change(async (database) => {
          await database.clear('sessions');
          return NOT_KEPT;
        });
      case 'list':
        return list();
    }
  }

  return {
    async handle<M extends SessionMessage>(message: M, { privateTab }: Sender) {
      const nothing = message.op === 'list' ? { records: [], damaged: 0 } : NOT_KEPT;
      return (privateTab ? nothing : await answer(message)) as ReplyTo<M>;
    },
    purge: (nowMs) =>
      tidy(async (database) => {
        const { records, damaged } = await readAll(database);
        const old = records.filter((record) => isExpired(record, nowMs)).map(({ id }) => id);
        // A damaged record cannot be dated: kept, it would stay for ever.
        await deleteAll(database, [...old, ...damaged]);
      }),
    closeHalfWritten: (nowMs, staleAfterMs = STALE_AFTER_MS) =>
      tidy(async (database) => {
        const { records } = await readAll(database);
        for (const record of records) {
          if (record.endedBy !== 'not-ended') continue;
          if (nowMs - knownUntilMs(record) < staleAfterMs) continue;
          if (record.durationS === 0) await database.delete('sessions', record.id);
          else await put(database, { ...record, endedBy: 'closed-later' });
        }
      }),
  };
}

async function begin(
  database: SessionDatabase,
  id: string,
  startedAtMs: number,
): Promise<SessionReply> {
  if (await database.getKey('sessions', id)) return KEPT;
  await put(database, {
    schemaVersion: SCHEMA_VERSION,
    id,
    startedAt: toMinute(startedAtMs),
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
async function write(database: SessionDatabase, message: Write): Promise<SessionReply> {
  const record = await read(database, message.id);
  if (!record) return NOT_KEPT;
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
  if (binsKnown > 0) await keepLatest(database, message.id);
  return KEPT;
}

async function close(database: SessionDatabase, id: string): Promise<SessionReply> {
  const record = await read(database, id);
  if (!record) return NOT_KEPT;
  if (record.durationS === 0) {
    await database.delete('sessions', id);
    return NOT_KEPT;
  }
  await put(database, { ...record, endedBy: 'page' });
  return KEPT;
}

/** Puts the message's letters into the known ones; a bin that never came is not judged. */
function overwrite(known: string, { fromBin, bins }: Write, area: Area): string {
  const letters = bins.map((bin: SessionBin) => LETTER_OF[bin[area]]).join('');
  const before = known.slice(0, fromBin).padEnd(fromBin, LETTER_OF['not-judged']);
  return before + letters + known.slice(fromBin + letters.length);
}

/** A call that has its first bin takes the place of the ones before it. */
async function keepLatest(database: SessionDatabase, id: string): Promise<void> {
  const { records, damaged } = await readAll(database);
  const others = records
    .filter((record) => record.id !== id && record.durationS > 0)
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt))
    .slice(CALLS_KEPT - 1)
    .map((record) => record.id);
  if (others.length + damaged.length > 0) await deleteAll(database, [...others, ...damaged]);
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
  const keys = await database.getAllKeys('sessions');
  for (const key of keys) {
    const record = await read(database, key);
    if (record) records.push(record);
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
