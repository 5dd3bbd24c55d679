import { stringify } from 'csv-stringify/browser/esm/sync';
import { AREAS } from '../areas.ts';
import { BIN_S, type SessionRecord, statesOf } from './schema.ts';

/**
 * The log as a table, a row for each bin of each call: docs/session-format.md, "The export". With a mark at the beginning by which
 * Excel knows UTF-8, and line ends as RFC 4180 has them.
 */
export function exportCsv(records: readonly SessionRecord[]): string {
  const rows = records.flatMap(({ id, site, startedAt, bins, cues, durationS }) =>
    Array.from({ length: durationS / BIN_S }, (_, bin) => {
      const atS = bin * BIN_S;
      const began = cues.filter((cue) => cue.atS === atS);
      const name = (cue: (typeof cues)[number]) =>
        [cue.id, cue.direction].filter(Boolean).join(':');
      const states = AREAS.map((area) => [area, statesOf(bins[area])[bin]] as const);
      return {
        id,
        startedAt,
        site: site ?? '',
        atS,
        ...Object.fromEntries(states),
        cues: began.map(name).join(' '),
        shown: began
          .filter(({ shown }) => shown)
          .map(name)
          .join(' '),
      };
    }),
  );
  const columns = ['id', 'startedAt', 'site', 'atS', ...AREAS, 'cues', 'shown'];
  return stringify(rows, { header: true, columns, bom: true, record_delimiter: 'windows' });
}
