import type { Counts, LinkCounts } from '../../link/link.ts';
import type { Step } from './calls.ts';
import type { TracedStep } from './trace.ts';

/** What the link did in a step, by its own counts. */
export interface Measured {
  /** Each way, of the packets that came. */
  readonly lossRatio: Ways;
  /** Of all packets that passed, the mean of both ways together; null: none passed. */
  readonly roundTripMs: number | null;
  /** Each way, IP headers included. */
  readonly kbps: Ways;
  /** Each way: packets that found the queue of a narrow line full, of those that came. */
  readonly overflowRatio: Ways;
}
export type Ways = readonly [aToB: number, bToA: number];

export function measuredOf({ counts, fromMs, toMs }: TracedStep): Measured {
  const ways = (of: (counts: Counts) => number): Ways => [of(counts.aToB), of(counts.bToA)];
  return {
    lossRatio: ways(({ lost, came }) => lost / Math.max(1, came)),
    roundTripMs: roundTripMs(counts),
    kbps: ways(({ passedBytes }) => (8 * passedBytes) / (toMs - fromMs)),
    overflowRatio: ways(({ overflowed, came }) => overflowed / Math.max(1, came)),
  };
}

function roundTripMs({ aToB, bToA }: LinkCounts): number | null {
  if (aToB.passed === 0 || bToA.passed === 0) return null;
  return aToB.passedMs / aToB.passed + bToA.passedMs / bToA.passed;
}

/** More than the loss at which nothing may hold. */
const OVERFLOW_RATIO = 0.01;
/** A call's sound alone is more than this. */
const GONE_KBPS = 20;

/**
 * A step as the call itself made it, by the link's counts. Who sends more than a narrow line carries loses packets in its
 * full queue, until it has found out. And who has had no answer for 30 s gives the call up (RFC 7675, consent): then the line is
 * good and the call is gone.
 */
export function asMade(step: Step, traced: TracedStep): Step {
  const { kbps, overflowRatio } = measuredOf(traced);
  const isGone = !step.line.cut && Math.min(...kbps) < GONE_KBPS;
  if (isGone) return { ...step, notAsked: true };
  return Math.max(...overflowRatio) > OVERFLOW_RATIO
    ? { ...step, may: 'connection-unstable' }
    : step;
}

/** What a busy machine adds to a round trip; the cues' thresholds are apart by several times as much. */
const OWN_MS = 40;
/** Standard deviations of a binomial share. */
const SCATTER = 4;
const OWN_RATE_RATIO = 1.05;

/** What was not as it was set, in a few words each. */
export function notAsSet({ name, line }: Step, traced: TracedStep): string[] {
  const measured = measuredOf(traced);
  const came = [traced.counts.aToB.came, traced.counts.bToA.came] as const;
  const said: string[] = [];
  for (const way of [0, 1] as const) {
    const { lossRatio, rateKbps } = line;
    const scatter = SCATTER * Math.sqrt((lossRatio * (1 - lossRatio)) / Math.max(1, came[way]));
    // In a cut nothing is lost by chance.
    if (!line.cut && Math.abs(measured.lossRatio[way] - lossRatio) > scatter) {
      said.push(`loss ${measured.lossRatio[way].toFixed(4)}`);
    }
    if (rateKbps !== null && measured.kbps[way] > OWN_RATE_RATIO * rateKbps) {
      said.push(`${measured.kbps[way].toFixed(0)} kbit/s`);
    }
  }
  const { roundTripMs } = measured;
  // A narrow line has a queue, and what passes at the edge of a step has the delay of the step before.
  const isTimed = line.rateKbps === null && !line.cut && roundTripMs !== null;
  if (isTimed && Math.abs(roundTripMs - line.roundTripMs) > OWN_MS) {
    said.push(`${roundTripMs.toFixed(0)} ms`);
  }
  return said.map((what) => `${name}: ${what}`);
}
