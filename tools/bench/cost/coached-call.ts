import type { CDPSession, Page } from '@playwright/test';
import { findCoach } from '../../browsers/coach.ts';
import { type BenchedCall, startCall, untilAreaIs } from '../call.ts';
import { type BrowserProcesses, markedBrowser } from './processes.ts';

export const EXTENSION = '.output/chrome-mv3-e2e';

/** A call whose processes are known. */
export interface WatchedCall extends BenchedCall {
  readonly processes: BrowserProcesses;
  /** To the call's page, for the profiler. */
  session(): Promise<CDPSession>;
  /** What the coach has done so far; nothing without one. */
  counts(): Promise<CoachCounts>;
}

export interface CoachCounts {
  /** Frames that were judged. */
  readonly looks: number;
  /** Those of them in which the model looked for a face; the others showed what the one before did. */
  readonly searches: number;
}

/** In the coach: each look asks for the next one, and all that the worker is told beside frames is to start. */
const COUNT = `{
  globalThis.benchCounts = { looks: 0, searches: 0 };
  const watch = (of, isCounted) => {
    const { postMessage } = of;
    of.postMessage = function (message, ...more) {
      isCounted(message?.kind);
      return postMessage.call(this, message, ...more);
    };
  };
  watch(MessagePort.prototype, (kind) => { if (kind === 'next-frame') benchCounts.looks++; });
  watch(Worker.prototype, (kind) => { if (kind !== 'start') benchCounts.searches++; });
}`;

export async function startWatchedCall(
  demoUrl: string,
  cameraFile: string,
  coached: { readonly place: 'good' | 'could-be-better' } | null,
  microphone = true,
): Promise<WatchedCall> {
  const mark = markedBrowser();
  const extension = coached && EXTENSION;
  const call = await startCall(demoUrl, { cameraFile, extension, args: [mark.arg], microphone });
  const { page } = call;
  for (const tab of call.browser.context.pages()) {
    // Welcome shares the extension's process, and is no part of a call.
    if (tab.url().startsWith('chrome-extension:')) await tab.close();
  }
  if (coached) await untilAreaIs(page, 'place', coached.place);
  const coach = await findCoach(page);
  if (Boolean(coach) !== Boolean(coached)) throw new Error('The wrong browser has a coach.');
  await coach?.evaluate(COUNT);
  return {
    ...call,
    processes: mark.find(),
    session: () => call.browser.context.newCDPSession(page as unknown as Page),
    counts: async () =>
      (await coach?.evaluate<CoachCounts>('benchCounts')) ?? { looks: 0, searches: 0 },
  };
}
