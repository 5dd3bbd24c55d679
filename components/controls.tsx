import type { Phase } from '../utils/areas.ts';
import { canBeDeclined } from '../utils/cues/arbiter/rules.ts';
import type { CueId } from '../utils/cues/types.ts';
import type { Words } from '../utils/languages/words.ts';

/** What the person can decide, the most wanted first, in one row. Every control has its text. */
export function Controls(props: {
  readonly words: Words;
  /** The cue on screen, if there is one. */
  readonly cue: CueId | null;
  readonly cannotChange: ReadonlySet<CueId>;
  readonly phase: Phase;
  /** All of it in sight, but for what is found elsewhere. */
  readonly simple: boolean;
  readonly paused: boolean;
  readonly cannotHear: boolean;
  readonly accompanied: boolean;
  /** The call that can be looked back on, once it is over. */
  readonly lookBack: string | null;
  readonly onLookBack: (id: string) => void;
  readonly onPause: (paused: boolean) => void;
  readonly onCannotHear: (cannotHear: boolean) => void;
  readonly onCannotChange: (id: CueId) => void;
  readonly onAccompanied: (accompanied: boolean) => void;
  readonly onOffCall: () => void;
  readonly onOffSite: () => void;
  readonly onForget: () => void;
}) {
  const { words, cue, lookBack } = props;
  // Who cannot be seen is told so whatever they answered: without a picture there is no video call.
  const changeable =
    cue !== null && canBeDeclined(cue) && !props.cannotChange.has(cue) && !props.cannotHear;
  // In the list under More every choice is a row of its own.
  const wide = props.simple ? 'button control' : 'button';
  const hearing = props.phase === 'in-call' && (
    <button
      type="button"
      class={changeable ? wide : 'button control'}
      onClick={() => props.onCannotHear(!props.cannotHear)}
    >
      {words.t(props.cannotHear ? 'control.can-hear' : 'control.cannot-hear')}
    </button>
  );
  const rest = (
    <>
      <button
        type="button"
        class={wide}
        aria-pressed={props.accompanied}
        onClick={() => props.onAccompanied(!props.accompanied)}
      >
        {words.t('control.accompanied')}
      </button>
      <button type="button" class={wide} onClick={props.onOffCall}>
        {words.t('control.off-call')}
      </button>
      {/* The popup and the settings have it, too. */}
      {!props.simple && (
        <button type="button" class={wide} onClick={props.onOffSite}>
          {words.t('control.off-site')}
        </button>
      )}
      <button type="button" class={wide} onClick={props.onForget}>
        {words.t('control.forget')}
      </button>
    </>
  );
  return (
    <>
      {props.phase === 'ended' && lookBack ? (
        <button
          type="button"
          class="button control look-back"
          onClick={() => props.onLookBack(lookBack)}
        >
          {words.t('coach.look-back')}
        </button>
      ) : (
        <button type="button" class="button control" onClick={() => props.onPause(!props.paused)}>
          {words.t(props.paused ? 'control.resume' : 'control.pause')}
        </button>
      )}
      {!changeable && hearing}
      {changeable && (
        <button type="button" class="button control" onClick={() => props.onCannotChange(cue)}>
          {words.t('control.cannot-change')}
        </button>
      )}
      {props.simple ? (
        <>
          {changeable && hearing}
          {rest}
        </>
      ) : (
        <details class="more">
          <summary class="button control">{words.t('control.more')}</summary>
          <div class="more-list">
            {/* Beside a tip that can be declined there is no room: one row more and the panel finds no place on many pages. */}
            {changeable && hearing}
            {rest}
          </div>
        </details>
      )}
    </>
  );
}
