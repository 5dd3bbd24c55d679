import { ALONE_AND_UNKNOWN, type Circumstances, type Neutral } from '../circumstances.ts';
import type { Observation } from '../observation.ts';
import { neutralOf } from '../signals/neutral.ts';
import { NO_MEMORY, updateSignals } from '../signals/signals.ts';
import { judgeAreas } from './areas.ts';
import { dwell, NOT_HOLDING } from './dwell.ts';
import { FACELESS_SPEED, facelessEvidence } from './faceless.ts';
import { createHold } from './hold.ts';
import { noFace } from './no-face.ts';
import { PICTURE_CUES } from './picture-cues.ts';
import { sceneOf } from './scene.ts';
import type { Judgement } from './types.ts';

export interface Judge {
  /** Observations must come in the order of their time. */
  observe(observation: Observation, circumstances?: Circumstances): Judgement;
  /** What could be learnt now as the person's own; null while they do not sit and look. */
  settledNeutral(): Neutral | null;
}

/** Observation -> signals -> cues. Pure but for what it remembers: the same trace, the same cues. */
export function createJudge(): Judge {
  let memory = NO_MEMORY;
  const hold = createHold(PICTURE_CUES);
  let faceless = NOT_HOLDING;

  return {
    observe(observation, circumstances = ALONE_AND_UNKNOWN) {
      const updated = updateSignals(memory, observation, circumstances);
      memory = updated.memory;
      const { signals } = updated;
      hold.look(signals, signals.atMs);

      const evidence = facelessEvidence(signals);
      faceless = dwell(faceless, evidence, { speed: FACELESS_SPEED }, signals.atMs);
      const someoneIsThere = faceless.holdingSinceMs !== null;
      // It goes on unsaid: it hides what is guessed of a face, and holds at once when the person is gone.
      if (someoneIsThere) hold.beginAnew(noFace.id, signals.atMs);

      const holding = hold.holding().filter(({ id }) => !(someoneIsThere && id === noFace.id));
      const holdingIds = new Set(holding.map(({ id }) => id));
      return {
        atMs: signals.atMs,
        holding,
        unsettled: hold.isUnsettled() || faceless.run !== null,
        areas: judgeAreas(signals, holdingIds),
        scene: sceneOf(signals, holdingIds),
        // Where even a face could not be seen, nobody knows.
        faceless: someoneIsThere && !noFace.hiddenBy.some(hold.holds),
      };
    },
    settledNeutral: () => neutralOf(memory.history),
  };
}
