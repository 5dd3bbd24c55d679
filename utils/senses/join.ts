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
  for (const { area, isJudged } of senses) if (isJudged) areas[area] = 'good';
  // A sense may also see what belongs to another area: a picture that stands still, to the line.
  for (const { id } of senses.flatMap((sense) => sense.holding))
    areas[areaOf(id)] = 'could-be-better';
  return { ...picture, holding, areas };
}
