import { describe, expect, test } from 'vitest';
import { createConnectionJudge } from '../../../utils/connection/judge.ts';
import type { CueId, SenseJudgement } from '../../../utils/cues/types.ts';
import { readTapMessage } from '../../../utils/overlay/untrusted.ts';
import { type ConnectionCounters, readConnection } from '../../../utils/tap/connection-stats.ts';
import { type Browser, createCall, type Line } from './line.ts';

const LOOK_MS = 2000;
const BROWSERS: readonly Browser[] = ['chromium', 'firefox'];
const SEEDS = [1, 2, 3, 4];

const idsOf = ({ holding }: SenseJudgement) => holding.map(({ id }) => id);

/** The whole way: statistics, reader, schema, signals, cues. */
function follow(browser: Browser, seed: number, line: Partial<Line> = {}) {
  const call = createCall(browser, seed);
  call.set(line);
  const judge = createConnectionJudge();
  let counters: ConnectionCounters | null = null;
  let nowMs = 0;
  const seen: { atMs: number; ids: readonly CueId[] }[] = [];
  const go = (ms: number, lookMs = LOOK_MS) => {
    const untilMs = nowMs + ms;
    while (nowMs < untilMs) {
      call.pass(lookMs);
      nowMs += lookMs;
      const read = readConnection([call.report()], counters);
      counters = read?.counters ?? null;
      const message = readTapMessage(
        structuredClone({ kind: 'connection', connection: read?.observation }),
      );
      if (message?.kind !== 'connection')
        throw new Error('The schema refuses what the reader says.');
      seen.push({ atMs: nowMs, ids: idsOf(judge.observe(message.connection, nowMs)) });
    }
  };
  const during = (fromMs: number) => seen.filter(({ atMs }) => atMs > fromMs);
  return {
    call,
    go,
    nowMs: () => nowMs,
    ids: () => [...new Set(seen.flatMap(({ ids }) => ids))],
    /** Seconds from a time until a cue holds, and until nothing does; Infinity: never. */
    onsetS: (id: CueId, fromMs: number) =>
      ((during(fromMs).find(({ ids }) => ids.includes(id))?.atMs ?? Infinity) - fromMs) / 1000,
    clearS: (fromMs: number) =>
      ((during(fromMs).find(({ ids }) => ids.length === 0)?.atMs ?? Infinity) - fromMs) / 1000,
    holdingShare: (id: CueId, fromMs: number) =>
      during(fromMs).filter(({ ids }) => ids.includes(id)).length / during(fromMs).length,
  };
}

describe.each(BROWSERS)('%s', (browser) => {
  test.each<[string, Partial<Line>]>([
    ['a good line', {}],
    ['1 % loss', { lossRatio: 0.01 }],
    ['1 % loss, sound alone', { lossRatio: 0.01, hasPicture: false }],
    ['300 ms', { roundTripMs: 300 }],
    ['20 ms', { roundTripMs: 20 }],
    ['jitter of 30 ms', { jitterMs: 30 }],
    ['1 Mbit/s', { rateKbps: 1000 }],
    ['500 kbit/s', { rateKbps: 500 }],
    ['a far end on hold', { isFarSilent: true }],
    [
      'a far end on hold, sound alone, 1 % loss',
      { isFarSilent: true, hasPicture: false, lossRatio: 0.01 },
    ],
  ])('twenty minutes of %s: nothing', (_name, line) => {
    for (const seed of SEEDS) {
      const call = follow(browser, seed, line);
      call.go(20 * 60_000);
      expect(call.ids(), `seed ${seed}`).toEqual([]);
    }
  });

  test('loss of 3 % is between the edges: what holds goes on, as long as it is clear', () => {
    for (const seed of SEEDS) {
      const call = follow(browser, seed, { lossRatio: 0.1 });
      call.go(20_000);
      const changedMs = call.nowMs();
      call.call.set({ lossRatio: 0.03 });
      call.go(30_000);
      expect(call.holdingShare('connection-unstable', changedMs), `seed ${seed}`).toBeGreaterThan(
        0.6,
      );
    }
  });

  test.each<[CueId, string, Partial<Line>]>([
    ['connection-unstable', '5 % loss', { lossRatio: 0.05 }],
    ['connection-unstable', '10 % loss', { lossRatio: 0.1 }],
    ['connection-unstable', '10 % loss, sound alone', { lossRatio: 0.1, hasPicture: false }],
    ['connection-unstable', 'jitter of 90 ms', { jitterMs: 90 }],
    ['connection-slow', '800 ms', { roundTripMs: 800 }],
    ['offline', 'a cut', { cut: true }],
    ...(browser === 'chromium'
      ? [['connection-slow', '100 kbit/s', { rateKbps: 100 }] as const]
      : []
    ).map(([id, name, line]): [CueId, string, Partial<Line>] => [id, name, line]),
  ])('%s with %s: within 10 s, stays, and goes again', (id, _name, line) => {
    for (const seed of SEEDS) {
      const call = follow(browser, seed);
      call.go(30_000);
      const begunMs = call.nowMs();
      call.call.set(line);
      call.go(40_000);
      const endedMs = call.nowMs();
      expect(call.ids(), `seed ${seed}`).toEqual([id]);
      expect(call.onsetS(id, begunMs), `onset, seed ${seed}`).toBeLessThanOrEqual(10);
      expect(call.holdingShare(id, begunMs + 10_000), `seed ${seed}`).toBeGreaterThan(0.9);
      call.call.set({ lossRatio: 0, jitterMs: 4, roundTripMs: 40, cut: false, rateKbps: null });
      call.go(60_000);
      // Of sound alone the far end reports every 2.5 to 7.5 s.
      const clearS = line.hasPicture === false ? 20 : 10;
      expect(call.clearS(endedMs), `clear, seed ${seed}`).toBeLessThanOrEqual(clearS);
      expect(call.holdingShare(id, endedMs + 1000 * clearS), `seed ${seed}`).toBe(0);
    }
  });

  test('one way alone is enough', () => {
    const call = follow(browser, 3, { isFarSilent: true, lossRatio: 0.1 });
    call.go(40_000);
    expect(call.ids()).toEqual(['connection-unstable']);
  });

  test.each([200, 600, 1000])('a gap of %d ms, again and again, is nothing', (ms) => {
    for (const seed of SEEDS) {
      const call = follow(browser, seed);
      for (const beforeMs of [4_000, 20_000, 20_000, 20_000]) {
        call.go(beforeMs);
        call.call.pass(LOOK_MS - ms / 2);
        call.call.set({ cut: true });
        // A look in the middle of it: half of what is lost in each of two looks.
        call.go(ms / 2, ms / 2);
        call.call.pass(ms / 2);
        call.call.set({ cut: false });
      }
      call.go(20_000);
      expect(call.ids(), `seed ${seed}`).toEqual([]);
    }
  });

  test('a cut is not told as loss when it is over, and a second one is told as soon as the first', () => {
    const call = follow(browser, 5);
    for (let i = 0; i < 2; i++) {
      call.go(20_000);
      call.call.set({ cut: true });
      const begunMs = call.nowMs();
      call.go(14_000);
      expect(call.onsetS('offline', begunMs)).toBeLessThanOrEqual(10);
      call.call.set({ cut: false });
    }
    call.go(60_000);
    expect(call.ids()).toEqual(['offline']);
  });

  test('streams made anew, and a far end that begins anew, are nothing', () => {
    for (const seed of SEEDS) {
      const call = follow(browser, seed, { lossRatio: 0.01 });
      for (let i = 0; i < 6; i++) {
        call.go(14_000);
        if (i % 2 === 0) call.call.renegotiate();
        else call.call.farBeginsAnew();
      }
      call.go(20_000);
      expect(call.ids(), `seed ${seed}`).toEqual([]);
    }
  });

  test('a tab in the background is looked at seldom: nothing, and afterwards as ever', () => {
    for (const lookMs of [1000, 5000, 60_000]) {
      const call = follow(browser, 2);
      call.go(10_000);
      call.go(5 * 60_000, lookMs);
      expect(call.ids()).toEqual([]);
      const begunMs = call.nowMs();
      call.call.set({ cut: true });
      call.go(20_000);
      expect(call.onsetS('offline', begunMs)).toBeLessThanOrEqual(10);
    }
  });

  test('a computer that slept for an hour is not offline for that', () => {
    const call = follow(browser, 2);
    call.go(20_000);
    call.call.set({ cut: true });
    call.go(3_600_000, 3_600_000);
    call.call.set({ cut: false });
    call.go(20_000);
    expect(call.ids()).toEqual([]);
  });
});

test('a call that finds out what the line can carry is not slow', () => {
  const call = follow('chromium', 1, { rateKbps: 150 });
  call.go(8_000);
  call.call.set({ rateKbps: null });
  call.go(60_000);
  expect(call.ids()).toEqual([]);
});

test.each([
  [5, 1, []],
  [100, 20, ['connection-unstable']],
])('of %d packets a look %d lost: %j', (packets, lost, ids) => {
  const judge = createConnectionJudge();
  const said = readConnection([createCall('chromium').report()], null)?.observation;
  if (!said) throw new Error('Nothing was read.');
  const loss = { ratio: lost / packets, packets, overMs: LOOK_MS };
  const look = { ...said, overMs: LOOK_MS, isHeard: true, sent: { ...said.sent, loss } };
  let holding: readonly CueId[] = [];
  for (const nowMs of [0, LOOK_MS])
    expect(judge.observe(look, nowMs).holding, 'two looks').toEqual([]);
  for (let nowMs = 2 * LOOK_MS; nowMs <= 20_000; nowMs += LOOK_MS) {
    holding = idsOf(judge.observe(look, nowMs));
  }
  expect(holding).toEqual(ids);
});

test('Firefox does not say what limits a picture: a narrow line alone is not told there', () => {
  const call = follow('firefox', 1, { rateKbps: 100 });
  call.go(60_000);
  expect(call.ids()).toEqual([]);
});

test('without a connection nothing holds, not even what held', () => {
  const judge = createConnectionJudge();
  expect(judge.observe(null, 0)).toEqual({ area: 'connection', holding: [], isJudged: false });
  const call = follow('chromium', 1, { cut: false });
  call.go(10_000);
  let counters: ConnectionCounters | null = null;
  const look = (nowMs: number) => {
    call.call.pass(LOOK_MS);
    const read = readConnection([call.call.report()], counters);
    counters = read?.counters ?? null;
    return idsOf(judge.observe(read?.observation ?? null, nowMs));
  };
  for (let nowMs = 2000; nowMs <= 10_000; nowMs += LOOK_MS) look(nowMs);
  call.call.set({ cut: true });
  for (let nowMs = 12_000; nowMs <= 20_000; nowMs += LOOK_MS) look(nowMs);
  expect(look(22_000)).toEqual(['offline']);
  expect(idsOf(judge.observe(null, 24_000))).toEqual([]);
});
