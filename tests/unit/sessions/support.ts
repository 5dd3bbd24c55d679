import type { Area } from '../../../utils/areas.ts';
import type { HoldingCue, Judgement } from '../../../utils/cues/types.ts';
import type { SessionBin, SessionCue, SessionMessage } from '../../../utils/sessions/messages.ts';

export const GOOD_BIN: SessionBin = {
  picture: 'good',
  light: 'good',
  place: 'good',
  sound: 'not-judged',
  connection: 'not-judged',
};

const ALL_GOOD: Judgement['areas'] = {
  picture: 'good',
  light: 'good',
  place: 'good',
  sound: 'not-judged',
  connection: 'not-judged',
};

export function judgement(
  atMs: number,
  areas: Partial<Record<Area, Judgement['areas'][Area]>> = {},
  holding: readonly HoldingCue[] = [],
): Judgement {
  return {
    atMs,
    holding,
    unsettled: false,
    areas: { ...ALL_GOOD, ...areas },
    scene: null,
    faceless: false,
  };
}

export function writeMessage(
  id: string,
  fromBin: number,
  bins: readonly SessionBin[],
  cues: readonly SessionCue[] = [],
): Extract<SessionMessage, { op: 'write' }> {
  return { op: 'write', id, fromBin, bins, cues };
}
