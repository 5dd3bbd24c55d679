import { inCall, sentFps } from '../call.ts';
import type { WatchedCall } from './coached-call.ts';
import type { Counted } from './page/messages.ts';
import { cpuBetween, cpuSeconds, pssMb } from './processes.ts';

/** One stretch of a call. Processor times in seconds of one core for each second of the call: cores. */
export interface CallWindow {
  readonly fps: number;
  readonly browserCores: number;
  readonly extensionCores: number;
  readonly extensionMsPerLook: number;
  readonly looksPerSecond: number;
  readonly searchesPerSecond: number;
  readonly memoryMb: number;
}

export function measureCall(call: WatchedCall, seconds: number): Promise<CallWindow> {
  const { page, processes } = call;
  return inCall(page, async () => {
    const before = cpuSeconds(processes.all());
    const beforeExtension = cpuSeconds(processes.extension());
    const countsBefore = await call.counts();
    const startedMs = performance.now();
    const fps = await sentFps(page, seconds);
    const tookS = (performance.now() - startedMs) / 1000;
    const counts = await call.counts();
    const looks = counts.looks - countsBefore.looks;
    const searches = counts.searches - countsBefore.searches;
    const extensionS = cpuBetween(beforeExtension, cpuSeconds(processes.extension()));
    return {
      fps,
      browserCores: cpuBetween(before, cpuSeconds(processes.all())) / tookS,
      extensionCores: extensionS / tookS,
      extensionMsPerLook: (1000 * extensionS) / looks,
      looksPerSecond: looks / tookS,
      searchesPerSecond: searches / tookS,
      memoryMb: pssMb(processes.extension()),
    };
  });
}

/** One stretch of looking without a coach, in a page that does nothing else. */
export interface InferenceWindow {
  readonly msPerLook: number;
  readonly looksPerSecond: number;
}

export async function measureInference(
  { page, processes }: Pick<WatchedCall, 'page' | 'processes'>,
  everyMs: number,
  seconds: number,
): Promise<InferenceWindow> {
  await page.evaluate(`begin(${everyMs})`);
  await new Promise((done) => setTimeout(done, 2 * everyMs));
  const before = cpuSeconds(processes.pages());
  const startedMs = performance.now();
  const looksBefore = (await page.evaluate<Counted>('count()')).looks;
  await new Promise((done) => setTimeout(done, seconds * 1000));
  const used = cpuBetween(before, cpuSeconds(processes.pages()));
  const tookS = (performance.now() - startedMs) / 1000;
  const { looks, found } = await page.evaluate<Counted>('end()');
  if (found < 0.9 * looks) throw new Error(`Only ${found} faces in ${looks} looks.`);
  return {
    msPerLook: (1000 * used) / (looks - looksBefore),
    looksPerSecond: (looks - looksBefore) / tookS,
  };
}
