import type { Ref } from 'preact';
import type { Area, Phase } from '../utils/areas.ts';
import type { CueId, HoldingCue, Judgement, Presented } from '../utils/cues/types.ts';
import { type CueWording, cueGoodNow, cueSpoken } from '../utils/languages/cue-words.ts';
import type { Words } from '../utils/languages/words.ts';
import type { Trouble } from '../utils/messages/overlay-coach.ts';
import { Controls } from './controls.tsx';
import { DragHandle } from './drag-handle.tsx';
import { ErrorNote } from './error-note.tsx';
import { Sign } from './sign.tsx';
import { GoodNow, TipCard } from './tip-card.tsx';

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
  readonly cannotChange: ReadonlySet<CueId>;
  readonly trouble: Trouble | null;
  /** Faces cannot be looked for here (no WebGL2, or vision gave up): light and movement only. */
  readonly visionOff: boolean;
  /** Nothing was judged yet. */
  readonly startingUp: boolean;
  /** The person pressed Forget this call. */
  readonly forgotten: boolean;
  readonly foldRef?: Ref<HTMLButtonElement>;
  readonly onSign: (area: Area) => void;
  readonly onPause: (paused: boolean) => void;
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
  const { words, presented, asked, phase, trouble } = props;
  const cue: CueWording | null = asked
    ? asked.cue
    : presented.kind === 'tip'
      ? presented.tip
      : null;
  const note = trouble ?? (props.visionOff ? 'no-webgl' : null);
  return (
    <>
      <header class="panel-head">
        <DragHandle words={words} onMove={props.onMove} onMoveEnd={props.onMoveEnd} />
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
      <Sign words={words} areas={props.areas} asked={asked?.area ?? null} onSign={props.onSign} />
      {note && <ErrorNote words={words} trouble={note} />}
      {/* A status region by role, and silent: what may be spoken goes into the live region below. */}
      <div class="status" role="status" aria-live="off">
        {cue ? (
          <TipCard words={words} cue={cue} phase={phase} />
        ) : !asked && presented.kind === 'good-now' ? (
          <GoodNow words={words} cleared={presented.cleared} />
        ) : (
          <p class="quiet" data-cue="none">
            {quietWords(props)}
          </p>
        )}
      </div>
      <p class="only-spoken" aria-live="polite" data-live="">
        {liveWords(props)}
      </p>
      <Controls {...props} cue={cue?.id ?? null} />
    </>
  );
}

/** The line that stands where a tip would stand. */
function quietWords(props: CoachPanelProps): string {
  const { words, asked } = props;
  if (asked) return words.t(`asked.${asked.area}.${props.areas[asked.area]}`);
  if (props.forgotten) return words.t('coach.forgotten');
  if (props.phase === 'ended') return words.t('coach.ended');
  if (props.paused) return words.t('coach.paused');
  if (props.trouble) return ''; // the note above says what there is to say
  if (props.startingUp) return words.t('coach.starting');
  if (props.accompanied) return words.t('coach.accompanied');
  return words.t('coach.nothing');
}

/**
 * What a screen reader says by itself. In a call it would speak over the doctor, so only a tip that is
 * marked so, what the person asked for, and the answers to their own presses come here.
 */
function liveWords(props: CoachPanelProps): string {
  const { words, presented, asked, phase } = props;
  if (asked) return asked.cue ? cueSpoken(words, asked.cue, phase) : quietWords(props);
  if (presented.kind === 'tip') {
    return presented.tip.announce ? cueSpoken(words, presented.tip, phase) : '';
  }
  if (presented.kind === 'good-now') {
    return phase === 'in-call' ? '' : cueGoodNow(words, presented.cleared);
  }
  return props.forgotten || props.paused ? quietWords(props) : '';
}
