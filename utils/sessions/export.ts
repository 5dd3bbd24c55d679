import { BIN_S, LETTER_OF, SCHEMA_VERSION, type SessionRecord } from './schema.ts';

/** The log as a file that a person can read: docs/session-format.md, "The export". */
export function exportJson(records: readonly SessionRecord[]): string {
  return `${JSON.stringify(
    {
      format: 'eyelevel-sessions',
      schemaVersion: SCHEMA_VERSION,
      units: {
        startedAt: 'UTC, to the minute (ISO 8601)',
        durationS: 'seconds',
        'cues.atS': 'seconds from the start, whole bins',
        bins: `one letter for each ${BIN_S} s`,
      },
      letters: Object.fromEntries(
        Object.entries(LETTER_OF).map(([state, letter]) => [letter, state]),
      ),
      sessions: records,
    },
    null,
    2,
  )}\n`;
}
