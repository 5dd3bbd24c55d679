import type { Area } from '../areas.ts';
import type { Signals } from '../signals/signals.ts';
import { PICTURE_CUES } from './picture-cues.ts';
import type { CueId, Judgement } from './types.ts';

type AreaJudgements = Judgement['areas'];

/** For the sign: good or not, or not to be judged now, which is said and never hidden. */
export function judgeAreas(
  { presence, light, framing }: Signals,
  holding: ReadonlySet<CueId>,
): AreaJudgements {
  const of = (area: Area, judged: boolean): AreaJudgements[Area] => {
    if (
      PICTURE_CUES.some((cue) => cue.area === area && !cue.isInformation && holding.has(cue.id))
    ) {
      return 'could-be-better';
    }
    return judged ? 'good' : 'not-judged';
  };
  return {
    picture: of('picture', presence.camera !== 'absent'),
    light: of('light', light !== null && !holding.has('camera-covered')),
    place: of('place', framing !== null),
    sound: 'not-judged',
    connection: 'not-judged',
  };
}
