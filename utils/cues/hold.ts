import type { Cue } from './define-cue.ts';
import { type DwellState, dwell, NOT_HOLDING } from './dwell.ts';
import type { CueDirection, CueId, HoldingCue } from './types.ts';

/** Which cues of one sense hold, from look to look. Pure but for what it remembers. */
export interface Hold<S> {
  /** Signals must come in the order of their time. */
  look(signals: S, nowMs: number): void;
  holds(id: CueId): boolean;
  /** As if it had begun to hold only now; nothing where it does not hold. */
  beginAnew(id: CueId, nowMs: number): void;
  /** What holds and is not hidden by another, in the order of the cues. */
  holding(): HoldingCue[];
  /** Evidence has begun for a cue that does not hold, or against one that does. */
  isUnsettled(): boolean;
}

interface Held {
  readonly dwell: DwellState;
  readonly direction?: CueDirection | undefined;
  readonly amountCm?: number | undefined;
}

/** @param cues most important first */
export function createHold<S>(cues: readonly Cue<S>[]): Hold<S> {
  const states = new Map<CueId, Held>();
  const sinceMsOf = (id: CueId) => states.get(id)?.dwell.holdingSinceMs ?? null;
  const holds = (id: CueId) => sinceMsOf(id) !== null;
  return {
    look(signals, nowMs) {
      for (const cue of cues) {
        const before = states.get(cue.id);
        const now = dwell(before?.dwell ?? NOT_HOLDING, cue.evidence(signals), cue, nowMs);
        const said = now.holdingSinceMs === null ? undefined : before?.amountCm;
        states.set(cue.id, {
          dwell: now,
          // The last one known: it stays true while nothing can be judged.
          direction: cue.direction?.(signals) ?? before?.direction,
          amountCm: cue.amountCm?.(signals, said) ?? said,
        });
      }
    },
    holds,
    beginAnew(id, nowMs) {
      const state = states.get(id);
      if (!state || !holds(id)) return;
      states.set(id, { ...state, dwell: { ...state.dwell, holdingSinceMs: nowMs } });
    },
    holding: () =>
      cues.flatMap(({ id, hiddenBy }): HoldingCue[] => {
        const sinceMs = sinceMsOf(id);
        if (sinceMs === null || hiddenBy.some(holds)) return [];
        const { direction, amountCm } = states.get(id) ?? {};
        return [
          {
            id,
            sinceMs,
            ...(direction && { direction }),
            ...(amountCm !== undefined && { amountCm }),
          },
        ];
      }),
    isUnsettled: () => [...states.values()].some((state) => state.dwell.run !== null),
  };
}
