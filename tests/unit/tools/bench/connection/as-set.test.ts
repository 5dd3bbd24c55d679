import { expect, test } from 'vitest';
import { asMade, measuredOf, notAsSet } from '../../../../../tools/bench/connection/as-set.ts';
import type { Step } from '../../../../../tools/bench/connection/calls.ts';
import { GOOD_LINE } from '../../../../../tools/bench/connection/line.ts';
import type { Counts } from '../../../../../tools/link/link.ts';

/** 1000 packets of 500 bytes in 10 s, each 100 ms under way, of which 50 are lost. */
const way = (change: Partial<Counts> = {}): Counts => ({
  came: 1000,
  passed: 950,
  passedBytes: 475_000,
  passedMs: 95_000,
  lost: 50,
  overflowed: 0,
  cut: 0,
  ...change,
});
const traced = (change: Partial<Counts> = {}) => ({
  fromMs: 5_000,
  toMs: 15_000,
  counts: { aToB: way(change), bToA: way() },
});
const step: Step = {
  name: '5 % loss, 200 ms',
  seconds: 10,
  line: { ...GOOD_LINE, lossRatio: 0.05, roundTripMs: 200 },
};

test('what the link did in a step', () => {
  expect(measuredOf(traced())).toEqual({
    lossRatio: [0.05, 0.05],
    roundTripMs: 200,
    kbps: [380, 380],
    overflowRatio: [0, 0],
  });
  expect(measuredOf(traced({ passed: 0 })).roundTripMs).toBeNull();
});

test.each<[string, Partial<Counts>, Partial<Step['line']>, string[]]>([
  ['as set', {}, {}, []],
  ['within the scatter', { lost: 70 }, {}, []],
  ['more lost', { lost: 90 }, {}, ['loss 0.0900']],
  ['later', { passedMs: 160_000 }, {}, ['268 ms']],
  ['later through its own queue', { passedMs: 160_000 }, { rateKbps: 400 }, []],
  ['faster', {}, { rateKbps: 300 }, ['380 kbit/s', '380 kbit/s']],
  ['a cut', { lost: 0, cut: 1000, passed: 0 }, { cut: true }, []],
])('%s', (_name, counts, line, said) => {
  const set = { ...step, line: { ...step.line, ...line } };
  expect(notAsSet(set, traced(counts))).toEqual(said.map((what) => `${step.name}: ${what}`));
});

test.each<[string, Partial<Counts>, Partial<Step['line']>, Partial<Step>]>([
  ['a call that goes on', {}, {}, {}],
  ['a full queue loses packets in earnest', { overflowed: 20 }, {}, { may: 'connection-unstable' }],
  ['a full queue for a moment', { overflowed: 9 }, {}, {}],
  ['a call that was given up', { passedBytes: 20_000 }, {}, { notAsked: true }],
  ['a cut', { passedBytes: 0 }, { cut: true }, {}],
])('%s: what the call made of the line', (_name, counts, line, change) => {
  const set = { ...step, line: { ...step.line, ...line } };
  expect(asMade(set, traced(counts))).toEqual({ ...set, ...change });
});
