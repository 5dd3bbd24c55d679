import { knownUntilMs, type SessionRecord } from './schema.ts';

/**
 * What is kept until the person has chosen: only the latest call, and it only for a day after it
 * (docs/session-format.md, "How long").
 */
export const CALLS_KEPT = 1;
export const KEPT_FOR_MS = 24 * 60 * 60 * 1000;

export function isExpired(record: SessionRecord, nowMs: number): boolean {
  return nowMs - knownUntilMs(record) >= KEPT_FOR_MS;
}
