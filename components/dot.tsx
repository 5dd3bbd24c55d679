import type { Ref } from 'preact';
import type { Words } from '../utils/languages/words.ts';
import { EyelevelMark, StateMark } from './pictograms.tsx';

export type DotState = 'good' | 'could-be-better' | 'paused' | 'starting';

/** The panel, folded: one button that still shows whether something could be better. */
export function Dot(props: {
  readonly words: Words;
  readonly state: DotState;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly onUnfold: () => void;
}) {
  const { state } = props;
  const name = props.words.t(`coach.unfold.${state}`);
  const mark = state === 'good' || state === 'could-be-better' ? state : 'not-judged';
  return (
    <button
      type="button"
      class="dot"
      ref={props.buttonRef ?? null}
      data-state={mark}
      aria-label={name}
      title={name}
      onClick={props.onUnfold}
    >
      <EyelevelMark sizeRem={2} />
      <StateMark state={mark} />
    </button>
  );
}
