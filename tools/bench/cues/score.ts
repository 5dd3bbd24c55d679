import { BENCHED, BENCHED_IDS, type BenchedId, type JudgedLook } from './benched.ts';
import type { Scenario } from './scenario.ts';
import type { Truth, TruthFrame } from './truth.ts';

/** A scenario, its truth, and what a judge said of it. */
export interface Case {
  readonly scenario: Scenario;
  readonly truth: readonly TruthFrame[];
  readonly judged: readonly JudgedLook[];
}

/** From the good on a cue may hold this long without being false; the clear time tells of it. */
const LINGER_MS = { fast: 2_000, slow: 6_000 } as const;

export interface Event {
  readonly scenario: string;
  readonly id: BenchedId;
  readonly atMs: number;
}

/** Declared times, ms; the judge's own are in utils/cues/dwell.ts. */
export const LIMITS_MS = {
  fast: { hold: 1500, clear: 1000 },
  slow: { hold: 5000, clear: 3000 },
} as const;

/** Held or cleared, and took longer than declared. */
export interface Late extends Event {
  readonly what: 'hold' | 'clear';
  readonly tookMs: number;
}

export interface CueScore {
  readonly positives: number;
  /** Scenarios in which this cue must not hold at any time. */
  readonly negatives: number;
  readonly hits: number;
  readonly missed: readonly Event[];
  readonly wrong: readonly Event[];
  readonly late: readonly Late[];
  /** From the first camera frame with the evidence to the look that makes the cue hold, and back. */
  readonly holdMs: readonly number[];
  readonly clearMs: readonly number[];
}

export function scoreCue(id: BenchedId, cases: readonly Case[]): CueScore {
  const all = cases.map((one) => scoreCase(id, one));
  const positives = all.reduce((sum, { intervals }) => sum + intervals, 0);
  const missed = all.flatMap((one) => one.missed);
  return {
    positives,
    negatives: all.filter(({ isNegative }) => isNegative).length,
    hits: positives - missed.length,
    missed,
    wrong: all.flatMap((one) => one.wrong),
    late: all.flatMap((one) => one.late),
    holdMs: all.flatMap((one) => one.holdMs),
    clearMs: all.flatMap((one) => one.clearMs),
  };
}

export function precisionOf({ hits, wrong }: CueScore): number {
  return hits + wrong.length === 0 ? 1 : hits / (hits + wrong.length);
}

export function recallOf({ hits, positives }: CueScore): number {
  return positives === 0 ? 1 : hits / positives;
}

function scoreCase(id: BenchedId, { scenario, truth, judged }: Case) {
  const runs = runsOf(truth, id);
  const event = (atMs: number): Event => ({ scenario: scenario.name, id, atMs: Math.round(atMs) });
  const holdMs: number[] = [];
  const clearMs: number[] = [];
  const missed: Event[] = [];
  const wrong: Event[] = [];
  const late: Late[] = [];
  const took = (what: Late['what'], fromMs: number, toMs: number) => {
    const tookMs = Math.round(toMs - fromMs);
    if (tookMs > LIMITS_MS[BENCHED[id]][what]) late.push({ ...event(fromMs), what, tookMs });
    (what === 'hold' ? holdMs : clearMs).push(toMs - fromMs);
  };
  for (const [index, { state, fromMs, toMs, direction }] of runs.entries()) {
    if (state !== 'bad') continue;
    const holdsAt = (look: JudgedLook) =>
      look.holding.some((one) => one.id === id && (!direction || one.direction === direction));
    const first = judged.find((look) => look.atMs >= fromMs && look.atMs < toMs && holdsAt(look));
    if (!first) {
      missed.push(event(fromMs));
      const otherWay = judged.find(
        (look) => look.atMs >= fromMs && look.atMs < toMs && has(look, id),
      );
      if (otherWay) wrong.push(event(otherWay.atMs));
      continue;
    }
    took('hold', fromMs, first.atMs);
    const good = runs.slice(index + 1).find((run) => run.state === 'good');
    if (!good) continue;
    const cleared = judged.find((look) => look.atMs >= good.fromMs && !has(look, id));
    took('clear', good.fromMs, cleared?.atMs ?? scenario.lengthMs);
  }
  wrong.push(...falseHolds(id, scenario, truth, judged).map(event));
  return {
    intervals: runs.filter(({ state }) => state === 'bad').length,
    isNegative: runs.every(({ state }) => state === 'good'),
    missed,
    wrong,
    late,
    holdMs,
    clearMs,
  };
}

const has = ({ holding }: JudgedLook, id: BenchedId) => holding.some((one) => one.id === id);

interface Run {
  readonly state: Truth;
  readonly fromMs: number;
  readonly toMs: number;
  readonly direction: TruthFrame['direction'];
}

/** Stretches of the same truth. */
export function runsOf(truth: readonly TruthFrame[], id: BenchedId): Run[] {
  const runs: Run[] = [];
  for (const [index, { atMs, of, direction }] of truth.entries()) {
    const state = of[id];
    const before = runs.at(-1);
    const toMs = truth[index + 1]?.atMs ?? Number.POSITIVE_INFINITY;
    if (before?.state === state) runs[runs.length - 1] = { ...before, toMs };
    else {
      const shown = id === 'off-centre' ? direction : undefined;
      runs.push({ state, fromMs: atMs, toMs, direction: shown });
    }
  }
  return runs;
}

/**
 * When the cue held without a reason: began to in a good picture, or went on long after it was good again.
 * @returns the beginning of each such stretch
 */
export function falseHolds(
  id: BenchedId,
  { scoredFromMs = 0, once = [] }: Scenario,
  truth: readonly TruthFrame[],
  judged: readonly JudgedLook[],
): number[] {
  const runs = runsOf(truth, id);
  const runAt = (atMs: number) => runs.find((run) => atMs >= run.fromMs && atMs < run.toMs);
  const found: number[] = [];
  let holding = false;
  let excused = false;
  for (const look of judged) {
    const holds = has(look, id);
    const run = runAt(look.atMs);
    const good = run?.state === 'good' && look.atMs >= scoredFromMs;
    const lingers =
      good && run && run.fromMs > 0 && look.atMs - run.fromMs <= LINGER_MS[BENCHED[id]];
    if (!holds) excused = false;
    else if (!good || (lingers && holding)) excused = true;
    else if (!holding) found.push(look.atMs);
    else if (excused) {
      // It has lingered too long, or held into the scored time.
      excused = false;
      found.push(look.atMs);
    }
    holding = holds;
  }
  return once.includes(id) ? found.slice(1) : found;
}

/** Every stretch in which any cue held without a reason. */
export function falseCues(cases: readonly Case[]): Event[] {
  return cases.flatMap(({ scenario, truth, judged }) =>
    BENCHED_IDS.flatMap((id) =>
      falseHolds(id, scenario, truth, judged).map((atMs) => ({
        scenario: scenario.name,
        id,
        atMs,
      })),
    ),
  );
}

/**
 * Changes of any cue beyond the first while nothing changes: within a steady stretch a cue may come, or go,
 * once. Walking and shaking pictures are not steady.
 */
export function flicker(cases: readonly Case[]): {
  readonly changes: Event[];
  readonly minutes: number;
} {
  const changes: Event[] = [];
  let steadyMs = 0;
  for (const { scenario, truth, judged } of cases) {
    const { scoredFromMs = 0, once = [] } = scenario;
    for (const { fromMs, toMs } of steadyStretches(truth)) {
      const looks = judged.filter(
        ({ atMs }) => atMs >= Math.max(fromMs, scoredFromMs) && atMs < toMs,
      );
      steadyMs += (looks.at(-1)?.atMs ?? 0) - (looks[0]?.atMs ?? 0);
      for (const id of BENCHED_IDS) {
        const changed = looks.filter((look, i) => {
          const before = looks[i - 1];
          return before !== undefined && has(before, id) !== has(look, id);
        });
        const allowed = once.includes(id) ? 2 : 1;
        for (const { atMs } of changed.slice(allowed))
          changes.push({ scenario: scenario.name, id, atMs });
      }
    }
  }
  return { changes, minutes: steadyMs / 60_000 };
}

function steadyStretches(truth: readonly TruthFrame[]) {
  const stretches: { fromMs: number; toMs: number }[] = [];
  let open = false;
  for (const [index, frame] of truth.entries()) {
    const before = truth[index - 1];
    const last = stretches.at(-1);
    const walking = frame.of['hold-still'] !== 'good';
    if (!frame.steady || walking) open = false;
    else if (open && last && before && sameTruth(before, frame)) last.toMs = frame.atMs;
    else {
      stretches.push({ fromMs: frame.atMs, toMs: frame.atMs });
      open = true;
    }
  }
  return stretches;
}

function sameTruth(a: TruthFrame, b: TruthFrame): boolean {
  return a.of === b.of || BENCHED_IDS.every((id) => a.of[id] === b.of[id]);
}

/** The value below which this share of them lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
  return sorted[Math.max(0, at)] ?? Number.NaN;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
