import type { ComponentType } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { LanguageSwitch } from '../../components/language-switch.tsx';
import { EyelevelMark } from '../../components/pictograms.tsx';
import { AgainStep } from '../../components/prepare/again-step.tsx';
import { CameraStep } from '../../components/prepare/camera-step.tsx';
import { ConnectionStep } from '../../components/prepare/connection-step.tsx';
import { EndStep } from '../../components/prepare/end-step.tsx';
import { HeightStep } from '../../components/prepare/height-step.tsx';
import { ListStep } from '../../components/prepare/list-step.tsx';
import { MicrophoneStep } from '../../components/prepare/microphone-step.tsx';
import { SpeakerStep } from '../../components/prepare/speaker-step.tsx';
import type { StepProps } from '../../components/prepare/step-props.ts';
import { WhereStep } from '../../components/prepare/where-step.tsx';
import type { Language } from '../../utils/languages/languages.ts';
import type { Words } from '../../utils/languages/words.ts';
import type { Answers } from '../../utils/prepare/answers.ts';
import { outcomeOf } from '../../utils/prepare/outcome.ts';
import { placeOf, type StepId } from '../../utils/prepare/steps.ts';

export interface PrepareViewProps extends StepProps {
  readonly onLanguage: (language: Language) => void;
  /** Is each step read out loud? Null: this computer has no voice for the language. */
  readonly readAloud: boolean | null;
  readonly onReadAloud: (on: boolean) => void;
}

const STEPS: Readonly<Record<StepId, ComponentType<StepProps>>> = {
  again: AgainStep,
  where: WhereStep,
  speaker: SpeakerStep,
  microphone: MicrophoneStep,
  camera: CameraStep,
  height: HeightStep,
  connection: ConnectionStep,
  list: ListStep,
  end: EndStep,
};

/**
 * One step at a time. Its question is the page's heading, and takes the focus when the step comes, or when the button
 * that had it is gone.
 */
export function PrepareView(props: PrepareViewProps) {
  const { words, answers } = props;
  const { step } = answers;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  const pressed = useRef(false);
  useLayoutEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [step]);
  useLayoutEffect(() => {
    if (!pressed.current || document.activeElement !== document.body) return;
    pressed.current = false;
    heading.current?.focus({ preventScroll: true });
  });
  const onClick = ({ target }: MouseEvent) => {
    pressed.current = target instanceof Element && target.closest('button') !== null;
  };
  const place = placeOf(answers.form, step);
  const Step = STEPS[step];
  return (
    <main class="prepare" data-step={step} data-form={answers.form} onClickCapture={onClick}>
      <header class="prepare-head">
        <EyelevelMark sizeRem={2.5} />
        <p class="prepare-name">{words.t('prepare.title')}</p>
        <LanguageSwitch words={words} onLanguage={props.onLanguage} />
        {props.readAloud !== null && (
          <button
            type="button"
            class="button"
            aria-pressed={props.readAloud}
            onClick={() => props.onReadAloud(!props.readAloud)}
          >
            {words.t('prepare.read-aloud')}
          </button>
        )}
      </header>
      <div class="step-title-row">
        {place && <p class="prepare-place">{words.t('prepare.place', place)}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {titleOf(words, answers)}
        </h1>
      </div>
      <Step key={step} {...props} />
    </main>
  );
}

export function titleOf(words: Words, answers: Answers): string {
  if (answers.step !== 'end') return words.t(`prepare.${answers.step}.title`);
  const { mends, allWorks } = outcomeOf(answers);
  if (mends.length > 0) return words.t('prepare.end.mend', { count: mends.length });
  return words.t(allWorks ? 'prepare.end.all-works' : 'prepare.end.tried-works');
}
