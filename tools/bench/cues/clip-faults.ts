import { CATALOGUE } from '../../../utils/senses/catalogue.ts';
import type { JudgedLook } from './benched.ts';
import type { Clip, Segment } from './clips.ts';

/** The labels' own: a cue holds from so long after a segment's beginning … */
const HOLDS_AFTER_MS = 1_500;
/** … a slow one by its declaration. */
const SLOW_HOLDS_AFTER_MS = 5_000;

export interface ClipFaults {
  readonly missed: readonly string[];
  readonly unexpected: readonly string[];
}

/**
 * What a labelled clip says of the judgement: every `must` holds from then to the end of its segment, and
 * nothing outside `must` and `may` holds, but for what lingers from the segment before.
 */
export function clipFaults(clip: Clip, judged: readonly JudgedLook[]): ClipFaults {
  const faults = segmentsOf(clip).map((segment) => faultsIn(segment, judged));
  const named = (ids: readonly string[]) => ids.map((id) => `${clip.file}: ${id}`);
  return {
    missed: named(faults.flatMap(({ missed }) => missed)),
    unexpected: named(faults.flatMap(({ unexpected }) => unexpected)),
  };
}

function segmentsOf({ segments, must = [], may = [] }: Clip): readonly Segment[] {
  return segments ?? [{ from: 0, to: Number.POSITIVE_INFINITY, must, may }];
}

function faultsIn({ from, to, must, may }: Segment, judged: readonly JudgedLook[]): ClipFaults {
  const after = (ms: number) =>
    judged.filter(({ atMs }) => atMs >= from * 1000 + ms && atMs <= to * 1000);
  const allowed = new Set([...must, ...may]);
  const missed = must.filter((id) => {
    const cue = CATALOGUE.find((one) => one.id === id);
    if (!cue) return false;
    const looks = after(cue.speed === 'slow' ? SLOW_HOLDS_AFTER_MS : HOLDS_AFTER_MS);
    return looks.some(({ holding }) => !holding.some((held) => held.id === id));
  });
  const held = after(HOLDS_AFTER_MS).flatMap(({ holding }) => holding.map(({ id }) => id));
  const unexpected = [...new Set(held)].filter((id) => !allowed.has(id));
  return { missed, unexpected };
}
