import type { Area } from '../areas.ts';
import { CONNECTION_CUES } from '../connection/cues.ts';
import type { Cue } from '../cues/define-cue.ts';
import { PICTURE_CUES } from '../cues/picture-cues.ts';
import type { CueId } from '../cues/types.ts';

/** What is the same of every cue, whatever sense it belongs to. */
export type CatalogueCue = Pick<
  Cue,
  'id' | 'area' | 'speed' | 'dwellMs' | 'priority' | 'hiddenBy' | 'isInformation'
>;

/** Every cue of every sense; of one sense the most important first. */
export const CATALOGUE: readonly CatalogueCue[] = [...PICTURE_CUES, ...CONNECTION_CUES];

const AREA_OF = new Map(CATALOGUE.map(({ id, area }) => [id, area]));

/** The pictogram of the sign that a cue belongs to. */
export function areaOf(id: CueId): Area {
  return AREA_OF.get(id) ?? 'picture';
}
