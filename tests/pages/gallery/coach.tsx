import { CoachView, type CoachViewProps } from '../../../entrypoints/coach/view.tsx';
import { areaOf } from '../../../utils/cues/catalogue.ts';
import { CUE_DIRECTIONS, CUE_IDS, type HoldingCue } from '../../../utils/cues/types.ts';
import type { Words } from '../../../utils/languages/words.ts';
import { TROUBLES } from '../../../utils/messages/overlay-coach.ts';
import { offer, type State } from './show.ts';

const nothing = () => undefined;

const GOOD = {
  picture: 'good',
  light: 'good',
  place: 'good',
  sound: 'not-judged',
  connection: 'not-judged',
} as const;

function coach(words: Words, props: Partial<CoachViewProps>) {
  return (
    <CoachView
      words={words}
      presented={{ kind: 'none' }}
      holding={[]}
      areas={GOOD}
      phase="preview"
      paused={false}
      accompanied={false}
      cannotChange={new Set()}
      trouble={null}
      visionOff={false}
      startingUp={false}
      forgotten={false}
      folded={false}
      onPause={nothing}
      onCannotChange={nothing}
      onAccompanied={nothing}
      onOffCall={nothing}
      onOffSite={nothing}
      onForget={nothing}
      onFold={nothing}
      onMove={nothing}
      onMoveEnd={nothing}
      onSize={nothing}
      {...props}
    />
  );
}

/** The cue holds, its area says so, and its tip is on screen. */
function tip(cue: Omit<HoldingCue, 'sinceMs'>): Partial<CoachViewProps> {
  return {
    holding: [{ ...cue, sinceMs: 0 }],
    areas: { ...GOOD, [areaOf(cue.id)]: 'could-be-better' },
    presented: { kind: 'tip', tip: { ...cue, shownAtMs: 1, announce: true } },
  };
}

const states: Record<string, State> = {
  starting: (words) =>
    coach(words, {
      startingUp: true,
      areas: { ...GOOD, picture: 'not-judged', light: 'not-judged', place: 'not-judged' },
    }),
  nothing: (words) => coach(words, { phase: 'in-call' }),
  paused: (words) => coach(words, { paused: true, phase: 'in-call' }),
  accompanied: (words) => coach(words, { accompanied: true, phase: 'in-call' }),
  forgotten: (words) => coach(words, { forgotten: true, phase: 'in-call' }),
  ended: (words) => coach(words, { phase: 'ended' }),
  'good-now': (words) =>
    coach(words, { presented: { kind: 'good-now', untilMs: 0, cleared: 'too-dark' } }),
  'vision-off': (words) => coach(words, { visionOff: true }),
  'sign-only': (words) =>
    coach(words, { ...tip({ id: 'backlit' }), phase: 'in-call', presented: { kind: 'none' } }),
  'folded-good': (words) => coach(words, { folded: true }),
  'folded-better': (words) => coach(words, { ...tip({ id: 'too-dark' }), folded: true }),
  'folded-paused': (words) => coach(words, { folded: true, paused: true }),
  'tip-low-in-call': (words) =>
    coach(words, { ...tip({ id: 'camera-too-low' }), phase: 'in-call' }),
};
for (const id of CUE_IDS) {
  if (id !== 'off-centre') states[`tip-${id}`] = (words) => coach(words, tip({ id }));
}
for (const direction of CUE_DIRECTIONS) {
  states[`tip-off-centre-${direction}`] = (words) =>
    coach(words, tip({ id: 'off-centre', direction }));
}
for (const trouble of TROUBLES) {
  states[`trouble-${trouble}`] = (words) => coach(words, { trouble });
}

offer(states);
