import type { Words } from '../../utils/languages/words.ts';
import type { SessionRecord } from '../../utils/sessions/schema.ts';

const format = (words: Words, atMs: number, style: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(words.language, style).format(atMs);

export function dayOf(words: Words, atMs: number): string {
  return format(words, atMs, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

export function clockOf(words: Words, { startedAt }: SessionRecord): string {
  return format(words, Date.parse(startedAt), { hour: '2-digit', minute: '2-digit' });
}

export function lengthOf(words: Words, { durationS }: SessionRecord): string {
  return words.t('session.length', { minutes: Math.floor(durationS / 60) });
}

/** Minutes and seconds from the beginning of a call. */
export function minuteOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
