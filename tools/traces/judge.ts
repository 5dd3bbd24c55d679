/**
 * npx tsx tools/traces/judge.ts [--camera] [-v]
 *
 * Judges the traces of the labelled clips and compares what holds with the labels: every `must` of the
 * catalogue holds from 1.5 s (5 s for slow cues) on, and nothing outside `must` and `may` ever does.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createJudge } from '../../utils/cues/judge.ts';
import { CUE_IDS } from '../../utils/cues/types.ts';
import type { Observation } from '../../utils/observation.ts';
import { TRACES } from './browser.ts';
import { type Clip, readClips, type Segment } from './clips.ts';

/** From the label's definition; a cue that stopped with the segment before may linger as long. */
const HOLDS_AFTER_S = 1.5;

const camera = process.argv.includes('--camera');
const verbose = process.argv.includes('-v');
const known = new Set<string>(CUE_IDS);
let wrong = 0;

for (const clip of readClips()) {
  const path = join(TRACES, `${camera ? 'camera-' : ''}${clip.file.replaceAll('/', '_')}.json`);
  if (!existsSync(path)) {
    console.log(`${clip.file}: no trace; run tools/traces/cli.ts --clips first`);
    continue;
  }
  const trace: Observation[] = JSON.parse(readFileSync(path, 'utf8'));
  const judge = createJudge();
  const looks = trace.map((observation) => {
    const { holding } = judge.observe(observation);
    const ids = holding.map(({ id, direction }) => (direction ? `${id}:${direction}` : id));
    return { atS: observation.capturedAtMs / 1000, ids };
  });
  const faults = segmentsOf(clip).flatMap((segment) => faultsIn(segment, looks));
  wrong += faults.length;
  const held = [...new Set(looks.flatMap(({ ids }) => ids))].map((id) => timesOf(id, looks));
  console.log(
    `${faults.length === 0 ? 'ok  ' : 'FAIL'} ${clip.file}: ${held.join(', ') || 'silent'}`,
  );
  for (const fault of faults) console.log(`     ${fault}`);
  if (verbose) console.log(`     must ${clip.must ?? '…'}; may ${clip.may ?? '…'}`);
}
console.log(wrong === 0 ? 'every label is met' : `${wrong} faults`);
process.exitCode = wrong === 0 ? 0 : 1;

interface Look {
  readonly atS: number;
  readonly ids: readonly string[];
}

function segmentsOf({ segments, must = [], may = [] }: Clip): readonly Segment[] {
  return segments ?? [{ from: 0, to: Number.POSITIVE_INFINITY, must, may }];
}

function faultsIn({ from, to, must, may }: Segment, looks: readonly Look[]): string[] {
  const settled = looks.filter(({ atS }) => atS >= from + HOLDS_AFTER_S && atS <= to);
  const allowed = new Set([...must, ...may]);
  const idsOf = ({ ids }: Look) => ids.map((id) => id.split(':')[0] as string);
  const missed = must
    .filter((id) => known.has(id))
    .filter((id) => settled.length > 0 && !settled.every((look) => idsOf(look).includes(id)))
    .map((id) => `missed ${id}`);
  const unexpected = [...new Set(settled.flatMap(idsOf))]
    .filter((id) => !allowed.has(id))
    .map((id) => `unexpected ${id}`);
  return [...missed, ...unexpected];
}

function timesOf(id: string, looks: readonly Look[]): string {
  const on = looks.filter(({ ids }) => ids.includes(id));
  const share = Math.round((100 * on.length) / looks.length);
  return `${id} from ${on[0]?.atS ?? 0} s (${share} %)`;
}
