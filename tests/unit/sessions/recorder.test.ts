import { describe, expect, it } from 'vitest';
import type { Phase } from '../../../utils/areas.ts';
import type { CueId, Judgement, Presented } from '../../../utils/cues/types.ts';
import type { SessionBin, SessionCue, SessionMessage } from '../../../utils/sessions/messages.ts';
import { createRecorder } from '../../../utils/sessions/recorder.ts';
import { judgement } from './support.ts';

const ID = '7b0c6a5e-4f0e-4c39-9a55-3c1d8f1f5a10';
const WALL_MS = Date.UTC(2026, 2, 5, 9, 30, 42, 123);
const NONE: Presented = { kind: 'none' };
/** The judgement's clock has any origin. */
const ORIGIN_MS = 123_456;

type Within = (atS: number) => boolean;
const between =
  (fromS: number, toS: number): Within =>
  (atS) =>
    atS >= fromS && atS < toS;

interface Call {
  readonly lengthS: number;
  readonly tickS?: number;
  readonly phase?: (atS: number) => Phase;
  readonly dark?: Within;
  readonly unjudged?: Within;
  readonly cues?: Readonly<Partial<Record<CueId, Within>>>;
  readonly tip?: (atS: number) => CueId | null;
  /** Ticks that never come (a frozen tab). */
  readonly frozen?: Within;
}

function record(call: Call) {
  const recorder = createRecorder({ id: ID });
  const sent: { readonly atS: number; readonly message: SessionMessage }[] = [];
  const keep = (atS: number, messages: readonly SessionMessage[]) =>
    sent.push(...messages.map((message) => ({ atS, message })));
  for (let atS = 0; atS <= call.lengthS; atS += call.tickS ?? 0.25) {
    if (call.frozen?.(atS)) continue;
    const areas: Partial<Judgement['areas']> = call.unjudged?.(atS)
      ? { light: 'not-judged' }
      : call.dark?.(atS)
        ? { light: 'could-be-better' }
        : {};
    const holding = Object.entries(call.cues ?? {})
      .filter(([, holds]) => holds(atS))
      .map(([id]) => ({ id: id as CueId, sinceMs: 0 }));
    const tip = call.tip?.(atS) ?? null;
    const presented: Presented = tip
      ? { kind: 'tip', tip: { id: tip, shownAtMs: 0, announce: false } }
      : NONE;
    const phase = call.phase?.(atS) ?? 'in-call';
    const said = judgement(ORIGIN_MS + atS * 1000, areas, holding);
    keep(atS, recorder.record(said, presented, phase, WALL_MS + atS * 1000));
  }
  keep(call.lengthS, recorder.end());
  keep(call.lengthS, recorder.end());
  return sent;
}

const ops = (sent: ReturnType<typeof record>) => sent.map(({ message }) => message.op);

/** The bins as the store would put them together. */
function bins(sent: ReturnType<typeof record>): SessionBin[] {
  const all: SessionBin[] = [];
  for (const { message } of sent) {
    if (message.op === 'write') all.splice(message.fromBin, all.length, ...message.bins);
  }
  return all;
}

function cues(sent: ReturnType<typeof record>): readonly SessionCue[] {
  const last = sent.map(({ message }) => message).findLast((message) => message.op === 'write');
  return last?.op === 'write' ? last.cues : [];
}

describe('the life of a session', () => {
  it('opens with the call, writes each 15 s, closes once', () => {
    const sent = record({ lengthS: 45 });
    expect(sent.map(({ atS, message }) => `${message.op}@${atS}`)).toEqual([
      'open@0',
      'write@15',
      'write@30',
      'write@45',
      'write@45',
      'close@45',
    ]);
  });

  it('says when it began to the minute, not finer', () => {
    const [first] = record({ lengthS: 1 });
    expect(first?.message).toEqual({
      op: 'open',
      id: ID,
      startedAtMs: Date.UTC(2026, 2, 5, 9, 30),
    });
  });

  it('preview and waiting leave nothing', () => {
    expect(record({ lengthS: 120, phase: () => 'preview' })).toEqual([]);
    expect(record({ lengthS: 120, phase: () => 'waiting' })).toEqual([]);
    const sent = record({ lengthS: 60, phase: (atS) => (atS < 30 ? 'preview' : 'in-call') });
    expect(sent[0]).toMatchObject({ atS: 30, message: { op: 'open' } });
    expect(bins(sent)).toHaveLength(2);
  });

  it.each([
    ['how many people there were', 'someone-else-in-view'],
    ['who spoke when', 'muted-while-talking'],
  ] as const)('%s leaves nothing', (_, id) => {
    const sent = record({
      lengthS: 60,
      cues: { [id]: between(0, 60), 'too-dark': between(0, 60) },
      tip: () => id,
    });
    expect(cues(sent).map((cue) => cue.id)).toEqual(['too-dark']);
    expect(JSON.stringify(sent)).not.toContain(id);
  });

  it('ends with the call, and nothing comes after', () => {
    const sent = record({ lengthS: 90, phase: (atS) => (atS < 31 ? 'in-call' : 'ended') });
    expect(sent.at(-1)).toMatchObject({ atS: 31, message: { op: 'close' } });
    expect(ops(sent).filter((op) => op === 'close')).toHaveLength(1);
  });

  it('is not judged while the line is broken, and goes on', () => {
    const phase = (atS: number): Phase => (atS >= 15 && atS < 45 ? 'waiting' : 'in-call');
    const states = bins(record({ lengthS: 60, phase })).map(({ light }) => light);
    expect(states).toEqual(['good', 'not-judged', 'not-judged', 'good']);
  });

  it('forgets for good', () => {
    const recorder = createRecorder({ id: ID });
    recorder.record(judgement(0), NONE, 'in-call', WALL_MS);
    expect(recorder.forget()).toEqual([{ op: 'forget', id: ID }]);
    expect(recorder.record(judgement(16_000), NONE, 'in-call', WALL_MS)).toEqual([]);
    expect(recorder.end()).toEqual([]);
  });

  it('repeats the last minute, so that a lost message is healed by the next', () => {
    const sent = record({ lengthS: 150 });
    for (const lost of [2, 3, 4, 5]) {
      const without = sent.filter((_, index) => index !== lost);
      expect(bins(without)).toEqual(bins(sent));
    }
    const sizes = sent.map(({ message }) => (message.op === 'write' ? message.bins.length : 0));
    expect(Math.max(...sizes)).toBe(5);
  });
});

describe('the rule of a bin', () => {
  const cases: [string, Omit<Call, 'lengthS'>, string][] = [
    ['never dark', {}, 'good'],
    ['dark for 9 %', { dark: between(0, 1.35), tickS: 0.05 }, 'good'],
    ['dark for 10 %', { dark: between(0, 1.5) }, 'fair'],
    ['dark for 49 %', { dark: between(0, 7.35), tickS: 0.05 }, 'fair'],
    ['dark for half', { dark: between(0, 7.5) }, 'poor'],
    ['dark all the time', { dark: between(0, 99) }, 'poor'],
    ['judged for half', { unjudged: between(0, 7.5) }, 'good'],
    ['judged for less than half', { unjudged: between(0, 7.55), tickS: 0.05 }, 'not-judged'],
    [
      'a share of the judged time, not of the bin',
      { unjudged: between(0, 5), dark: between(10, 99) },
      'poor',
    ],
    ['no tick for most of it', { frozen: between(0.1, 14.9) }, 'not-judged'],
    ['a slow tab looks every two seconds', { tickS: 2 }, 'good'],
  ];
  it.each(cases)('%s', (_, call, expected) => {
    expect(bins(record({ lengthS: 15, ...call }))[0]?.light).toBe(expected);
  });

  it('a frozen tab leaves bins that are not judged, and the time stays right', () => {
    const states = bins(record({ lengthS: 75, frozen: between(16, 60) })).map(({ light }) => light);
    expect(states).toEqual(['good', 'not-judged', 'not-judged', 'not-judged', 'good']);
  });

  it.each([
    [22, 1],
    [22.5, 2],
  ])('a call of %d s has %d bins: a last one counts from half on', (lengthS, count) => {
    expect(bins(record({ lengthS }))).toHaveLength(count);
  });

  it('an area that nobody judges is never called good', () => {
    expect(bins(record({ lengthS: 15 }))[0]).toMatchObject({ sound: 'not-judged' });
  });
});

describe('the cues', () => {
  const one = (cue: Partial<SessionCue>): SessionCue[] => [
    { id: 'too-dark', atS: 0, shown: false, cleared: false, putRight: false, ...cue },
  ];
  const dark = (holds: Within) => ({ cues: { 'too-dark': holds } });
  const shown = (is: Within) => ({
    tip: (atS: number) => (is(atS) ? ('too-dark' as const) : null),
  });
  const cases: [string, Call, SessionCue[]][] = [
    ['none', { lengthS: 60 }, []],
    ['still there at the end', { lengthS: 60, ...dark(between(0, 99)) }, one({})],
    ['begins in its bin', { lengthS: 60, ...dark(between(44, 99)) }, one({ atS: 30 })],
    ['cleared without a tip', { lengthS: 60, ...dark(between(0, 20)) }, one({ cleared: true })],
    [
      'put right within 60 s after its tip',
      { lengthS: 120, ...dark(between(0, 69)), ...shown(between(10, 40)) },
      one({ shown: true, cleared: true, putRight: true }),
    ],
    [
      'cleared later than that',
      { lengthS: 120, ...dark(between(0, 71)), ...shown(between(10, 40)) },
      one({ shown: true, cleared: true }),
    ],
    [
      'shown and still there',
      { lengthS: 60, ...dark(between(0, 99)), ...shown(between(10, 40)) },
      one({ shown: true }),
    ],
    [
      'not cleared by turning the camera off',
      {
        lengthS: 60,
        cues: { 'too-dark': between(0, 20), 'camera-off': between(20, 99) },
      },
      [...one({}), ...one({ id: 'camera-off', atS: 15 })],
    ],
    [
      'flickering is one entry',
      { lengthS: 60, ...dark((atS) => Math.floor(atS) % 2 === 0) },
      one({ cleared: false }),
    ],
    [
      'back after a bin without it is another',
      { lengthS: 90, ...dark((atS) => atS < 10 || atS >= 30) },
      [...one({ cleared: true }), ...one({ atS: 30 })],
    ],
    [
      'what returned is not put right',
      {
        lengthS: 60,
        ...dark((atS) => atS < 20 || atS >= 25),
        ...shown(between(10, 20)),
      },
      one({ shown: true }),
    ],
    [
      'before the call there are none',
      {
        lengthS: 60,
        phase: (atS) => (atS < 30 ? 'preview' : 'in-call'),
        ...dark(between(0, 20)),
      },
      [],
    ],
  ];
  it.each(cases)('%s', (_, call, expected) => {
    expect(cues(record(call))).toEqual(expected);
  });
});
