import { AREAS, type Area, type AreaState } from '../areas.ts';
import type { SessionCue } from '../sessions/messages.ts';
import { BIN_S, type SessionRecord, statesOf } from '../sessions/schema.ts';

/** Bins in a row in which an area was the same. */
export interface Run {
  readonly state: AreaState;
  readonly bins: number;
}

export function runsOf(letters: string): readonly Run[] {
  const runs: { state: AreaState; bins: number }[] = [];
  for (const state of statesOf(letters)) {
    const last = runs.at(-1);
    if (last?.state === state) last.bins += 1;
    else runs.push({ state, bins: 1 });
  }
  return runs;
}

/** Bins in a row in which all areas were the same, and no tip came but at its beginning. */
export interface Stretch {
  readonly fromS: number;
  readonly toS: number;
  readonly states: Readonly<Record<Area, AreaState>>;
  /** Whose tip came at its beginning. */
  readonly tips: readonly SessionCue[];
}

export function stretchesOf({ bins, cues, durationS }: SessionRecord): readonly Stretch[] {
  const states = AREAS.map((area) => [area, statesOf(bins[area])] as const);
  const stretches: Stretch[] = [];
  for (let bin = 0; bin < durationS / BIN_S; bin++) {
    const fromS = bin * BIN_S;
    const now = Object.fromEntries(
      states.map(([area, all]) => [area, all[bin] ?? 'not-judged']),
    ) as Stretch['states'];
    const tips = cues.filter(({ shown, atS }) => shown && atS === fromS);
    const last = stretches.at(-1);
    const isSame =
      last && tips.length === 0 && AREAS.every((area) => last.states[area] === now[area]);
    if (isSame) stretches[stretches.length - 1] = { ...last, toS: fromS + BIN_S };
    else stretches.push({ fromS, toS: fromS + BIN_S, states: now, tips });
  }
  return stretches;
}

/** Of the calls that are kept, those of one day together; both newest first. */
export interface Day {
  /** Any moment of it, in ms. */
  readonly atMs: number;
  readonly calls: readonly SessionRecord[];
}

/** @param records newest first */
export function byDay(records: readonly SessionRecord[]): readonly Day[] {
  const days: { key: string; atMs: number; calls: SessionRecord[] }[] = [];
  for (const record of records) {
    const atMs = Date.parse(record.startedAt);
    // The day where the person is, whatever the day in UTC.
    const key = new Date(atMs).toDateString();
    const last = days.at(-1);
    if (last?.key === key) last.calls.push(record);
    else days.push({ key, atMs, calls: [record] });
  }
  return days.map(({ atMs, calls }) => ({ atMs, calls }));
}
