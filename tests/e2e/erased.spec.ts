import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SessionRecord } from '../../utils/sessions/schema.ts';
import {
  type Controls,
  inExtension,
  launchInstalled,
  newProfile,
  removeProfile,
} from './support/shipped.ts';
import { E2E_BUILD, expect, test } from './support/test.ts';

/** Sites that nothing else on the disk names, with letters that Firefox's compression finds nowhere before. */
const FIRST = 'kxqvw-jzgh.example';
const SECOND = 'zjyqk-wvxb.example';
const CALLS_EACH = 30;

test('what was deleted is not on the disk any more', async ({ browserKind }) => {
  test.setTimeout(240_000);
  const profile = await newProfile();
  const extension = E2E_BUILD[browserKind];
  /** @returns which of the sites the files of the profile name, once the browser has ended */
  const afterwards = async (work: (controls: Controls) => Promise<unknown>) => {
    const { driven, controls } = await launchInstalled(browserKind, profile, { extension });
    await work(controls);
    await driven.close();
    const files = await readProfile(profile);
    return [FIRST, SECOND].filter((site) => files.some((file) => names(file, site.slice(0, 10))));
  };

  const kept = await afterwards(async (controls) => {
    await inExtension(controls, `await api.storage.local.set({ keep: '90-days' })`);
    await log(controls, { op: 'restore', records: [...callsAt(FIRST), ...callsAt(SECOND)] });
  });
  expect(kept, 'the search finds what is there').toEqual([FIRST, SECOND]);

  const ids = callsAt(FIRST).map(({ id }) => id);
  const one = await afterwards((controls) => log(controls, { op: 'delete', ids }));
  expect(one, 'after a site was deleted').toEqual([SECOND]);

  const none = await afterwards((controls) => log(controls, { op: 'forget-all' }));
  expect(none, 'after Shared computer').toEqual([]);
  await removeProfile(profile);
});

function callsAt(site: string): SessionRecord[] {
  return Array.from({ length: CALLS_EACH }, (_, n) => ({
    schemaVersion: 2,
    id: `${site === FIRST ? '0' : '1'}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    startedAt: `${new Date(Date.now() - (n + 1) * 3_600_000).toISOString().slice(0, 16)}Z`,
    site,
    durationS: 30,
    bins: { picture: 'gg', light: 'gg', place: 'gg', sound: '--', connection: '--' },
    cues: [],
    endedBy: 'page',
  }));
}

const log = (controls: Controls, message: unknown) =>
  inExtension(
    controls,
    `return api.runtime.sendMessage({ kind: 'session', message: ${JSON.stringify(message)} })`,
  );

async function readProfile(profile: string): Promise<Buffer[]> {
  const files = await readdir(profile, { recursive: true, withFileTypes: true });
  const paths = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  return Promise.all(paths.map((path) => readFile(path).catch(() => Buffer.alloc(0))));
}

/** In one byte a letter, or in two. */
function names(file: Buffer, site: string): boolean {
  return file.includes(site) || file.includes(Buffer.from(site, 'utf16le'));
}
