import type { DrivenFrame, DrivenPage } from './browser.ts';

/** What the coach shows, read through the contract for checks (docs/testing.md). */
export interface CoachView {
  readonly phase: string;
  readonly holding: readonly string[];
  /** Id of the cue whose tip is on screen, or `none`. */
  readonly tip: string;
  readonly direction: string | null;
  /** What is said that is no tip, or null. */
  readonly notice: string | null;
}

const READ = `(() => {
  const root = document.documentElement;
  if (!root.dataset.phase) return null;
  const tip = document.querySelector('[data-cue]');
  return {
    phase: root.dataset.phase,
    holding: (root.dataset.holding ?? '').split(' ').filter(Boolean),
    tip: tip?.dataset.cue ?? 'none',
    direction: tip?.dataset.direction ?? null,
    notice: document.querySelector('[data-notice]')?.dataset.notice ?? null,
  };
})()`;

/** The coach's frame in a tab, or null. Firefox does not tell the frame's address, so its mark is looked for. */
export async function findCoach(page: DrivenPage): Promise<DrivenFrame | null> {
  for (const frame of page.frames().slice(1)) {
    if (await frame.evaluate(READ).catch(() => null)) return frame;
  }
  return null;
}

export async function readCoach(page: DrivenPage): Promise<CoachView | null> {
  const frame = await findCoach(page);
  return frame ? ((await frame.evaluate(READ).catch(() => null)) as CoachView | null) : null;
}

/** Looks until the coach is as wanted; says what it last saw when it never is. */
export async function untilCoach(
  page: DrivenPage,
  what: string,
  isWanted: (coach: CoachView) => boolean,
  timeoutMs = 60_000,
): Promise<CoachView> {
  const endAt = Date.now() + timeoutMs;
  let last: CoachView | null = null;
  while (Date.now() < endAt) {
    last = await readCoach(page);
    if (last && isWanted(last)) return last;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`Not within ${timeoutMs} ms: ${what}. Last seen: ${JSON.stringify(last)}`);
}
