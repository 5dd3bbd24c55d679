import type { Keep } from './messages.ts';
import { knownUntilMs, type SessionRecord } from './schema.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

interface Retention {
  /** At most so many calls, the newest. */
  readonly calls: number;
  /** So long after its end. */
  readonly forMs: number;
  /** The site is kept beside: only for who keeps many calls, to tell them apart. */
  readonly withSite: boolean;
}

/** docs/session-format.md, "How long", says the same in words. */
const RETENTIONS: Readonly<Record<Keep, Retention>> = {
  undecided: { calls: 1, forMs: DAY_MS, withSite: false },
  nothing: { calls: 0, forMs: 0, withSite: false },
  last: { calls: 1, forMs: 30 * DAY_MS, withSite: false },
  '30-days': { calls: Number.POSITIVE_INFINITY, forMs: 30 * DAY_MS, withSite: true },
  '90-days': { calls: Number.POSITIVE_INFINITY, forMs: 90 * DAY_MS, withSite: true },
  '365-days': { calls: Number.POSITIVE_INFINITY, forMs: 365 * DAY_MS, withSite: true },
};

export function retentionOf(keep: Keep): Retention {
  return RETENTIONS[keep];
}

/** Newest first. Of calls that began in the same minute, the one that goes on. */
export function newestFirst(a: SessionRecord, b: SessionRecord): number {
  const goesOn = ({ endedBy }: SessionRecord) => Number(endedBy === 'not-ended');
  return b.startedAt.localeCompare(a.startedAt) || goesOn(b) - goesOn(a);
}

/**
 * What may stay. A call without its first bin takes nobody's place: it may come to nothing.
 * @param records in any order
 */
export function keptOf(
  records: readonly SessionRecord[],
  keep: Keep,
  nowMs: number,
): readonly SessionRecord[] {
  const { calls, forMs } = retentionOf(keep);
  if (calls === 0) return [];
  const young = records.filter((record) => nowMs - knownUntilMs(record) < forMs);
  const begun = young.filter(({ durationS }) => durationS > 0).sort(newestFirst);
  return [...begun.slice(0, calls), ...young.filter(({ durationS }) => durationS === 0)];
}
