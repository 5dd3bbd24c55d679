import type { CueId, Judgement } from '../types.ts';
import { AREA_OF_GROUP, GROUP_OF, isCannotBeSeen, isOfFace } from './rules.ts';

/**
 * A cue that stopped holding is mended only if it could still be judged: the light is not good
 * because the camera was turned off, nor is a face to be seen because a mask was put on.
 */
export function isMended(id: CueId, { holding, areas, faceless }: Judgement): boolean {
  if (faceless && isOfFace(id)) return false;
  if (holding.some((cue) => cue.id === id)) return false;
  if (holding.some((cue) => isCannotBeSeen(cue.id))) return false;
  return areas[AREA_OF_GROUP[GROUP_OF[id]]] !== 'not-judged';
}
