import { AREAS, type Area, type AreaState } from '../utils/areas.ts';
import type { SessionCue } from '../utils/sessions/messages.ts';
import { type SessionRecord, statesOf } from '../utils/sessions/schema.ts';

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
