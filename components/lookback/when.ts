import type { Words } from '../../utils/languages/words.ts';
import type { SessionRecord } from '../../utils/sessions/schema.ts';

const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;

/** Made once: to make one takes longer than to show fifty dates with it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(words: Words, atMs: number, style: Intl.DateTimeFormatOptions): string {
  const key = `${words.language} ${style === DAY ? 'day' : 'clock'}`;
  const one = formats.get(key) ?? new Intl.DateTimeFormat(words.language, style);
  formats.set(key, one);
  return one.format(atMs);
}

export function dayOf(words: Words, atMs: number): string {
  return format(words, atMs, DAY);
}

export function clockOf(words: Words, { startedAt }: SessionRecord): string {
  return format(words, Date.parse(startedAt), CLOCK);
}

export function lengthOf(words: Words, { durationS }: SessionRecord): string {
  return words.t('session.length', { minutes: Math.floor(durationS / 60) });
}

/** Minutes and seconds from the beginning of a call. */
export function minuteOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
