import type { Language } from '../languages/languages.ts';
import { TEXT_SIZES, type TextSize } from '../settings/choices.ts';

/**
 * What a relative can set up from afar, and all that a code can say: no address, nothing about the log, no
 * control, no permission. Clinics are ids of the package's own list.
 */
export interface SetUp {
  readonly language: Language;
  readonly textSize: TextSize;
  readonly simpleMode: boolean;
  readonly clinics: readonly string[];
}

export type ReadCode =
  | { readonly kind: 'set-up'; readonly setUp: SetUp }
  /** A sign is wrong, missing or one too many. */
  | { readonly kind: 'mistyped' }
  /** Older than seven days, or dated later than tomorrow: made anew it is right. */
  | { readonly kind: 'out-of-date' }
  /** Right as it stands, and of a version of Eyelevel that says more than this one knows. */
  | { readonly kind: 'newer' };

/** Days after the one on which it was made. */
export const VALID_DAYS = 7;

/** Crockford's base 32: no I, L, O, U, which are read and heard as other signs. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const HEARD_AS: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };
const SIGN_BITS = 5n;
/**
 * Two signs are the rest of a division by a prime under 32 x 32: every single wrong sign and every two neighbours that
 * changed places leave another rest, since 32 and 31 are no multiples of it.
 */
const CHECK_PRIME = 1021n;
const CHECK_BITS = 2n * SIGN_BITS;
const GROUP = 4;

const VERSION = 1n;
/** Days are counted from here, in UTC. */
const FIRST_DAY_MS = Date.UTC(2026, 0, 1);
const DAY_MS = 86_400_000;

/** Numbers in codes. As with tips: never given anew, a new one takes the next. */
const LANGUAGE_NUMBERS: Readonly<Record<Language, number>> = { sv: 0, en: 1 };
export const CLINIC_NUMBERS: Readonly<Record<string, number>> = {
  'alltid-oppet': 0,
  kaddio: 1,
  'visiba-care': 2,
  'vard-och-halsa': 3,
};

/** The fields in their order, each in so many bits: 50, which are ten signs. */
const FIELD_BITS = [4n, 5n, 2n, 1n, 14n, 24n] as const;
const ALL_BITS = FIELD_BITS.reduce((sum, bits) => sum + bits, 0n);
const LENGTH = Number((ALL_BITS + CHECK_BITS) / SIGN_BITS);

/** @returns three groups of four signs, such as `20R5-5000-02XQ`, valid for seven days from `nowMs` (Unix time) */
export function writeCode(setUp: SetUp, nowMs: number): string {
  const fields = [
    VERSION,
    BigInt(LANGUAGE_NUMBERS[setUp.language]),
    BigInt(TEXT_SIZES.indexOf(setUp.textSize)),
    setUp.simpleMode ? 1n : 0n,
    BigInt(dayOf(nowMs)),
    setUp.clinics.reduce((bits, id) => bits | (1n << BigInt(numberOf(id))), 0n),
  ];
  const said = FIELD_BITS.reduce((sum, bits, at) => (sum << bits) | (fields[at] ?? 0n), 0n);
  return inGroups((said << CHECK_BITS) | (said % CHECK_PRIME));
}

/** @returns a moment of the last day on which a code from `nowMs` is good, in UTC */
export function untilMs(nowMs: number): number {
  return nowMs + VALID_DAYS * DAY_MS;
}

/** Reads what was typed or pasted; spaces, hyphens and small letters do not matter. */
export function readCode(typed: string, nowMs: number): ReadCode {
  const value = numberTyped(typed);
  if (value === null) return { kind: 'mistyped' };
  let rest = value >> CHECK_BITS;
  if (rest % CHECK_PRIME !== value - (rest << CHECK_BITS)) return { kind: 'mistyped' };

  const fields = FIELD_BITS.toReversed()
    .map((bits) => {
      const field = Number(rest & ((1n << bits) - 1n));
      rest >>= bits;
      return field;
    })
    .toReversed();
  const [version, languageNumber, sizeNumber, simple, day = 0, clinicBits = 0] = fields;
  if (version !== Number(VERSION)) return { kind: 'newer' };
  const ageDays = dayOf(nowMs) - day;
  // A clock may be a time zone ahead.
  if (ageDays < -1 || ageDays > VALID_DAYS) return { kind: 'out-of-date' };

  const language = keyOf(LANGUAGE_NUMBERS, languageNumber);
  const textSize = TEXT_SIZES[sizeNumber ?? -1];
  const clinics = [...numbersIn(clinicBits)].map((number) => keyOf(CLINIC_NUMBERS, number));
  if (!language || !textSize || !clinics.every((id) => id !== null)) return { kind: 'newer' };
  return { kind: 'set-up', setUp: { language, textSize, simpleMode: simple === 1, clinics } };
}

function dayOf(ms: number): number {
  return Math.floor((ms - FIRST_DAY_MS) / DAY_MS);
}

function numberOf(clinic: string): number {
  const number = CLINIC_NUMBERS[clinic];
  if (number === undefined) throw new RangeError(`${clinic} has no number in codes`);
  return number;
}

function inGroups(value: bigint): string {
  const signs = Array.from({ length: LENGTH }, (_, at) => {
    const bits = BigInt(LENGTH - 1 - at) * SIGN_BITS;
    return SIGNS.charAt(Number((value >> bits) & 31n));
  });
  return (signs.join('').match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

function numberTyped(typed: string): bigint | null {
  const signs = [...typed.toUpperCase().replace(/[\s-]/g, '')];
  if (signs.length !== LENGTH) return null;
  let value = 0n;
  for (const sign of signs) {
    const digit = SIGNS.indexOf(HEARD_AS[sign] ?? sign);
    if (digit < 0) return null;
    value = (value << SIGN_BITS) | BigInt(digit);
  }
  return value;
}

function keyOf<K extends string>(numbers: Readonly<Record<K, number>>, number?: number): K | null {
  const keys = Object.keys(numbers) as K[];
  return keys.find((key) => numbers[key] === number) ?? null;
}

/** @yields the places of the bits that are set, the lowest first */
function* numbersIn(bits: number) {
  for (let number = 0; 2 ** number <= bits; number++) if (bits & (1 << number)) yield number;
}
