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
  /** How often the coach has looked so far; 0 without one. */
  looks(): Promise<number>;
}

/** In the coach: counts the frames that go to the worker; all that it is told beside them is to start. */
const COUNT_LOOKS = `{
  const { postMessage } = Worker.prototype;
  globalThis.benchLooks = 0;
  Worker.prototype.postMessage = function (message, ...more) {
    if (message?.kind !== 'start') globalThis.benchLooks++;
    return postMessage.call(this, message, ...more);
  };
}`;

export async function startWatchedCall(
  demoUrl: string,
  cameraFile: string,
  coached: { readonly place: 'good' | 'could-be-better' } | null,
): Promise<WatchedCall> {
  const mark = markedBrowser();
  const extension = coached && EXTENSION;
  const call = await startCall(demoUrl, { cameraFile, extension, args: [mark.arg] });
  const { page } = call;
  for (const tab of call.browser.context.pages()) {
    // Welcome shares the extension's process, and is no part of a call.
    if (tab.url().startsWith('chrome-extension:')) await tab.close();
  }
  if (coached) await untilAreaIs(page, 'place', coached.place);
  const coach = await findCoach(page);
  if (Boolean(coach) !== Boolean(coached)) throw new Error('The wrong browser has a coach.');
  await coach?.evaluate(COUNT_LOOKS);
  return {
    ...call,
    processes: mark.find(),
    session: () => call.browser.context.newCDPSession(page as unknown as Page),
    looks: async () => (await coach?.evaluate<number>('benchLooks')) ?? 0,
  };
}
