import { READ_FIELDS } from '../../../utils/tap/connection-stats.ts';
import type { BrowserKind } from './calls.ts';
import type { JudgedCall } from './results.ts';

export interface ToldField {
  readonly type: string;
  readonly name: string;
  readonly by: ReadonlySet<BrowserKind>;
}

/** Entries that the product reads, in the order in which they stand in its own list. */
const TYPES = ['candidate-pair', 'transport', 'outbound-rtp', 'remote-inbound-rtp', 'inbound-rtp'];
/** Every entry of every browser has these. */
const NAMES = ['id', 'type', 'timestamp'];

/** Which of the fields that the product reads were there, in which browser. */
export function toldFields(calls: readonly JudgedCall[]): ToldField[] {
  const told = new Map<string, Set<BrowserKind>>();
  for (const { browser, looks } of calls.flatMap(({ trace }) => trace.parties)) {
    for (const entry of looks.flatMap(({ entries }) => entries)) {
      for (const name of Object.keys(entry)) {
        const key = `${entry.type} ${name}`;
        told.set(key, (told.get(key) ?? new Set()).add(browser));
      }
    }
  }
  return TYPES.flatMap((type) =>
    READ_FIELDS.filter((name) => !NAMES.includes(name)).flatMap((name) => {
      const by = told.get(`${type} ${name}`);
      return by ? [{ type, name, by }] : [];
    }),
  );
}
