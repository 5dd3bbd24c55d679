import type { Ref } from 'preact';
import { useState } from 'preact/hooks';
import type { Area, Phase } from '../utils/areas.ts';
import type {
  CameraSupport,
  CueId,
  HoldingCue,
  Judgement,
  Presented,
} from '../utils/cues/types.ts';
import { type CueWording, cueGoodNow, cueSpoken } from '../utils/languages/cue-words.ts';
import type { WordKey, Words } from '../utils/languages/words.ts';
import type { Trouble } from '../utils/messages/overlay-coach.ts';
import type { Hearing } from '../utils/playback-observation.ts';
import type { StoreProblem } from '../utils/sessions/messages.ts';
import { Controls } from './controls.tsx';
import { DragHandle } from './drag-handle.tsx';
import { ErrorNote } from './error-note.tsx';
import { HearingCard, hearingWords } from './hearing-card.tsx';
import { Sign } from './sign.tsx';
import { GoodNow, TipCard, whatToDo } from './tip-card.tsx';

/** An area whose pictogram the person pressed, and the most important cue that holds there, if any. */
export interface Asked {
  readonly area: Area;
  readonly cue: HoldingCue | null;
}

export interface CoachPanelProps {
  readonly words: Words;
  readonly presented: Presented;
  /** What the person asked for goes before what is presented. */
  readonly asked: Asked | null;
  readonly areas: Judgement['areas'];
  readonly phase: Phase;
  readonly paused: boolean;
  readonly accompanied: boolean;
  /** The person pressed I can't hear: they are walked through what can be done. */
  readonly cannotHear: boolean;
  readonly hearing: Hearing;
  readonly cannotChange: ReadonlySet<CueId>;
  readonly cameraSupport: CameraSupport;
  readonly trouble: Trouble | null;
  /** Fewer words, and every control in sight. */
  readonly simple: boolean;
  /** Faces cannot be looked for here (no WebGL2, or vision gave up): light and movement only. */
  readonly visionOff: boolean;
  /** Nothing was judged yet. */
  readonly startingUp: boolean;
  /** The person pressed Forget this call. */
  readonly forgotten: boolean;
  /** Why this call cannot be kept in the log. */
  readonly logProblem: StoreProblem | null;
  readonly foldRef?: Ref<HTMLButtonElement>;
  readonly onSign: (area: Area) => void;
  readonly lookBack: string | null;
  readonly onLookBack: (id: string) => void;
  readonly onPause: (paused: boolean) => void;
  readonly onCannotHear: (cannotHear: boolean) => void;
  readonly onCannotChange: (id: CueId) => void;
  readonly onAccompanied: (accompanied: boolean) => void;
  readonly onOffCall: () => void;
  readonly onOffSite: () => void;
  readonly onForget: () => void;
  readonly onFold: () => void;
  readonly onMove: (dxPx: number, dyPx: number) => void;
  readonly onMoveEnd: () => void;
}

/** The coach, unfolded. */
export function CoachPanel(props: CoachPanelProps) {
  const { words, presented, asked, phase, trouble, hearing } = props;
  const [step, setStep] = useState(0);
  const walks = props.cannotHear && !asked;
  const tip = walks || presented.kind !== 'tip' ? null : presented.tip;
  const cue: CueWording | null = asked ? asked.cue : tip;
  const note = trouble ?? (props.visionOff ? 'no-webgl' : null);
  const noteGivesWay = (cue !== null || walks) && note !== null && FOR_THE_WHOLE_CALL.has(note);
  const cleared = !asked && !walks && presented.kind === 'good-now' ? presented.cleared : null;
  const quiet = cue || cleared || walks ? null : quietKey(props);
  return (
    <>
      <header class="panel-head">
        <DragHandle words={words} onMove={props.onMove} onMoveEnd={props.onMoveEnd} />
        <Sign words={words} areas={props.areas} asked={asked?.area ?? null} onSign={props.onSign} />
        <button
          type="button"
          class="fold"
          ref={props.foldRef ?? null}
          aria-label={words.t('coach.fold')}
          title={words.t('coach.fold')}
          onClick={props.onFold}
        >
          <svg aria-hidden="true" viewBox="0 0 24 24">
            <path d="M5 18h14" stroke="currentColor" stroke-width="3" stroke-linecap="round" />
          </svg>
        </button>
      </header>
      {note && !noteGivesWay && <ErrorNote words={words} trouble={note} />}
      {props.logProblem && <p class="log-problem">{words.t(`log.${props.logProblem}`)}</p>}
      <div class="talk">
        {/* A status region by role, and silent: what may be spoken goes into the live region below. */}
        <div class={statusClass(quiet, phase)} role="status" aria-live="off">
          {walks ? (
            <HearingCard words={words} hearing={hearing} step={step} onStep={setStep} />
          ) : cue ? (
            <TipCard
              words={words}
              cue={cue}
              phase={phase}
              cameraSupport={props.cameraSupport}
              beside={props.accompanied}
              simple={props.simple}
            />
          ) : cleared ? (
            <GoodNow words={words} cleared={cleared} />
          ) : (
            <p
              class="quiet"
              data-cue="none"
              data-notice={quiet === 'coach.faceless' ? 'faceless' : undefined}
            >
              {quiet && words.t(quiet)}
            </p>
          )}
        </div>
        <p class="only-spoken" aria-live="polite" data-live="">
          {walks ? hearingWords(words, hearing, step) : liveWords(props)}
        </p>
        <Controls
          {...props}
          cue={cue?.id ?? null}
          onCannotHear={(cannotHear) => {
            setStep(0);
            props.onCannotHear(cannotHear);
          }}
        />
      </div>
    </>
  );
}

/** Nothing can be done about it in the call, so it gives its room to a tip. */
const FOR_THE_WHOLE_CALL: ReadonlySet<Trouble> = new Set<Trouble>(['no-webgl', 'vision-crashed']);

/** Without a tip the panel is two rows. In the call the row of the controls is full, and nothing need not be said. */
function statusClass(quiet: WordKey | null, phase: Phase): string {
  if (phase === 'in-call') return quiet === 'coach.nothing' ? 'only-spoken' : 'status';
  return quiet && BESIDE_CONTROLS.has(quiet) ? 'status beside' : 'status';
}

/** So short that they stand in the row of the controls. */
const BESIDE_CONTROLS: ReadonlySet<WordKey> = new Set<WordKey>([
  'coach.ended',
  'coach.paused',
  'coach.starting',
  'coach.accompanied',
  'coach.nothing',
]);

/** The line that stands where a tip would stand. */
function quietKey(props: CoachPanelProps): WordKey | null {
  const { asked } = props;
  if (asked) return `asked.${asked.area}.${props.areas[asked.area]}`;
  if (props.forgotten) return 'coach.forgotten';
  if (props.phase === 'ended') return 'coach.ended';
  if (props.paused) return 'coach.paused';
  if (props.trouble) return null; // the note above says what there is to say
  if (props.startingUp) return 'coach.starting';
  if (props.presented.kind === 'faceless') return 'coach.faceless';
  if (props.accompanied) return 'coach.accompanied';
  return 'coach.nothing';
}

/**
 * What a screen reader says by itself. In a call it would speak over the doctor, so only a tip that is
 * marked so, what the person asked for, and the answers to their own presses come here.
 */
function liveWords(props: CoachPanelProps): string {
  const { words, presented, asked, phase } = props;
  const spoken = (cue: CueWording) => {
    const text = cueSpoken(words, cue, phase, props.cameraSupport, props.accompanied);
    return props.simple ? whatToDo(text) : text;
  };
  const quiet = quietKey(props);
  const quietWords = quiet ? words.t(quiet) : '';
  if (asked) return asked.cue ? spoken(asked.cue) : quietWords;
  if (presented.kind === 'tip') {
    return presented.tip.announce ? spoken(presented.tip) : '';
  }
  if (presented.kind === 'good-now') {
    return phase === 'in-call' ? '' : cueGoodNow(words, presented.cleared);
  }
  const answered = props.forgotten || props.paused;
  const announced = presented.kind === 'faceless' && presented.announce;
  return answered || announced ? quietWords : '';
}
