import { useLayoutEffect, useRef } from 'preact/hooks';
import { CAMERA_SUPPORTS, type CameraSupport } from '../utils/cues/types.ts';
import type { WordKey, Words } from '../utils/languages/words.ts';
import { CameraHeightPicture } from './camera-height-picture.tsx';

/** What the last press led to. `looking`: after a yes the coach looks for some seconds. */
export const HEIGHT_ANSWERS = [
  'none',
  'looking',
  'not-settled',
  'unlikely',
  'no',
  'not-sure',
  'forgotten',
] as const;
export type HeightAnswer = (typeof HEIGHT_ANSWERS)[number];

export interface CameraHeightProps {
  readonly words: Words;
  /** A neutral is kept. */
  readonly known: boolean;
  /** The camera is on: what is seen now can be learnt. */
  readonly canAsk: boolean;
  readonly answer: HeightAnswer;
  readonly support: CameraSupport;
  readonly onAnswer: (answer: 'yes' | 'no' | 'not-sure') => void;
  readonly onSomeoneElse: () => void;
  readonly onSupport: (support: CameraSupport) => void;
}

/**
 * "Is the camera as high as your eyes?" Faces differ, so only after a yes is it known how this one looks
 * to a camera that stands right. Whoever is not sure gets advice all the same, about what is plainly wrong.
 */
export function CameraHeight(props: CameraHeightProps) {
  const { words, known, canAsk, answer } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const pressed = useRef(false);
  // The pressed button is gone when it is known, or forgotten. Who pressed it goes on from the heading.
  useLayoutEffect(() => {
    if (!pressed.current || document.activeElement !== document.body) return;
    pressed.current = false;
    heading.current?.focus({ preventScroll: true });
  }, [known]);
  const press = (act: () => void) => () => {
    pressed.current = true;
    act();
  };

  if (!known && !canAsk && answer !== 'forgotten') return null;
  const asks = !known && canAsk;
  const said = known ? 'height.known' : SAID[answer];
  return (
    <section class="camera-height" data-height={known ? 'known' : answer}>
      <h2 ref={heading} tabIndex={-1}>
        {words.t(asks ? 'height.question' : 'height.title')}
      </h2>
      {asks && (
        <>
          <p>{words.t('height.how')}</p>
          {/* Each answer under its picture, and none before the other: what is true is wanted, not a yes. */}
          <div class="height-answers">
            <div class="height-answer">
              <CameraHeightPicture camera="level" name={words.t('height.picture.yes')} />
              <button type="button" class="button" onClick={press(() => props.onAnswer('yes'))}>
                {words.t('height.yes')}
              </button>
            </div>
            <div class="height-answer">
              <CameraHeightPicture camera="low" name={words.t('height.picture.no')} />
              <button type="button" class="button" onClick={() => props.onAnswer('no')}>
                {words.t('height.no')}
              </button>
            </div>
          </div>
          <button type="button" class="button" onClick={() => props.onAnswer('not-sure')}>
            {words.t('height.not-sure')}
          </button>
        </>
      )}
      <p class="height-said" role="status">
        {said && words.t(said)}
      </p>
      {known && (
        <>
          <p class="small">{words.t('height.kept')}</p>
          <button type="button" class="button" onClick={press(props.onSomeoneElse)}>
            {words.t('height.someone-else')}
          </button>
        </>
      )}
      {canAsk && <SupportChoice {...props} />}
    </section>
  );
}

const SAID: Readonly<Record<HeightAnswer, WordKey | null>> = {
  none: null,
  looking: 'height.looking',
  'not-settled': 'height.not-settled',
  unlikely: 'height.unlikely',
  no: 'height.answered-no',
  'not-sure': 'height.answered-not-sure',
  forgotten: 'height.forgotten',
};

/** What the camera sits on: then the tips name the right thing. */
function SupportChoice(props: CameraHeightProps) {
  const { words } = props;
  return (
    <fieldset class="support">
      <legend>{words.t('height.support')}</legend>
      {CAMERA_SUPPORTS.map((support) => (
        <button
          key={support}
          type="button"
          class="button"
          aria-pressed={props.support === support}
          onClick={() => props.onSupport(support)}
        >
          {words.t(`height.support.${support}`)}
        </button>
      ))}
    </fieldset>
  );
}
