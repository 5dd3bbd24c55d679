import { AREAS, type Area, type AreaState } from '../areas.ts';
import { areaOf, CATALOGUE } from '../senses/catalogue.ts';
import type { SessionCue } from '../sessions/messages.ts';
import { type SessionRecord, statesOf } from '../sessions/schema.ts';

/** An area over a whole call, in a word. No share, no number, no grade. */
export type AreaSummary = 'good' | 'mostly' | 'partly' | 'not-judged';

/** At least this share of the judged bins was good: "good most of the time". */
const MOSTLY_RATIO = 0.75;

export function summariseAreas(bins: SessionRecord['bins']): Readonly<Record<Area, AreaSummary>> {
  return Object.fromEntries(AREAS.map((area) => [area, summarise(statesOf(bins[area]))])) as Record<
    Area,
    AreaSummary
  >;
}

function summarise(states: readonly AreaState[]): AreaSummary {
  const judged = states.filter((state) => state !== 'not-judged');
  if (judged.length === 0) return 'not-judged';
  const good = judged.filter((state) => state === 'good').length;
  if (good === judged.length) return 'good';
  return good / judged.length >= MOSTLY_RATIO ? 'mostly' : 'partly';
}

/** Tips that were on screen: each once, and put right if it was so every time. */
export function summariseTips(cues: readonly SessionCue[]): readonly SessionCue[] {
  const tips = new Map<string, SessionCue>();
  for (const cue of cues) {
    if (!cue.shown) continue;
    const key = `${cue.id} ${cue.direction ?? ''}`;
    const before = tips.get(key);
    tips.set(key, before ? { ...before, putRight: before.putRight && cue.putRight } : cue);
  }
  return [...tips.values()];
}

export interface CallSummary {
  readonly areas: readonly AreaLine[];
  /** What would have helped most; null: nothing, or nothing that is known. */
  readonly change: SessionCue | null;
}

/** One line of the look back. */
export interface AreaLine {
  readonly area: Area;
  readonly summary: AreaSummary;
  /** What it was, where it could have been better: what began to hold most often. */
  readonly cue: SessionCue | null;
}

/**
 * A call in a line an area. What would have helped most is what stood in the way of the area that was good for the
 * shortest time; of areas that are equal, of the more important cue.
 */
export function summariseCall({ bins, cues }: SessionRecord): CallSummary {
  const summaries = summariseAreas(bins);
  const areas = AREAS.map((area) => {
    const summary = summaries[area];
    const couldBeBetter = summary === 'mostly' || summary === 'partly';
    return { area, summary, cue: couldBeBetter ? mostFrequent(cues, area) : null };
  });
  const [worst] = areas
    .flatMap(({ area, cue }) => (cue ? [{ cue, bins: notGood(statesOf(bins[area])) }] : []))
    .sort((a, b) => b.bins - a.bins || importance(a.cue) - importance(b.cue));
  return { areas, change: worst?.cue ?? null };
}

function mostFrequent(cues: readonly SessionCue[], area: Area): SessionCue | null {
  const times = new Map<string, { readonly cue: SessionCue; count: number }>();
  for (const cue of cues) {
    if (areaOf(cue.id) !== area) continue;
    const key = `${cue.id} ${cue.direction ?? ''}`;
    const one = times.get(key) ?? { cue, count: 0 };
    one.count += 1;
    times.set(key, one);
  }
  const [most] = [...times.values()].sort(
    (a, b) => b.count - a.count || importance(a.cue) - importance(b.cue),
  );
  return most?.cue ?? null;
}

const notGood = (states: readonly AreaState[]) =>
  states.filter((state) => state === 'fair' || state === 'poor').length;

/** Less is more important. */
const importance = ({ id }: SessionCue) => CATALOGUE.findIndex((cue) => cue.id === id);
