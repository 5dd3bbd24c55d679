import { readdirSync, readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  createConnection,
  DATABASE_NAME,
  DATABASE_VERSION,
} from '../../../utils/sessions/database.ts';
import { SCHEMA_VERSION, type SessionRecord } from '../../../utils/sessions/schema.ts';
import { createSessionStore } from '../../../utils/sessions/store.ts';

interface Version {
  readonly databaseVersion: number;
  readonly records: readonly SessionRecord[];
}

const FOLDER = new URL('./versions/', import.meta.url);
const VERSIONS = readdirSync(FOLDER).map((file) => ({
  file,
  version: JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Version,
}));

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('a log of an earlier Eyelevel', () => {
  it('is kept here for every version but today’s', () => {
    expect(VERSIONS.map(({ version }) => version.databaseVersion).sort()).toEqual(
      Array.from({ length: DATABASE_VERSION - 1 }, (_, i) => i + 1),
    );
  });

  it.each(VERSIONS)('$file opens, with every call that is in it', async ({ version }) => {
    const old = await openDB(DATABASE_NAME, version.databaseVersion, {
      upgrade: (database) => {
        database.createObjectStore('sessions', { keyPath: 'id' });
      },
    });
    for (const record of version.records) await old.put('sessions', record);
    old.close();

    const [first] = version.records;
    const now = () => Date.parse(first?.startedAt ?? '') + 120_000;
    const store = createSessionStore(createConnection(), now, async () => '365-days');
    const { records, damaged } = await store.handle({ op: 'list' }, { privateTab: false });
    expect(damaged).toBe(0);
    expect(records).toEqual(
      version.records.map((record) => ({ ...record, schemaVersion: SCHEMA_VERSION })),
    );
  });
});
