/** How long our two scripts keep the call page's main thread, by the browser's own sampling profiler. */
import type { CDPSession } from '@playwright/test';

/** Chromium's usual 1 ms would miss most of a script that takes 1 to 4 ms. */
const SAMPLE_EVERY_US = 200;
/**
 * A look begins, waits for the camera's picture, and goes on: two stretches of work, which are one tick. Looks
 * are 240 ms and more apart.
 */
const SAME_TICK_US = 40_000;

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

export interface PageTime {
  /** Of one second of the call. */
  readonly msPerSecond: number;
  /** Ours together, tick by tick. */
  readonly ticksMs: readonly number[];
}

export async function measurePageTime(
  session: CDPSession,
  origin: string,
  forMs: number,
): Promise<PageTime> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_EVERY_US });
  await session.send('Profiler.start');
  await new Promise((done) => setTimeout(done, forMs));
  const { profile } = await session.send('Profiler.stop');
  await session.send('Profiler.disable');
  return timeOf(profile, origin);
}

/** @param origin of our scripts; what they call is theirs, as the browser's own functions that they use */
export function timeOf(profile: Profile, origin: string): PageTime {
  const ours = new Set<number>();
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const urls = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame.url]));
  for (const { id } of profile.nodes) {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      if (urls.get(at)?.startsWith(origin)) ours.add(id);
    }
  }

  const { samples = [], timeDeltas = [] } = profile;
  const ticksUs: number[] = [];
  let nowUs = 0;
  let lastUs = Number.NEGATIVE_INFINITY;
  for (const [i, id] of samples.entries()) {
    nowUs += timeDeltas[i] ?? 0;
    if (!ours.has(id)) continue;
    // A sample stands for the time until the next one.
    const lastsUs = timeDeltas[i + 1] ?? SAMPLE_EVERY_US;
    if (nowUs - lastUs > SAME_TICK_US) ticksUs.push(0);
    ticksUs.push((ticksUs.pop() ?? 0) + lastsUs);
    lastUs = nowUs + lastsUs;
  }
  const sumUs = ticksUs.reduce((sum, us) => sum + us, 0);
  return { msPerSecond: (1000 * sumUs) / nowUs, ticksMs: ticksUs.map((us) => us / 1000) };
}
