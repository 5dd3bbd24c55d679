import { CONNECTION_CUES } from '../../../utils/connection/cues.ts';
import type { CueId } from '../../../utils/cues/types.ts';
import type { BrowserKind, Step } from './calls.ts';
import type { JudgedLook } from './replay.ts';

type Heard = Pick<JudgedLook, 'atMs' | 'holding'>;

export const CUE_IDS: readonly CueId[] = CONNECTION_CUES.map(({ id }) => id);

/** Both a cue's way in and its way out. */
export const WITHIN_S = 10;

/** One party in one step. */
export interface StepScore {
  readonly step: Step;
  readonly browser: BrowserKind;
  /** The cue that must hold here; null on a good line. */
  readonly must: CueId | null;
  /** Seconds from the step's beginning until it held; null: never. */
  readonly onsetS: number | null;
  /** Share of the looks from then on in which it held. */
  readonly keptShare: number | null;
  /** Seconds from the step's beginning until the cue of the step before was gone; null: there was none. */
  readonly clearS: number | null;
  readonly cleared: CueId | null;
  /** What else began to hold, or did not go in time, each time once. */
  readonly others: readonly CueId[];
}

export interface SteppedLooks {
  readonly step: Step;
  readonly fromMs: number;
  readonly toMs: number;
}

export function scoreParty(
  browser: BrowserKind,
  steps: readonly SteppedLooks[],
  looks: readonly Heard[],
): StepScore[] {
  return steps.map(({ step, fromMs, toMs }, i) => {
    const during = looks.filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
    const heldBefore = looks.findLast(({ atMs }) => atMs < fromMs)?.holding ?? [];
    const must = mustOf(step, browser);
    const first = must ? during.findIndex(({ holding }) => holding.includes(must)) : -1;
    const after = first < 0 ? [] : during.slice(first);
    const secondsTo = (look: Heard | undefined) =>
      look ? (look.atMs - fromMs) / 1000 : (toMs - fromMs) / 1000;
    const before = steps[i - 1];
    const cleared = before && heldBefore.find((id) => id === mustOf(before.step, browser));
    const isOver = cleared !== undefined && cleared !== must && !step.notAsked;
    return {
      step,
      browser,
      must,
      onsetS: first < 0 ? null : secondsTo(during[first]),
      keptShare: must && first >= 0 ? share(after, (look) => look.holding.includes(must)) : null,
      clearS: isOver ? secondsTo(during.find(({ holding }) => !holding.includes(cleared))) : null,
      cleared: isOver ? cleared : null,
      others: step.notAsked
        ? []
        : othersIn(during, fromMs, heldBefore, must).filter((id) => id !== step.may),
    };
  });
}

function mustOf({ must, inFirefox }: Step, browser: BrowserKind): CueId | null {
  return (browser === 'firefox' && inFirefox) || must || null;
}

/** What held before may stay as long as a cue may take to go. */
function othersIn(
  looks: readonly Heard[],
  fromMs: number,
  heldBefore: readonly CueId[],
  must: CueId | null,
): CueId[] {
  return CUE_IDS.filter((id) => id !== must).flatMap((id) => {
    const held = looks.map(({ holding }) => holding.includes(id));
    const stays = heldBefore.includes(id);
    const began = held.filter((holds, i) => holds && !(held[i - 1] ?? stays)).length;
    const gone = looks.find(({ holding }) => !holding.includes(id))?.atMs;
    const isLate = stays && (gone ?? Infinity) > fromMs + 1000 * WITHIN_S;
    return Array.from({ length: began + (isLate ? 1 : 0) }, () => id);
  });
}

function share(looks: readonly Heard[], is: (look: Heard) => boolean): number {
  return looks.filter(is).length / looks.length;
}
