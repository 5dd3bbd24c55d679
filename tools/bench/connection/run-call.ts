import { type Counts, type Link, type LinkCounts, openLink } from '../../link/link.ts';
import type { Call, Step } from './calls.ts';
import { GOOD_LINE, linkSettingsOf } from './line.ts';
import { type Party, startParty } from './party.ts';
import type { Site } from './site.ts';
import type { Trace, TracedStep } from './trace.ts';

const CONNECTED_WITHIN_MS = 30_000;
/** When pages that have no connection, though there is a line, negotiate anew. */
const MEND_AFTER_MS = 3000;

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** A call of two browsers over a link that changes, in real time. */
export async function runCall({ parties: kinds, steps }: Call, site: Site): Promise<Trace> {
  const link = await openLink();
  const parties: Party[] = [];
  try {
    await link.set(linkSettingsOf(GOOD_LINE));
    const [a, b] = await Promise.all([
      startParty(link.a, kinds[0], site),
      startParty(link.b, kinds[1], site),
    ]);
    parties.push(a, b);
    for (const { kind, ask } of parties) await ask('ready', kind === 'firefox' ? 'film' : 'camera');
    await describe(a, b, false);
    await untilConnected(a, b);
    await Promise.all(parties.map(({ ask }) => ask('look')));
    const traced: TracedStep[] = [];
    for (const step of steps) traced.push(await walk(step, link, a, b));
    const looks = await Promise.all(parties.map(({ ask }) => ask('takeLooks')));
    return {
      steps: traced,
      parties: parties.map(({ kind }, i) => ({ browser: kind, looks: looks[i] ?? [] })),
    };
  } finally {
    await Promise.all(parties.map(({ leave }) => leave()));
    await link.close();
  }
}

/** What a call page's signalling does; here it does not depend on the line. */
async function describe(a: Party, b: Party, restartIce: boolean): Promise<void> {
  const offer = await a.ask('offer', restartIce);
  await a.ask('accept', await b.ask('answer', offer));
}

async function untilConnected(...parties: readonly Party[]): Promise<void> {
  const endAt = Date.now() + CONNECTED_WITHIN_MS;
  for (;;) {
    const states = await Promise.all(parties.map(({ ask }) => ask('iceState')));
    if (states.every((state) => state === 'connected' || state === 'completed')) return;
    if (Date.now() > endAt) throw new Error(`The call does not come about: ${states.join(', ')}.`);
    await wait(100);
  }
}

async function walk(step: Step, link: Link, a: Party, b: Party): Promise<TracedStep> {
  const before = await link.set(linkSettingsOf(step.line));
  const fromMs = Date.now();
  const endMs = fromMs + 1000 * step.seconds;
  if (!step.line.cut && endMs - fromMs > MEND_AFTER_MS) {
    await wait(MEND_AFTER_MS);
    await mend(a, b);
  }
  await wait(endMs - Date.now());
  const after = await link.counts();
  console.log(`  ${step.name}`);
  return { fromMs, toMs: Date.now(), counts: difference(before, after) };
}

/**
 * Once, as call pages do: Chromium gives the way up after some 15 s, and only a new negotiation gets it back. Not for one
 * end alone: Firefox says "disconnected" for seconds after it is heard again, and a negotiation disturbs more than it mends.
 */
async function mend(a: Party, b: Party): Promise<void> {
  const states = await Promise.all([a.ask('iceState'), b.ask('iceState')]);
  if (states.every((state) => state === 'failed' || state === 'disconnected')) {
    await describe(a, b, true);
  }
}

function difference(before: LinkCounts, after: LinkCounts): LinkCounts {
  const ofWay = (way: keyof LinkCounts): Counts => ({
    came: after[way].came - before[way].came,
    passed: after[way].passed - before[way].passed,
    passedBytes: after[way].passedBytes - before[way].passedBytes,
    passedMs: after[way].passedMs - before[way].passedMs,
    lost: after[way].lost - before[way].lost,
    overflowed: after[way].overflowed - before[way].overflowed,
    cut: after[way].cut - before[way].cut,
  });
  return { aToB: ofWay('aToB'), bToA: ofWay('bToA') };
}
