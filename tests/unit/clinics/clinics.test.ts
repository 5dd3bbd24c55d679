import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CLINICS, originsOf } from '../../../utils/clinics/index.ts';
import { clinicSchema } from '../../../utils/clinics/schema.ts';

const good = CLINICS[0];

describe('clinics', () => {
  it('are the files in clinics/, each under its own name', () => {
    const files = readdirSync('clinics').filter((file) => file.endsWith('.json'));
    expect(CLINICS.map(({ id }) => `${id}.json`).toSorted()).toEqual(files.toSorted());
  });

  it('have ids, names and origins of their own', () => {
    const unique = (values: readonly string[]) => expect(values.length).toBe(new Set(values).size);
    unique(CLINICS.map(({ id }) => id));
    unique(CLINICS.map(({ name }) => name));
    unique(CLINICS.flatMap(originsOf));
  });

  it('are in the order of their names', () => {
    const names = CLINICS.map(({ name }) => name);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'sv')));
  });

  it('say that they were not tried', () => {
    for (const { note } of CLINICS) expect(note).toContain('Not tried against the live page');
  });

  it('are asked for with page and frames together', () => {
    const frames = { ...good, frameOrigins: ['https://video.clinic.example/*'] };
    expect(originsOf(v.parse(clinicSchema, frames)).at(-1)).toBe('https://video.clinic.example/*');
  });

  it('hold no address that looks as if it were fetched', () => {
    const texts = readdirSync('clinics').map((file) => readFileSync(`clinics/${file}`, 'utf8'));
    expect(texts.join().match(/https?:\/\/(?![a-z0-9.*-]+\/\*")\S*/g)).toBeNull();
  });

  it.each([
    { pageOrigins: [] },
    { pageOrigins: ['http://clinic.example/*'] },
    { pageOrigins: ['https://*/*'] },
    { pageOrigins: ['https://*.se/*'] },
    { pageOrigins: ['https://clinic.example/call'] },
    { frameOrigins: ['*://video.example/*'] },
    { source: { what: 'said so' } },
    { source: { ...good?.source, checkedOn: 'last year' } },
    { note: '' },
    { tracking: true },
  ])('are refused with %o', (change) => {
    expect(v.safeParse(clinicSchema, { ...good, ...change }).success).toBe(false);
  });
});
