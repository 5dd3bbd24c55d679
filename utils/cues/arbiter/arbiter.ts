import type { CallContext, CueId, HoldingCue, Judgement, Presented, Tip } from '../types.ts';
import { type Budget, createBudget } from './budget.ts';
import { isMended } from './cleared.ts';
import { createClinicianFirst } from './clinician-first.ts';
import { createFacelessNotice } from './faceless-notice.ts';
import { createPauseWait } from './pause-wait.ts';
import {
  CALM_RULES,
  canBeDeclined,
  FIRST_MINUTE_MS,
  GOOD_NOW_MS,
  GROUP_OF,
  IN_CALL_TIP_AT_MOST_MS,
  IN_VIEW_BEFORE_TIP_MS,
  INFORMATION_AT_MOST_MS,
  importance,
  isCannotBeSeen,
  isInformation,
  isOfFace,
  isUrgent,
  SAME_TIP_AGAIN_MS,
  TIP_AT_LEAST_MS,
} from './rules.ts';

export interface Arbiter {
  /**
   * Call it each tick, also with the last judgement when none is new. `nowMs` never goes back; it
   * need not be the clock of the judgement.
   */
  decide(judgement: Judgement, context: CallContext): Presented;
}

/** Brisk: before the call, tips come at once. Calm: in the call, the talk comes first. */
type Manner = 'brisk' | 'calm';

interface OnScreen {
  readonly tip: Tip;
  readonly manner: Manner;
  /** When its words last changed: a new direction stands its time, too. */
  readonly readFromMs: number;
}

const NONE: Presented = { kind: 'none' };

/** Decides which tip is shown, and when: the third layer of docs/cues.md. */
export function createArbiter(): Arbiter {
  let call = createCall();
  return {
    decide(judgement, context) {
      if (context.phase === 'ended') {
        call = createCall();
        return NONE;
      }
      return call.decide(judgement, context);
    },
  };
}

/** The memory of one call: all of it goes when the call has ended. */
function createCall(): Arbiter {
  const clinicianFirst = createClinicianFirst();
  const pauseWait = createPauseWait<CueId>();
  const facelessNotice = createFacelessNotice();
  const informed = new Set<CueId>();
  const leftAtMs = new Map<CueId, number>();
  let begun: { readonly atMs: number; readonly budget: Budget } | null = null;
  let inViewSinceMs: number | null = null;
  let onScreen: OnScreen | null = null;
  let goodNow: Extract<Presented, { kind: 'good-now' }> | null = null;

  function decide(judged: Judgement, context: CallContext): Presented {
    const { nowMs } = context;
    const judgement = withoutGuesses(judged);
    const manner: Manner = context.phase === 'in-call' ? 'calm' : 'brisk';
    if (manner === 'calm') begun ??= { atMs: nowMs, budget: createBudget(nowMs) };
    clinicianFirst.watch(judgement, context);
    inViewSinceMs = isInView(judgement) ? (inViewSinceMs ?? nowMs) : null;

    if (context.sharing || context.paused) {
      takeDown(nowMs);
      facelessNotice.takeDown();
      pauseWait.interrupt();
      goodNow = null;
      return NONE;
    }

    const next = (manner === 'brisk' ? nextBrisk : nextCalm)(judgement, context);
    keepOrTakeDown(judgement, context, manner, next);
    const asked = manner === 'calm' && clinicianFirst.silent(nowMs);
    const notice = facelessNotice.stands({
      nowMs,
      faceless: judgement.faceless,
      manner,
      speech: context.speech,
      held: onScreen !== null || asked,
      givesWay: next !== null || asked,
    });
    if (onScreen) return { kind: 'tip', tip: onScreen.tip };
    // In the call a screen reader would speak over the clinician.
    if (notice) return { kind: 'faceless', announce: manner === 'brisk' };

    const over = !goodNow || nowMs >= goodNow.untilMs || !isMended(goodNow.cleared, judgement);
    if (over || manner === 'calm') goodNow = null;
    if (goodNow) return goodNow;
    return next ? show(next, manner, nowMs) : NONE;
  }

  function keepOrTakeDown(
    judgement: Judgement,
    { nowMs, cannotChange, accompanied }: CallContext,
    manner: Manner,
    next: HoldingCue | null,
  ): void {
    if (!onScreen) return;
    const { id } = onScreen.tip;
    if (isInformation(id) && (manner === 'calm' || accompanied)) {
      takeDown(nowMs);
      return;
    }
    if (cannotChange.has(id) && canBeDeclined(id)) {
      if (manner === 'calm') begun?.budget.declined(nowMs);
      takeDown(nowMs);
      return;
    }
    if (nowMs - onScreen.readFromMs < TIP_AT_LEAST_MS) return;

    const cue = judgement.holding.find((holding) => holding.id === id);
    const standsMs = nowMs - onScreen.tip.shownAtMs;
    if (!cue) {
      // Nobody is praised for being alone.
      if (manner === 'brisk' && !isInformation(id) && isMended(id, judgement)) {
        goodNow = { kind: 'good-now', untilMs: nowMs + GOOD_NOW_MS, cleared: id };
      }
      takeDown(nowMs);
    } else if (
      onScreen.manner !== manner ||
      (next && importance(next.id) < importance(id)) ||
      (manner === 'calm' && (clinicianFirst.silent(nowMs) || standsMs >= IN_CALL_TIP_AT_MOST_MS)) ||
      (isInformation(id) && standsMs >= INFORMATION_AT_MOST_MS)
    ) {
      takeDown(nowMs);
    } else if (cue.direction !== onScreen.tip.direction) {
      const { shownAtMs, announce } = onScreen.tip;
      onScreen = { tip: tipOf(cue, shownAtMs, announce), manner, readFromMs: nowMs };
    }
  }

  function takeDown(nowMs: number): void {
    if (onScreen) leftAtMs.set(onScreen.tip.id, nowMs);
    onScreen = null;
  }

  function show(cue: HoldingCue, manner: Manner, nowMs: number): Presented {
    if (manner === 'calm') begun?.budget.spend(cue.id, nowMs);
    if (isInformation(cue.id)) informed.add(cue.id);
    // In the call a screen reader would speak over the clinician.
    const announce = manner === 'brisk' || isUrgent(cue.id);
    onScreen = { tip: tipOf(cue, nowMs, announce), manner, readFromMs: nowMs };
    return { kind: 'tip', tip: onScreen.tip };
  }

  function nextBrisk(judgement: Judgement, context: CallContext): HoldingCue | null {
    // A call whose line broke: what waited for a pause waits anew.
    pauseWait.interrupt();
    const seen = inViewSinceMs !== null && context.nowMs - inViewSinceMs >= IN_VIEW_BEFORE_TIP_MS;
    const cues = askable(judgement, context).filter(({ id }) => seen || isUrgent(id));
    return mostImportant(cues, () => 0);
  }

  function nextCalm(judgement: Judgement, context: CallContext): HoldingCue | null {
    const { nowMs, speech } = context;
    if (!begun || clinicianFirst.silent(nowMs)) {
      pauseWait.interrupt();
      return null;
    }
    const { budget } = begun;
    const inCallMs = nowMs - begun.atMs;
    const ripe = askable(judgement, context).filter(({ id, sinceMs }) => {
      const rule = CALM_RULES[GROUP_OF[id]];
      const neededMs = inCallMs < FIRST_MINUTE_MS ? rule.heldFirstMinuteMs : rule.heldMs;
      // Time before the call does not count: the first words of a call are left alone.
      const heldMs = Math.min(judgement.atMs - sinceMs, inCallMs);
      return heldMs >= neededMs && budget.allows(id, nowMs);
    });
    const ready = pauseWait.now(
      ripe.map(({ id }) => id),
      speech,
      nowMs,
    );
    // What was said and not mended waits behind what was not said yet.
    return mostImportant(
      ripe.filter(({ id }) => ready.includes(id)),
      budget.timesShown,
    );
  }

  /** The holding cues that may be asked for at all. While something is urgent nothing else is asked. */
  function askable(
    { holding }: Judgement,
    { cannotChange, accompanied, nowMs }: CallContext,
  ): HoldingCue[] {
    const urgent = holding.some(({ id }) => isUrgent(id));
    return holding.filter(
      ({ id }) =>
        id !== onScreen?.tip.id &&
        (!urgent || isUrgent(id)) &&
        !(cannotChange.has(id) && canBeDeclined(id)) &&
        !(isInformation(id) && (accompanied || informed.has(id))) &&
        nowMs - (leftAtMs.get(id) ?? Number.NEGATIVE_INFINITY) >= SAME_TIP_AGAIN_MS,
    );
  }

  return { decide };
}

/** Where no face can be judged, what is said of one is a guess. */
function withoutGuesses(judgement: Judgement): Judgement {
  if (!judgement.faceless) return judgement;
  return { ...judgement, holding: judgement.holding.filter(({ id }) => !isOfFace(id)) };
}

/** Something of the picture can be judged, and nothing says that the person cannot be seen. */
function isInView({ areas, holding }: Judgement): boolean {
  const judged = [areas.picture, areas.light, areas.place].some((state) => state !== 'not-judged');
  return judged && !holding.some(({ id }) => isCannotBeSeen(id));
}

/** Least said first, then the more important group, then the judgement's own order. */
function mostImportant(
  cues: readonly HoldingCue[],
  timesSaid: (id: CueId) => number,
): HoldingCue | null {
  const rank = ({ id }: HoldingCue) => [timesSaid(id), importance(id)] as const;
  const [first] = [...cues].sort((a, b) => {
    const [saidA, placeA] = rank(a);
    const [saidB, placeB] = rank(b);
    return saidA - saidB || placeA - placeB;
  });
  return first ?? null;
}

function tipOf(cue: HoldingCue, shownAtMs: number, announce: boolean): Tip {
  const { id, direction, amountCm } = cue;
  return {
    id,
    shownAtMs,
    announce,
    ...(direction && { direction }),
    ...(amountCm !== undefined && { amountCm }),
  };
}
