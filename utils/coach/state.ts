import type { Phase } from '../areas.ts';
import type { CueId, HoldingCue, Judgement, Presented } from '../cues/types.ts';
import type { Trouble } from '../messages/overlay-coach.ts';
import { type Hearing, NOTHING_KNOWN } from '../playback-observation.ts';
import type { StoreProblem } from '../sessions/messages.ts';
import type { VisionState } from '../vision/client.ts';

/** Everything that the panel shows. Made anew at each change; the view only reads it. */
export interface CoachState {
  readonly phase: Phase;
  readonly presented: Presented;
  readonly holding: readonly HoldingCue[];
  readonly areas: Judgement['areas'];
  readonly paused: boolean;
  readonly accompanied: boolean;
  /** "I can't hear" was pressed, and "I can hear now" was not. */
  readonly cannotHear: boolean;
  readonly hearing: Hearing;
  readonly cannotChange: ReadonlySet<CueId>;
  readonly folded: boolean;
  readonly vision: VisionState;
  /** What the overlay says stands in the way. */
  readonly trouble: Trouble | null;
  /** "Forget this call" was pressed: nothing of this call is kept. */
  readonly forgotten: boolean;
  /** The call is over and was kept: the session that can be looked back on. */
  readonly lookBack: string | null;
  /** Why the log could not keep what it was last told. */
  readonly logProblem: StoreProblem | null;
}

const NOT_JUDGED: Judgement['areas'] = {
  picture: 'not-judged',
  light: 'not-judged',
  place: 'not-judged',
  sound: 'not-judged',
  connection: 'not-judged',
};

export const AT_THE_START: CoachState = {
  phase: 'waiting',
  presented: { kind: 'none' },
  holding: [],
  areas: NOT_JUDGED,
  paused: false,
  accompanied: false,
  cannotHear: false,
  hearing: NOTHING_KNOWN,
  cannotChange: new Set(),
  folded: false,
  vision: 'starting',
  trouble: null,
  forgotten: false,
  lookBack: null,
  logProblem: null,
};

/**
 * Would the panel look the same? Each look makes a state anew, and most say what the one before said: drawing
 * and measuring the panel for it would cost a fifth of the look itself.
 */
export function looksTheSame(a: CoachState, b: CoachState): boolean {
  const fields = Object.keys(b) as (keyof CoachState)[];
  return fields.every((field) => {
    const [one, other] = [a[field], b[field]];
    if (one === other) return true;
    // Made anew when it changes, and only then.
    if (other instanceof Set) return false;
    return JSON.stringify(one) === JSON.stringify(other);
  });
}
