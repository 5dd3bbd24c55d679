import { readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { AREA_STATES } from '../../../utils/areas.ts';
import { createConnection, DATABASE_NAME } from '../../../utils/sessions/database.ts';
import { exportJson } from '../../../utils/sessions/export.ts';
import {
  LETTER_OF,
  SCHEMA_VERSION,
  SessionRecordSchema,
  statesOf,
} from '../../../utils/sessions/schema.ts';
import { createSessionStore } from '../../../utils/sessions/store.ts';
import { GOOD_BIN, writeMessage } from './support.ts';

const PAGE = readFileSync(new URL('../../../docs/session-format.md', import.meta.url), 'utf8');
const FIELDS = [...PAGE.matchAll(/^\| `([\w.[\]]{2,})` \| (\w+) \|/gm)].map(([, path, type]) => ({
  path: path ?? '',
  type: type ?? '',
}));
const ID = '7b0c6a5e-4f0e-4c39-9a55-3c1d8f1f5a10';

/** `cues[].atS: number` for each value inside. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => fieldsOf(item, `${path}[]`));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) =>
      fieldsOf(inner, path ? `${path}.${key}` : key),
    );
  }
  return [`${path}: ${typeof value}`];
}

async function storedAfterACall(): Promise<unknown> {
  const store = createSessionStore(
    createConnection(),
    () => 0,
    async () => '90-days',
  );
  const site = 'www.example.org';
  await store.handle({ op: 'open', id: ID, startedAtMs: 0 }, { privateTab: false, site });
  const cue = { atS: 0, shown: true, cleared: false, putRight: false } as const;
  await store.handle(
    writeMessage(
      ID,
      0,
      [GOOD_BIN],
      [
        { id: 'off-centre', direction: 'left', ...cue },
        { id: 'too-dark', ...cue },
      ],
    ),
    { privateTab: false },
  );
  const database = await openDB(DATABASE_NAME);
  expect([...database.objectStoreNames]).toEqual(['sessions']);
  const [record] = await database.getAll('sessions');
  database.close();
  return record;
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('docs/session-format.md', () => {
  it('names each stored field, and no other can be there', async () => {
    const stored = new Set(fieldsOf(await storedAfterACall()));
    expect([...stored].sort()).toEqual(FIELDS.map(({ path, type }) => `${path}: ${type}`).sort());
  });

  it('its example fits the schema', () => {
    const example = /```json\n([\s\S]*?)```/.exec(PAGE)?.[1] ?? '';
    expect(v.safeParse(SessionRecordSchema, JSON.parse(example)).issues).toBeUndefined();
  });

  it('says the version and the letters', () => {
    expect(PAGE).toContain(`Schema version: **${SCHEMA_VERSION}**`);
    for (const state of AREA_STATES) {
      expect(PAGE).toContain(`| \`${LETTER_OF[state]}\` | ${state.replace('-', ' ')} |`);
    }
  });

  it.each(['', 'bins', 'cues'])('the schema lets no other field through (%s)', async (where) => {
    const record = (await storedAfterACall()) as Record<string, unknown>;
    const damaged = structuredClone(record);
    const target = where === '' ? damaged : damaged[where];
    Object.assign((Array.isArray(target) ? target[0] : target) as object, { yawDeg: 12 });
    expect(v.safeParse(SessionRecordSchema, record).success).toBe(true);
    expect(v.safeParse(SessionRecordSchema, damaged).success).toBe(false);
  });
});

it('a record that says how many people there were is refused', async () => {
  const record = structuredClone(await storedAfterACall()) as { cues: { id: string }[] };
  for (const cue of record.cues) cue.id = 'someone-else-in-view';
  expect(v.safeParse(SessionRecordSchema, record).success).toBe(false);
});

describe('the export', () => {
  it('is readable JSON with version, units and letters, and the records field for field', async () => {
    const record = v.parse(SessionRecordSchema, await storedAfterACall());
    const text = exportJson([record]);
    const parsed = JSON.parse(text);
    expect(Object.keys(parsed)).toEqual([
      'format',
      'schemaVersion',
      'units',
      'letters',
      'sessions',
    ]);
    expect(parsed.format).toBe('eyelevel-sessions');
    expect(parsed.schemaVersion).toBe(SCHEMA_VERSION);
    expect(parsed.letters).toEqual({ g: 'good', f: 'fair', p: 'poor', '-': 'not-judged' });
    expect(parsed.sessions).toEqual([record]);
    expect(text).toContain('\n  "sessions": [\n');
    for (const name of Object.keys(parsed)) expect(PAGE).toContain(`\`${name}\``);
  });

  it('letters and states are each other', () => {
    expect(statesOf(AREA_STATES.map((state) => LETTER_OF[state]).join(''))).toEqual(AREA_STATES);
  });
});
