import { deleteDB, openDB } from 'idb';
import { browserName } from '../platform/browser-name.ts';
import { renewFiles, type SessionDatabase } from './database.ts';

/**
 * What is deleted stays in a database's files until the browser needs the room, which a small log never makes it do: in
 * Firefox (SQLite) in pages that are in use, until the file itself is deleted; in Chromium (LevelDB) in its tables, until
 * they are merged. Found by searching the files; tests/e2e/erased.spec.ts does so in both browsers.
 *
 * @param database with everything deleted that is to go; what stays in it is not lost
 */
export async function eraseDeleted(database: SessionDatabase): Promise<void> {
  try {
    await (browserName === 'firefox' ? renewFiles(database) : mergeTables());
  } catch {
    // A full disk, a database that is held: deleted it is all the same, and nothing of the log depends on this.
  }
}

/**
 * Chromium merges tables when a whole database is deleted: it writes out what it holds in memory, and merges, down to
 * the lowest level where that database has keys. So beside the log there is always one that has a key in the same lowest
 * table: the next one is made, and the one before is deleted. Where none is left to stand, the records of an earlier
 * start of the browser stay.
 */
async function mergeTables(): Promise<void> {
  await makeBeside('a');
  // The first brings what is in memory into a table with the keys, the second merges it; one more, to be safe.
  for (let round = 0; round < 3; round++) {
    await makeBeside('b');
    await deleteDB(nameOf('a'));
    await makeBeside('a');
    await deleteDB(nameOf('b'));
  }
}

const nameOf = (which: 'a' | 'b') => `eyelevel-beside-${which}`;

async function makeBeside(which: 'a' | 'b'): Promise<void> {
  const made = await openDB(nameOf(which), 1, { upgrade: (it) => it.createObjectStore('keys') });
  await made.put('keys', 0, 0);
  made.close();
}
