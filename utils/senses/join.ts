import { importance } from '../cues/arbiter/rules.ts';
import type { Judgement, SenseJudgement } from '../cues/types.ts';
import { areaOf } from './catalogue.ts';

/**
 * One judgement of all senses: what the camera sees, and what the others say beside it. Each sense has its own
 * clock of looks; here is what each of them said last.
 */
export function join(picture: Judgement, senses: readonly SenseJudgement[]): Judgement {
  const holding = [...picture.holding, ...senses.flatMap((sense) => sense.holding)].sort(
    (a, b) => importance(a.id) - importance(b.id),
  );
  const areas = { ...picture.areas };
  for (const { area, isJudged } of senses) {
    if (holding.some(({ id }) => areaOf(id) === area)) areas[area] = 'could-be-better';
    else if (isJudged) areas[area] = 'good';
  }
  return { ...picture, holding, areas };
}
