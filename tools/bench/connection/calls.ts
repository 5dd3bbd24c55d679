import type { CueId } from '../../../utils/cues/types.ts';
import { GOOD_LINE, type Line } from './line.ts';

export type BrowserKind = 'chromium' | 'firefox';

/** A line for some seconds, and what a perfect observer would say of it. */
export interface Step {
  readonly name: string;
  readonly seconds: number;
  readonly line: Line;
  /** Must hold within 10 s. Neither this nor `notAsked`: a good line, on which nothing may. */
  readonly must?: CueId;
  /** Between good and bad, or over too soon: nothing that holds here is right or wrong. */
  readonly notAsked?: true;
  /** Beside that, this is true as well: it may hold. */
  readonly may?: CueId;
  /** What must hold in its place in Firefox, whose statistics tell less. */
  readonly inFirefox?: CueId;
}

export interface Call {
  readonly name: string;
  readonly parties: readonly [BrowserKind, BrowserKind];
  readonly steps: readonly Step[];
}

const line = (change: Partial<Line>): Line => ({ ...GOOD_LINE, ...change });
const good = (seconds: number, name = 'good', change: Partial<Line> = {}): Step => ({
  name,
  seconds,
  line: line(change),
});
const bad = (seconds: number, name: string, must: CueId, change: Partial<Line>): Step => ({
  name,
  seconds,
  line: line(change),
  must,
});
const notAsked = (seconds: number, name: string, change: Partial<Line>): Step => ({
  name,
  seconds,
  line: line(change),
  notAsked: true,
});

/** A call finds out what the line can carry; then it is as it stays. */
const BEGINNING = good(20, 'good, from the beginning');

const SCRIPTS: Readonly<Record<string, readonly Step[]>> = {
  loss: [
    BEGINNING,
    good(40, '1 % loss', { lossRatio: 0.01 }),
    notAsked(20, '3 % loss', { lossRatio: 0.03 }),
    good(12),
    bad(22, '5 % loss', 'connection-unstable', { lossRatio: 0.05 }),
    good(15),
    bad(22, '10 % loss', 'connection-unstable', { lossRatio: 0.1 }),
    good(15),
  ],
  delay: [
    BEGINNING,
    good(15, '200 ms', { roundTripMs: 200 }),
    good(15, '400 ms', { roundTripMs: 400 }),
    bad(22, '800 ms', 'connection-slow', { roundTripMs: 800 }),
    good(15),
    good(15, '1 % loss, 200 ms', { lossRatio: 0.01, roundTripMs: 200 }),
  ],
  rate: [
    BEGINNING,
    good(10, '5 Mbit/s', { rateKbps: 5000 }),
    good(15, '1 Mbit/s', { rateKbps: 1000 }),
    good(20, '500 kbit/s', { rateKbps: 500 }),
    {
      ...bad(25, '100 kbit/s', 'connection-slow', { rateKbps: 100 }),
      inFirefox: 'connection-unstable',
    },
    good(20),
  ],
  cuts: [
    BEGINNING,
    good(1, 'cut for 1 s', { cut: true }),
    good(10),
    bad(14, 'cut for 14 s', 'offline', { cut: true }),
    good(15),
    bad(32, 'cut for 32 s', 'offline', { cut: true }),
    good(20),
  ],
};

const PAIRS = [
  ['chromium', 'chromium'],
  ['firefox', 'chromium'],
] as const;

/** The whole bench. */
export const CALLS: readonly Call[] = PAIRS.flatMap((parties) =>
  Object.entries(SCRIPTS).map(([name, steps]) => ({
    name: `${parties.join('-')}-${name}`,
    parties,
    steps,
  })),
);

/** Each cue once, in two minutes. */
export const QUICK_CALLS: readonly Call[] = [
  {
    name: 'quick',
    parties: ['firefox', 'chromium'],
    steps: [
      BEGINNING,
      bad(18, '10 % loss', 'connection-unstable', { lossRatio: 0.1 }),
      good(14),
      bad(20, '800 ms', 'connection-slow', { roundTripMs: 800 }),
      good(14),
      bad(14, 'cut for 14 s', 'offline', { cut: true }),
      good(15),
    ],
  },
];
