import { type DBSchema, deleteDB, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { StoreProblem } from './messages.ts';
import type { SessionRecord } from './schema.ts';

/** Visitor's data: a kiosk wipes the whole database after each visit. */
export const DATABASE_NAME = 'eyelevel-sessions';
const ASIDE_NAME = 'eyelevel-sessions-aside';

interface SessionTables extends DBSchema {
  sessions: { key: string; value: SessionRecord };
}

export type SessionDatabase = IDBPDatabase<SessionTables>;
type Upgrade = IDBPTransaction<SessionTables, 'sessions'[], 'versionchange'>;

/** Step n makes version n out of version n - 1. Steps are only ever added; none waits for anything but the database. */
const STEPS: readonly ((database: SessionDatabase, upgrade: Upgrade) => Promise<void> | void)[] = [
  (database) => {
    database.createObjectStore('sessions', { keyPath: 'id' });
  },
  // 2: a call may have a site. Those that are there have none.
  async (_database, upgrade) => {
    const store = upgrade.objectStore('sessions');
    for (let at = await store.openCursor(); at; at = await at.continue()) {
      await at.update({ ...at.value, schemaVersion: 2 });
    }
  },
];
export const DATABASE_VERSION = STEPS.length;

/** Thrown inside the store only; what leaves it is the problem as a value. */
export class StoreError extends Error {
  readonly problem: StoreProblem;
  constructor(problem: StoreProblem, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
  }
}

/** Opens the log, and opens it anew when the browser has closed it. Nothing is opened before the first call. */
export function createConnection(): () => Promise<SessionDatabase> {
  let opened: Promise<SessionDatabase> | null = null;

  return () => {
    if (opened) return opened;
    const forget = () => {
      if (opened === opening) opened = null;
    };
    const opening = open(forget);
    opened = opening;
    opening.catch(forget);
    return opening;
  };
}

async function open(onClosed: () => void): Promise<SessionDatabase> {
  const aside = await readAside();
  const database = await openLog(onClosed, aside ?? []);
  if (aside) await deleteDB(ASIDE_NAME);
  return database;
}

/** @param aside what goes into a log that has to be made: the same step that makes it puts them there */
function openLog(onClosed: () => void, aside: readonly SessionRecord[]): Promise<SessionDatabase> {
  let giveUp: (error: StoreError) => void = () => {};
  const blocked = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const opening = openDB<SessionTables>(DATABASE_NAME, DATABASE_VERSION, {
    async upgrade(database, oldVersion, _newVersion, upgrade) {
      for (const step of STEPS.slice(oldVersion)) await step(database, upgrade);
      // A log that is there has them all: then the browser ended before it was deleted.
      if (oldVersion > 0) return;
      for (const record of aside) await upgrade.objectStore('sessions').put(record);
    },
    // An older context still holds the log. Waiting for it could take hours: say so, try again later.
    blocked: () => giveUp(new StoreError('blocked')),
    // A later version wants to open the log: let it.
    blocking(_current, _wanted, event) {
      onClosed();
      (event.target as IDBDatabase).close();
    },
    terminated: onClosed,
  });
  return Promise.race([opening, blocked]);
}

/**
 * Makes the log's files anew, with what is in it: a database that was only emptied still has deleted records in its
 * pages, and one that is deleted has no file. Whenever the browser ends in between, either the log or all that is set
 * aside is whole, and the next opening puts it back.
 */
export async function renewFiles(database: SessionDatabase): Promise<void> {
  const records = await database.getAll('sessions');
  if (records.length > 0) {
    const aside = await openAside();
    const transaction = aside.transaction('sessions', 'readwrite', { durability: 'strict' });
    for (const record of records) await transaction.store.put(record);
    await transaction.done;
    aside.close();
  }
  // The open connection gives way by itself, and the next one who asks opens the log anew.
  await deleteDB(DATABASE_NAME);
}

const openAside = () =>
  openDB<SessionTables>(ASIDE_NAME, 1, {
    upgrade: (made) => made.createObjectStore('sessions', { keyPath: 'id' }),
  });

/** @returns null where nothing is set aside, as nearly always */
async function readAside(): Promise<readonly SessionRecord[] | null> {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === ASIDE_NAME)) return null;
  const aside = await openAside();
  const records = await aside.getAll('sessions');
  aside.close();
  return records;
}

/** What an error of the database means to the person. */
export function problemOf(error: unknown): StoreProblem {
  if (error instanceof StoreError) return error.problem;
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return 'disk-full';
  if (name === 'VersionError') return 'newer-version';
  return 'unavailable';
}
