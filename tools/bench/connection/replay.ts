import { createConnectionJudge } from '../../../utils/connection/judge.ts';
import type { ConnectionObservation } from '../../../utils/connection-observation.ts';
import type { CueId } from '../../../utils/cues/types.ts';
import { type ConnectionCounters, readConnection } from '../../../utils/tap/connection-stats.ts';
import { type Look, throughSchema } from './look.ts';

export interface JudgedLook {
  readonly atMs: number;
  readonly said: ConnectionObservation;
  readonly holding: readonly CueId[];
}

/** The product's reader, schema and judge over what a browser's statistics said, in the order of time. */
export function replay(looks: readonly Look[]): JudgedLook[] {
  const judge = createConnectionJudge();
  let counters: ConnectionCounters | null = null;
  return looks.flatMap(({ atMs, iceState, entries }) => {
    const report = new Map(entries.map((entry) => [String(entry.id), entry]));
    const read = readConnection(
      [{ id: 1, iceState, report: report as unknown as RTCStatsReport }],
      counters,
    );
    counters = read?.counters ?? null;
    if (!read) return [];
    const said = throughSchema(read.observation);
    return [{ atMs, said, holding: judge.observe(said, atMs).holding.map(({ id }) => id) }];
  });
}
