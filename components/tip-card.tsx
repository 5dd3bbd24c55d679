import type { Phase } from '../utils/areas.ts';
import type { CameraSupport, CueId } from '../utils/cues/types.ts';
import {
  type CueWording,
  cueGoodNow,
  cueSpoken,
  cueTip,
  isBeforeCall,
} from '../utils/languages/cue-words.ts';
import { TIP_NUMBERS } from '../utils/languages/tip-numbers.ts';
import type { Words } from '../utils/languages/words.ts';
import { FixPictogram, StateMark } from './pictograms.tsx';

/** The words keep what to do and why on a line each. */
export function whatToDo(tip: string): string {
  return tip.split('\n', 1)[0] ?? tip;
}

/** The tip on screen: what to do, then why, its number, and who says it. */
export function TipCard(props: {
  readonly words: Words;
  readonly cue: CueWording;
  readonly phase: Phase;
  readonly cameraSupport: CameraSupport;
  /** Someone is with the person: the words are for the two of them. */
  readonly beside?: boolean;
  /** What to do, and no more. */
  readonly simple?: boolean;
}) {
  const { words, cue, phase, cameraSupport, beside = false, simple = false } = props;
  const inShort = (text: string) => (simple ? whatToDo(text) : text);
  const seen = inShort(cueTip(words, cue, phase, cameraSupport, beside));
  const spoken = inShort(cueSpoken(words, cue, phase, cameraSupport, beside));
  const [todo, why] = seen.split('\n');
  return (
    <div class="tip" data-cue={cue.id} data-direction={cue.direction}>
      <FixPictogram
        id={cue.id}
        direction={cue.direction}
        beforeCall={isBeforeCall(phase)}
        cameraSupport={cameraSupport}
      />
      <div class="tip-text">
        <div aria-hidden={spoken !== seen}>
          <p class="tip-todo">{todo}</p>
          {why && <p class="tip-why">{why}</p>}
        </div>
        {spoken !== seen && <p class="only-spoken">{spoken}</p>}
      </div>
      <p class="tip-source">
        <span class="tip-number">
          {words.t('coach.tip-number', { number: TIP_NUMBERS[cue.id] })}
        </span>{' '}
        {!simple && <span>{words.t('coach.from')}</span>}
      </p>
    </div>
  );
}

/** A short word after a tip was followed. */
export function GoodNow(props: { readonly words: Words; readonly cleared: CueId }) {
  return (
    <div class="good-now" data-cue="none" data-good-now={props.cleared}>
      <StateMark state="good" />
      <p>{cueGoodNow(props.words, props.cleared)}</p>
    </div>
  );
}
