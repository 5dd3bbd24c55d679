import { describe, expect, it } from 'vitest';
import { CLINICS } from '../../../utils/clinics/index.ts';
import { LANGUAGES } from '../../../utils/languages/languages.ts';
import {
  CLINIC_NUMBERS,
  readCode,
  type SetUp,
  VALID_DAYS,
  writeCode,
} from '../../../utils/relatives/setup-code.ts';
import { TEXT_SIZES } from '../../../utils/settings/choices.ts';

const NOW_MS = Date.UTC(2026, 10, 27, 12);
const DAY_MS = 86_400_000;
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const clinics = CLINICS.map(({ id }) => id);
const all: SetUp = { language: 'sv', textSize: 'largest', simpleMode: true, clinics };

/** Every set-up that a relative can choose. */
function everySetUp(): SetUp[] {
  return LANGUAGES.flatMap((language) =>
    TEXT_SIZES.flatMap((textSize) =>
      [true, false].flatMap((simpleMode) =>
        Array.from({ length: 2 ** clinics.length }, (_, bits) => ({
          language,
          textSize,
          simpleMode,
          clinics: clinics.filter((_, at) => bits & (1 << at)),
        })),
      ),
    ),
  );
}

const sorted = (setUp: SetUp) => ({ ...setUp, clinics: setUp.clinics.toSorted() });

describe('a code from afar', () => {
  it('is three groups of four', () => {
    expect(writeCode(all, NOW_MS)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  });

  it('says what was chosen, whatever that was', () => {
    for (const setUp of everySetUp()) {
      const read = readCode(writeCode(setUp, NOW_MS), NOW_MS);
      if (read.kind !== 'set-up') throw new Error(read.kind);
      expect(sorted(read.setUp)).toEqual(sorted(setUp));
    }
  });

  it('is read however it is typed', () => {
    const code = writeCode(all, NOW_MS);
    const right = readCode(code, NOW_MS);
    expect(right.kind).toBe('set-up');
    for (const typed of [code.toLowerCase(), code.replaceAll('-', ' '), ` ${code}\n`]) {
      expect(readCode(typed, NOW_MS)).toEqual(right);
    }
    const heard = code.replaceAll('0', 'o').replaceAll('1', 'l');
    expect(readCode(heard, NOW_MS)).toEqual(right);
  });

  it('is good for seven days', () => {
    const code = writeCode(all, NOW_MS);
    const kindAfter = (days: number) => readCode(code, NOW_MS + days * DAY_MS).kind;
    expect([-1, 0, VALID_DAYS].map(kindAfter)).toEqual(['set-up', 'set-up', 'set-up']);
    expect([-2, VALID_DAYS + 1, 400].map(kindAfter)).toEqual(Array(3).fill('out-of-date'));
  });

  it('notices every wrong sign and every two that changed places', () => {
    const code = writeCode(all, NOW_MS).replaceAll('-', '');
    for (let at = 0; at < code.length; at++) {
      for (const sign of SIGNS) {
        const wrong = code.slice(0, at) + sign + code.slice(at + 1);
        if (wrong !== code) expect(readCode(wrong, NOW_MS).kind).toBe('mistyped');
      }
      const swapped =
        code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2);
      if (swapped !== code) expect(readCode(swapped, NOW_MS).kind).toBe('mistyped');
    }
  });

  it('can say nothing but these four things, whatever is typed', () => {
    let seed = 1;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const signs = (count: number) =>
      Array.from({ length: count }, () => SIGNS[Math.floor(random() * 32)]).join('');
    const wild = [
      '',
      '-',
      '\u0000',
      'https://a.example',
      '9'.repeat(10_000),
      '👵',
      '{"keep":"all"}',
    ];
    const made = Array.from({ length: 20_000 }, () => signs(12));
    // A random code seldom has the right check: here one of each 1,024 has.
    const code = writeCode(all, NOW_MS).replaceAll('-', '');
    const checked = Array.from({ length: 60 }, () => {
      const at = Math.floor(random() * 10);
      return code.slice(0, at) + signs(1) + code.slice(at + 1, 10);
    }).flatMap((said) => [...SIGNS].flatMap((one) => [...SIGNS].map((two) => said + one + two)));

    const kinds = new Map<string, number>();
    for (const typed of [...wild, ...made, ...checked]) {
      const read = readCode(typed, NOW_MS);
      kinds.set(read.kind, (kinds.get(read.kind) ?? 0) + 1);
      if (read.kind !== 'set-up') continue;
      const { language, textSize, simpleMode, clinics: chosen, ...more } = read.setUp;
      expect(more).toEqual({});
      expect(LANGUAGES).toContain(language);
      expect(TEXT_SIZES).toContain(textSize);
      expect(simpleMode).toBeTypeOf('boolean');
      expect(chosen.every((id) => clinics.includes(id))).toBe(true);
    }
    expect([...kinds.keys()].sort()).toEqual(['mistyped', 'newer', 'out-of-date', 'set-up']);
  });

  it('refuses a clinic that the package does not know', () => {
    expect(() => writeCode({ ...all, clinics: ['mine'] }, NOW_MS)).toThrow(RangeError);
  });

  it('has a number for each clinic of the package, and none twice', () => {
    const numbers = Object.values(CLINIC_NUMBERS);
    expect(Object.keys(CLINIC_NUMBERS).sort()).toEqual(clinics.toSorted());
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(Math.max(...numbers)).toBeLessThan(24);
  });
});
