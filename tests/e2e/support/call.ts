import type { DrivenPage } from '../../../tools/browsers/browser.ts';
import { findCoach } from '../../../tools/browsers/coach.ts';
import { expect } from './test.ts';

/**
 * Pictures sent by the patient, and pictures shown of the clinician, as the demo clinic's page counts them.
 * Firefox keeps no count of the latter, so a callback does; in Chromium it would wait for the compositor.
 */
const COUNT = `{
  const view = document.querySelector('#remote-view');
  const count = () => {
    view.dataset.shown = Number(view.dataset.shown ?? 0) + 1;
    view.requestVideoFrameCallback(count);
  };
  if (!view.dataset.shown) {
    view.dataset.shown = 0;
    view.requestVideoFrameCallback(count);
  }
  clinic.sentVideo().then((sent) => [
    sent?.framesSent ?? 0,
    view.getVideoPlaybackQuality().totalVideoFrames || Number(view.dataset.shown),
  ]);
}`;

/** Both directions of the demo clinic's call still bring new pictures. */
export async function expectCallGoesOn(page: DrivenPage): Promise<void> {
  const [sent = 0, shown = 0] = await page.evaluate<number[]>(COUNT);
  await expect
    .poll(
      async () => {
        const [sentNow = 0, shownNow = 0] = await page.evaluate<number[]>(COUNT);
        return [sentNow > sent + 1, shownNow > shown + 1];
      },
      { message: 'the call goes on, both ways', timeout: 30_000 },
    )
    .toEqual([true, true]);
}

/** From the preview straight into the call. */
export async function startCall(page: DrivenPage): Promise<void> {
  await page.evaluate('clinic.clinicianJoins()');
  await expectCallGoesOn(page);
}

/** What the coach says stands in the way; null when it says nothing. */
export async function readTrouble(page: DrivenPage): Promise<string | null> {
  const coach = await findCoach(page);
  const script = `document.querySelector('[data-trouble]')?.dataset.trouble ?? null`;
  return coach ? coach.evaluate<string | null>(script).catch(() => null) : null;
}

export async function untilTrouble(page: DrivenPage, trouble: string | null): Promise<void> {
  await expect
    .poll(() => readTrouble(page), { message: `the coach says ${trouble}`, timeout: 30_000 })
    .toBe(trouble);
}

/** The coaches on a page; one is the most that there may be. */
export const countCoaches = (page: DrivenPage) =>
  page.evaluate<number>(`document.querySelectorAll('eyelevel-coach').length`);

/** A session as the log has it: docs/session-format.md. */
export interface LoggedSession {
  readonly id: string;
  readonly endedBy: 'not-ended' | 'page' | 'closed-later';
}

/** Asks the background for the log, as the popup does, from the welcome page that is open since the install. */
export async function readLog(welcome: DrivenPage): Promise<readonly LoggedSession[]> {
  const list = await welcome.evaluate<{ records: LoggedSession[] }>(
    `(globalThis.browser ?? chrome).runtime.sendMessage({ kind: 'session', message: { op: 'list' } })`,
  );
  return list.records;
}
