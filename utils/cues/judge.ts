import { ALONE_AND_UNKNOWN, type Circumstances, type Neutral } from '../circumstances.ts';
import type { Observation } from '../observation.ts';
import { neutralOf } from '../signals/neutral.ts';
import { NO_MEMORY, updateSignals } from '../signals/signals.ts';
import { judgeAreas } from './areas.ts';
import { CATALOGUE } from './catalogue.ts';
import { type DwellState, dwell, NOT_HOLDING } from './dwell.ts';
import { FACELESS_SPEED, facelessEvidence } from './faceless.ts';
import { mayTalkUnheard } from './muted-while-talking.ts';
import { noFace } from './no-face.ts';
import { sceneOf } from './scene.ts';
import type { CueDirection, CueId, HoldingCue, Judgement } from './types.ts';

export interface Judge {
  /** Observations must come in the order of their time. */
  observe(observation: Observation, circumstances?: Circumstances): Judgement;
  /** What could be learnt now as the person's own; null while they do not sit and look. */
  settledNeutral(): Neutral | null;
}

/** Observation -> signals -> cues. Pure but for what it remembers: the same trace, the same cues. */
export function createJudge(): Judge {
  let memory = NO_MEMORY;
  const states = new Map<CueId, DwellState>();
  const directions = new Map<CueId, CueDirection>();
  const amountsCm = new Map<CueId, number>();
  let faceless = NOT_HOLDING;

  return {
    observe(observation, circumstances = ALONE_AND_UNKNOWN) {
      const updated = updateSignals(memory, observation, circumstances);
      memory = updated.memory;
      const { signals } = updated;

      for (const cue of CATALOGUE) {
        const before = states.get(cue.id) ?? NOT_HOLDING;
        states.set(cue.id, dwell(before, cue.evidence(signals), cue, signals.atMs));
        const direction = cue.direction?.(signals);
        if (direction) directions.set(cue.id, direction);
        if (states.get(cue.id)?.holdingSinceMs == null) amountsCm.delete(cue.id);
        const amountCm = cue.amountCm?.(signals, amountsCm.get(cue.id));
        if (amountCm !== undefined) amountsCm.set(cue.id, amountCm);
      }

      const evidence = facelessEvidence(signals);
      faceless = dwell(faceless, evidence, { speed: FACELESS_SPEED }, signals.atMs);
      const someoneIsThere = faceless.holdingSinceMs !== null;
      // It goes on unsaid: it hides what is guessed of a face, and holds at once when the person is gone.
      const unsaid = states.get(noFace.id);
      if (someoneIsThere && unsaid?.holdingSinceMs != null) {
        states.set(noFace.id, { ...unsaid, holdingSinceMs: signals.atMs });
      }

      const held = CATALOGUE.filter(({ id }) => states.get(id)?.holdingSinceMs != null);
      const heldIds = new Set(held.map(({ id }) => id));
      const holding = held
        .filter(({ hiddenBy }) => !hiddenBy.some((id) => heldIds.has(id)))
        .filter(({ id }) => !(someoneIsThere && id === noFace.id))
        .map(({ id }): HoldingCue => {
          const direction = directions.get(id);
          const amountCm = amountsCm.get(id);
          const sinceMs = states.get(id)?.holdingSinceMs ?? signals.atMs;
          return {
            id,
            sinceMs,
            ...(direction && { direction }),
            ...(amountCm !== undefined && { amountCm }),
          };
        });
      const holdingIds = new Set(holding.map(({ id }) => id));
      return {
        atMs: signals.atMs,
        holding,
        unsettled:
          [...states.values(), faceless].some(({ run }) => run !== null) || mayTalkUnheard(signals),
        areas: judgeAreas(signals, holdingIds),
        scene: sceneOf(signals, holdingIds),
        // Where even a face could not be seen, nobody knows.
        faceless: someoneIsThere && !noFace.hiddenBy.some((id) => heldIds.has(id)),
      };
    },
    settledNeutral: () => neutralOf(memory.history),
  };
}
