import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { beforeEach, expect, it } from 'vitest';
import { createConnection, DATABASE_NAME, renewFiles } from '../../../utils/sessions/database.ts';
import type { SessionRecord } from '../../../utils/sessions/schema.ts';

const ASIDE = 'eyelevel-sessions-aside';
const call = (n: number): SessionRecord => ({
  schemaVersion: 2,
  id: `00000000-0000-4000-8000-00000000000${n}`,
  startedAt: '2026-11-27T10:00Z',
  durationS: 15,
  bins: { picture: 'g', light: 'g', place: 'g', sound: '-', connection: '-' },
  cues: [],
  endedBy: 'page',
});
const names = async () => (await indexedDB.databases()).map(({ name }) => name);

beforeEach(async () => {
  for (const name of await names()) if (name) await deleteDB(name);
});

it('what is kept is in the new files, and nothing stays aside', async () => {
  const connect = createConnection();
  const database = await connect();
  await database.put('sessions', call(1));
  await renewFiles(database);
  expect(await names()).toEqual([ASIDE]);
  expect(await (await connect()).getAll('sessions')).toEqual([call(1)]);
  expect(await names()).toEqual([DATABASE_NAME]);
});

it('an empty log has no file at all', async () => {
  await renewFiles(await createConnection()());
  expect(await names()).toEqual([]);
});

it('a browser that ended before the log was deleted loses nothing, and brings nothing back', async () => {
  const database = await createConnection()();
  await database.put('sessions', call(1));
  const aside = await openDB(ASIDE, 1, {
    upgrade: (made) => made.createObjectStore('sessions', { keyPath: 'id' }),
  });
  await aside.put('sessions', call(2));
  aside.close();
  database.close();
  expect(await (await createConnection()()).getAll('sessions')).toEqual([call(1)]);
  expect(await names()).toEqual([DATABASE_NAME]);
});
