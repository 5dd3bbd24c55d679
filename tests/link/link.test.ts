import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CLEAR, type End, type Link, openLink, whyNoLink } from '../../tools/link/link.ts';
import type { SendRequest, Sent } from '../../tools/link/station.ts';

const missing = whyNoLink();
if (missing) console.warn(`\n  NOT MEASURED: the link between two namespaces, ${missing}.\n`);

/** A process of an end that sends on request. */
interface Station {
  readonly process: ChildProcess;
  send(request: Partial<SendRequest>): Promise<Sent>;
}

async function stationAt(end: End, other: End): Promise<Station> {
  const child = end.spawn(
    process.execPath,
    ['--import', 'tsx', 'tools/link/station.ts', end.address],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  if (!child.stdout || !child.stdin) throw new Error('A station without pipes.');
  const { stdin } = child;
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value ?? 'null');
  await next();
  return {
    process: child,
    async send(request) {
      const usual = { to: other.address, packets: 60, everyMs: 5, bytes: 200, waitMs: 150 };
      stdin.write(`${JSON.stringify({ ...usual, ...request })}\n`);
      return next();
    },
  };
}

const quickest = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 10)] ?? Number.NaN;
const middle = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

describe.skipIf(missing)(`the link${missing ? ` (not measured: ${missing})` : ''}`, () => {
  let link: Link;
  let a: Station;
  const stations: Station[] = [];

  beforeAll(async () => {
    link = await openLink({ seed: 7 });
    const both = await Promise.all([stationAt(link.a, link.b), stationAt(link.b, link.a)]);
    stations.push(...both);
    a = both[0];
  });
  afterAll(async () => {
    for (const station of stations) station.process.kill();
    await link?.close();
  });
  afterEach(async () => {
    await link.set(CLEAR);
  });

  /** What Linux, Python and two Node processes add to the quickest tenth, which a busy machine hardly holds up. */
  const OWN_MS = 10;

  test('set to nothing lets everything through at once', async () => {
    const { sent, roundTripsMs } = await a.send({});
    expect(roundTripsMs).toHaveLength(sent);
    expect(quickest(roundTripsMs)).toBeLessThan(OWN_MS);
  });

  test.each([10, 50, 200])('delays by %d ms each way', async (delayMs) => {
    await link.set({ delayMs });
    const { roundTripsMs } = await a.send({ waitMs: 2 * delayMs + 150 });
    console.log(`  set ${2 * delayMs} ms, measured ${middle(roundTripsMs).toFixed(1)} ms`);
    expect(roundTripsMs).toHaveLength(60);
    expect(Math.min(...roundTripsMs)).toBeGreaterThanOrEqual(2 * delayMs - 1);
    expect(quickest(roundTripsMs)).toBeLessThan(2 * delayMs + OWN_MS);
  });

  test('delays one way alone', async () => {
    await link.set({ delayMs: 80 }, 'aToB');
    const { roundTripsMs } = await a.send({ waitMs: 250 });
    expect(Math.min(...roundTripsMs)).toBeGreaterThanOrEqual(79);
    expect(quickest(roundTripsMs)).toBeLessThan(80 + OWN_MS);
  });

  test('jitter spreads the delay, by no more than is set', async () => {
    await link.set({ delayMs: 60, jitterMs: 40 });
    const { roundTripsMs } = await a.send({ everyMs: 20, waitMs: 300 });
    expect(roundTripsMs).toHaveLength(60);
    expect(Math.min(...roundTripsMs)).toBeGreaterThanOrEqual(2 * (60 - 40) - 1);
    expect(Math.max(...roundTripsMs) - Math.min(...roundTripsMs)).toBeGreaterThan(40);
    expect(quickest(roundTripsMs)).toBeLessThan(2 * 60 + OWN_MS);
  });

  test.each([0.01, 0.05, 0.1, 0.5])('loses a share of %d each way', async (lossRatio) => {
    await link.set({ lossRatio });
    const before = await link.counts();
    const { roundTripsMs } = await a.send({ packets: 2000, everyMs: 0.4, bytes: 100 });
    const after = await link.counts();
    for (const way of ['aToB', 'bToA'] as const) {
      const came = after[way].came - before[way].came;
      const lost = after[way].lost - before[way].lost;
      console.log(`  ${way}: set ${lossRatio}, measured ${(lost / came).toFixed(4)} of ${came}`);
      // Four standard deviations of a binomial share.
      const scatter = 4 * Math.sqrt((lossRatio * (1 - lossRatio)) / came);
      expect(Math.abs(lost / came - lossRatio)).toBeLessThan(scatter);
    }
    // What the link says it lost is what the ends miss.
    const missed = after.aToB.lost - before.aToB.lost + after.bToA.lost - before.bToA.lost;
    expect(2000 - roundTripsMs.length).toBe(missed);
  });

  test.each([
    [100, 200],
    [1000, 600],
    [5000, 1200],
  ])('lets through %d kbit/s, and drops what waits too long', async (rateKbps, bytes) => {
    await link.set({ rateKbps, queueMs: 100 }, 'aToB');
    // Twice as much as fits, for about a second and a half.
    const everyMs = (bytes * 8) / (2 * rateKbps);
    const { sent, roundTripsMs, arrived } = await a.send({
      packets: Math.round(1500 / everyMs),
      everyMs,
      bytes,
      waitMs: 400,
    });
    const kbps = (((arrived?.packets ?? 0) - 1) * bytes * 8) / (arrived?.overMs ?? Number.NaN);
    console.log(`  set ${rateKbps} kbit/s, measured ${kbps.toFixed(0)}`);
    expect(kbps / rateKbps).toBeGreaterThan(0.9);
    expect(kbps / rateKbps).toBeLessThan(1.1);
    expect(roundTripsMs.length).toBeLessThan(0.7 * sent);
    const ownTimeMs = (bytes * 8) / rateKbps;
    // The queue is full most of the time, and never longer than is set.
    expect(middle(roundTripsMs)).toBeGreaterThan(0.6 * 100);
    expect(quickest(roundTripsMs)).toBeLessThan(100 + ownTimeMs + OWN_MS);
  });

  test('cut lets nothing through, not even what is under way, and goes on afterwards', async () => {
    await link.set({ delayMs: 300 });
    const sending = a.send({ packets: 20, waitMs: 800 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { aToB } = await link.set({ cut: true });
    expect(aToB.came - aToB.lost - aToB.cut - aToB.overflowed).toBeGreaterThan(aToB.passed);
    expect((await sending).roundTripsMs).toEqual([]);
    await link.set({ cut: false, delayMs: 0 });
    expect((await a.send({ packets: 20 })).roundTripsMs).toHaveLength(20);
  });
});
