import { GOOD_SITUATION, type Situation } from '../../../demo/sitter/situation.ts';
import type { DrivenBrowser, DrivenFrame, DrivenPage } from '../../../tools/browsers/browser.ts';
import { untilCoach } from '../../../tools/browsers/coach.ts';
import type { CueId } from '../../../utils/cues/types.ts';

/** Far beyond what is promised: these checks say what happens, and the benches say how fast. */
export const PATIENT_MS = 60_000;

/** The frame of the demo clinic that has the call: the page itself, or the one inside it. */
export async function callFrame(page: DrivenPage): Promise<DrivenFrame> {
  return until('the clinic’s frame', async () => {
    for (const frame of page.frames()) {
      const has = await frame.evaluate('Boolean(window.clinic)').catch(() => false);
      if (has) return frame;
    }
    return null;
  });
}

/** Sits well but for these. */
export async function sit(call: DrivenFrame, changes: Partial<Situation> = {}): Promise<void> {
  await call.evaluate(`sitter.set(${JSON.stringify({ ...GOOD_SITUATION, ...changes })})`);
}

export async function joinCall(page: DrivenPage, call: DrivenFrame): Promise<void> {
  await call.evaluate('clinic.clinicianJoins()');
  await untilCoach(page, 'the call', ({ phase }) => phase === 'in-call', PATIENT_MS);
}

/** A coached call in which both sides may be heard. */
export interface HeardCall {
  readonly page: DrivenPage;
  readonly call: DrivenFrame;
}

/** @param query of the demo clinic's address, beside what keeps it from going on by itself */
export async function openHeardCall(
  driven: DrivenBrowser,
  demo: { readonly url: string },
  camera: string,
  query = '',
): Promise<HeardCall> {
  const page = await driven.newTab(camera);
  await page.goto(`${demo.url}?wait=never&controls=0${query}`);
  const call = await callFrame(page);
  await untilCoach(page, 'the preview', ({ phase }) => phase === 'preview', PATIENT_MS);
  // Pressed by hand: only then may a page sound, and listen; and only who listens finds the pause for a tip.
  await call.click('#to-waiting-room');
  await joinCall(page, call);
  return { page, call };
}

/** The cue holds while the sitter sits so, and stops when they sit well again. */
export async function holdsAndStops(
  page: DrivenPage,
  call: DrivenFrame,
  cue: CueId,
  changes: Partial<Situation>,
): Promise<void> {
  await sit(call, changes);
  await untilCoach(page, `${cue} holds`, ({ holding }) => holding.includes(cue), PATIENT_MS);
  await sit(call);
  await untilCoach(page, `${cue} stops`, ({ holding }) => holding.length === 0, PATIENT_MS);
}

/** Asks again and again until there is an answer. @throws Error when there is none in time */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  timeoutMs = PATIENT_MS,
): Promise<T> {
  const endAt = Date.now() + timeoutMs;
  while (Date.now() < endAt) {
    const answer = await answered(ask(), endAt - Date.now(), what);
    if (answer) return answer;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`Not within ${timeoutMs} ms: ${what}`);
}

/** @throws Error when the browser does not answer at all: its drivers would wait for ever */
async function answered<T>(answer: Promise<T>, withinMs: number, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    const error = new Error(`The browser has not answered for ${withinMs} ms: ${what}`);
    timer = setTimeout(() => reject(error), withinMs);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

/**
 * Presses until what was to happen has happened. The panel may move, or fold, between the look
 * for the button and the press; where nothing was hit, the press is made again.
 */
export async function press(
  click: () => Promise<void>,
  what: string,
  isDone: () => Promise<boolean>,
  againAfterMs = 4_000,
): Promise<void> {
  await until(what, async () => {
    await click().catch(() => undefined);
    return until(what, isDone, againAfterMs).catch(() => false);
  });
}
