import { isDeepStrictEqual } from 'node:util';
import type { CueId } from '../../../utils/cues/types.ts';
import { median } from '../report.ts';
import { asMade, notAsSet } from './as-set.ts';
import type { Call, Step } from './calls.ts';
import { type JudgedLook, replay } from './replay.ts';
import { CUE_IDS, type StepScore, scoreParty } from './score.ts';
import type { Trace, TracedStep } from './trace.ts';

export interface JudgedCall {
  readonly call: Call;
  readonly trace: Trace;
  readonly judged: readonly (readonly JudgedLook[])[];
  /** By party, by step. */
  readonly scores: readonly (readonly StepScore[])[];
  /** Looks that the page itself read otherwise, with the code of its time. */
  readonly readOtherwise: number;
}

export function judgeCall(call: Call, trace: Trace): JudgedCall {
  const judged = trace.parties.map(({ looks }) => replay(looks));
  const steps = stepsOf(call, trace);
  const readOtherwise = trace.parties.map(({ looks }, i) => {
    const again = judged[i] ?? [];
    return looks.filter((look, j) => !isDeepStrictEqual(look.observation, again[j]?.said)).length;
  });
  return {
    call,
    trace,
    judged,
    scores: trace.parties.map(({ browser }, i) => scoreParty(browser, steps, judged[i] ?? [])),
    readOtherwise: readOtherwise.reduce((sum, looks) => sum + looks, 0),
  };
}

/** A call's steps, each with its times. */
export function stepsOf({ steps }: Call, trace: Trace): (TracedStep & { readonly step: Step })[] {
  return steps.flatMap((step, i) => {
    const traced = trace.steps[i];
    return traced ? [{ ...traced, step: asMade(step, traced) }] : [];
  });
}

/** One cue's figures, as docs/bench/connection.json has them. Null: never measured, or never so. */
export interface CueFigures {
  /** Times that it had to hold, and those in which it never did. */
  readonly positives: number;
  readonly missed: number;
  /** The worst; null where one was missed. */
  readonly onsetS: number | null;
  readonly onsetMedianS: number | null;
  readonly clearS: number | null;
  readonly clearMedianS: number | null;
  /** The least share of the rest of its step for which it stayed. */
  readonly keptShare: number | null;
  /** How often it held on a good line, 1 % loss included. */
  readonly falseAtGood: number;
  /** How often it held on a bad line that asks for another cue. */
  readonly besides: number;
}

export interface Figures {
  readonly cues: Readonly<Record<CueId, CueFigures>>;
  /** Of all parties together. */
  readonly goodMinutes: number;
}

export function figuresOf(calls: readonly JudgedCall[]): Figures {
  const scores = calls.flatMap((one) => one.scores.flat());
  const good = scores.filter(isGood);
  return {
    cues: Object.fromEntries(
      CUE_IDS.map((id) => [id, figuresOfCue(id, scores)]),
    ) as Figures['cues'],
    goodMinutes: round(good.reduce((sum, { step }) => sum + step.seconds, 0) / 60, 1),
  };
}

export const isGood = ({ must, step }: StepScore) => !must && !step.notAsked;

function figuresOfCue(id: CueId, scores: readonly StepScore[]): CueFigures {
  const asked = scores.filter(({ must }) => must === id);
  const onsets = asked.flatMap(({ onsetS }) => onsetS ?? []);
  const clears = scores
    .filter(({ cleared }) => cleared === id)
    .flatMap(({ clearS }) => clearS ?? []);
  const kept = asked.flatMap(({ keptShare }) => keptShare ?? []);
  const missed = asked.length - onsets.length;
  const times = (some: readonly StepScore[]) =>
    some.reduce((sum, { others }) => sum + others.filter((other) => other === id).length, 0);
  return {
    positives: asked.length,
    missed,
    onsetS: missed > 0 ? null : worst(onsets),
    onsetMedianS: onsets.length > 0 ? round(median(onsets), 1) : null,
    clearS: worst(clears),
    clearMedianS: clears.length > 0 ? round(median(clears), 1) : null,
    keptShare: kept.length > 0 ? round(Math.min(...kept), 2) : null,
    falseAtGood: times(scores.filter(isGood)),
    besides: times(scores.filter((score) => !isGood(score))),
  };
}

const worst = (values: readonly number[]) =>
  values.length > 0 ? round(Math.max(...values), 1) : null;

export function faultsOf(calls: readonly JudgedCall[]): { link: string[]; heard: string[] } {
  return {
    link: calls.flatMap(({ call, trace }) =>
      stepsOf(call, trace)
        .flatMap(({ step, ...traced }) => notAsSet(step, traced))
        .map((what) => `${call.name}, ${what}`),
    ),
    heard: calls.flatMap(({ call, scores }) =>
      scores.flatMap((party, i) =>
        party.flatMap(({ step, browser, others, must, onsetS }) => [
          ...others.map((id) => `${call.name}, ${end(i)} (${browser}), ${step.name}: ${id} held`),
          ...(must && onsetS === null
            ? [`${call.name}, ${end(i)} (${browser}), ${step.name}: ${must} never held`]
            : []),
        ]),
      ),
    ),
  };
}

export const end = (i: number) => (i === 0 ? 'a' : 'b');

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
