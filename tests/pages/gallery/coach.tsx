import { useState } from 'preact/hooks';
import { CoachView, type CoachViewProps } from '../../../entrypoints/coach/view.tsx';
import {
  CAMERA_SUPPORTS,
  CUE_DIRECTIONS,
  CUE_IDS,
  type HoldingCue,
} from '../../../utils/cues/types.ts';
import type { Words } from '../../../utils/languages/words.ts';
import { TROUBLES } from '../../../utils/messages/overlay-coach.ts';
import { FINDINGS, NOTHING_KNOWN } from '../../../utils/playback-observation.ts';
import { areaOf } from '../../../utils/senses/catalogue.ts';
import { STORE_PROBLEMS } from '../../../utils/sessions/messages.ts';
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
      cannotHear={false}
      hearing={NOTHING_KNOWN}
      cannotChange={new Set()}
      cameraSupport="unknown"
      trouble={null}
      simple={false}
      visionOff={false}
      startingUp={false}
      forgotten={false}
      logProblem={null}
      folded={false}
      lookBack={null}
      onLookBack={nothing}
      onPause={nothing}
      onCannotChange={nothing}
      onAccompanied={nothing}
      onCannotHear={nothing}
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

declare global {
  interface Window {
    /** What the live coach was asked for, in order: name and values. */
    pressed: (readonly [string, ...unknown[]])[];
    /** What the overlay would do. */
    foldFromOutside: (folded: boolean) => void;
  }
}

const tell =
  (name: string) =>
  (...values: unknown[]) => {
    window.pressed.push([name, ...values]);
  };
// The same functions from render to render, as the coach's own are.
const told = {
  onMove: tell('move'),
  onMoveEnd: tell('move-end'),
  onSize: tell('size'),
  onCannotChange: tell('cannot-change'),
  onForget: tell('forget'),
};

/** One that answers, for tests/pages/behaviours.ts. */
function LiveCoach(props: { readonly words: Words; readonly state: Partial<CoachViewProps> }) {
  const [folded, setFolded] = useState(false);
  const [paused, setPaused] = useState(false);
  const [cannotHear, setCannotHear] = useState(false);
  window.foldFromOutside = setFolded;
  return coach(props.words, {
    ...props.state,
    ...told,
    folded,
    paused,
    cannotHear,
    onFold: setFolded,
    onPause: setPaused,
    onCannotHear: setCannotHear,
  });
}

function live(words: Words, state: Partial<CoachViewProps>) {
  window.pressed = [];
  return <LiveCoach words={words} state={state} />;
}

/** For the behaviours; not looked at. */
const liveStates: Record<string, State> = {
  'live-sign': (words) =>
    live(words, { ...tip({ id: 'backlit' }), phase: 'in-call', presented: { kind: 'none' } }),
  'live-tip': (words) => live(words, tip({ id: 'too-dark' })),
  'live-quiet-tip': (words) => {
    const shown = { id: 'too-dark', shownAtMs: 1, announce: false } as const;
    return live(words, {
      ...tip({ id: 'too-dark' }),
      phase: 'in-call',
      presented: { kind: 'tip', tip: shown },
    });
  },
  'live-faceless': (words) => live(words, { presented: { kind: 'faceless', announce: true } }),
  'live-quiet-faceless': (words) =>
    live(words, { phase: 'in-call', presented: { kind: 'faceless', announce: false } }),
  'live-hearing': (words) =>
    live(words, { phase: 'in-call', hearing: { finding: 'page-off', isOtherSpeaker: false } }),
  'live-no-face': (words) => live(words, tip({ id: 'no-face' })),
};

const states: Record<string, State> = {
  starting: (words) =>
    coach(words, {
      startingUp: true,
      areas: { ...GOOD, picture: 'not-judged', light: 'not-judged', place: 'not-judged' },
    }),
  nothing: (words) => coach(words, { phase: 'in-call' }),
  'simple-nothing': (words) => coach(words, { phase: 'in-call', simple: true }),
  'simple-tip': (words) =>
    coach(words, { ...tip({ id: 'too-dark' }), phase: 'in-call', simple: true }),
  paused: (words) => coach(words, { paused: true, phase: 'in-call' }),
  accompanied: (words) => coach(words, { accompanied: true, phase: 'in-call' }),
  forgotten: (words) => coach(words, { forgotten: true, phase: 'in-call' }),
  ended: (words) => coach(words, { phase: 'ended' }),
  'look-back': (words) => coach(words, { phase: 'ended', lookBack: 'a-call' }),
  'good-now': (words) =>
    coach(words, { presented: { kind: 'good-now', untilMs: 0, cleared: 'too-dark' } }),
  faceless: (words) => coach(words, { presented: { kind: 'faceless', announce: true } }),
  'vision-off': (words) => coach(words, { visionOff: true }),
  'tip-and-vision-off': (words) => coach(words, { ...tip({ id: 'too-dark' }), visionOff: true }),
  'sign-only': (words) =>
    coach(words, { ...tip({ id: 'backlit' }), phase: 'in-call', presented: { kind: 'none' } }),
  'folded-good': (words) => coach(words, { folded: true }),
  'folded-better': (words) => coach(words, { ...tip({ id: 'too-dark' }), folded: true }),
  'folded-paused': (words) => coach(words, { folded: true, paused: true }),
};
for (const id of CUE_IDS) {
  if (id !== 'off-centre') states[`tip-${id}`] = (words) => coach(words, tip({ id }));
}
states['tip-too-dark-in-call'] = (words) =>
  coach(words, { ...tip({ id: 'too-dark' }), phase: 'in-call' });
for (const direction of CUE_DIRECTIONS) {
  states[`tip-off-centre-${direction}`] = (words) =>
    coach(words, tip({ id: 'off-centre', direction }));
}
for (const cameraSupport of CAMERA_SUPPORTS) {
  for (const id of ['camera-too-low', 'camera-too-high'] as const) {
    const state = { ...tip({ id, amountCm: 10 }), cameraSupport };
    states[`tip-${id}-${cameraSupport}`] = (words) => coach(words, state);
    states[`tip-${id}-${cameraSupport}-in-call`] = (words) =>
      coach(words, { ...state, phase: 'in-call' });
  }
}
for (const finding of FINDINGS) {
  const state = { phase: 'in-call', cannotHear: true } as const;
  states[`hearing-${finding}`] = (words) =>
    coach(words, { ...state, hearing: { finding, isOtherSpeaker: false } });
}
for (const trouble of TROUBLES) {
  states[`trouble-${trouble}`] = (words) => coach(words, { trouble });
}
for (const logProblem of STORE_PROBLEMS) {
  states[`log-${logProblem}`] = (words) => coach(words, { logProblem });
}

offer(states, liveStates);
