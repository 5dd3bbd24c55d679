import { TIP_NUMBERS } from '../utils/languages/tip-numbers.ts';
import type { WordKey, Words } from '../utils/languages/words.ts';
import type { Finding, Hearing } from '../utils/playback-observation.ts';
import { FixPictogram } from './pictograms.tsx';

/** What can be tried, from the page to the ear; at last, let the clinic know. */
const STEPS = ['page', 'volume', 'speaker', 'hearing-aid', 'tell'] as const;
type StepName = (typeof STEPS)[number];

function stepsFor(finding: Finding): readonly StepName[] {
  const here = STEPS.filter((name) => name !== 'page');
  // Where nothing comes, nothing on this side helps.
  if (finding === 'nothing-comes') return ['tell', ...here.filter((name) => name !== 'tell')];
  return finding === 'plays' || finding === 'quiet' ? here : STEPS;
}

function stepOf({ finding, isOtherSpeaker }: Hearing, step: number) {
  const steps = stepsFor(finding);
  const at = Math.min(step, steps.length - 1);
  const name = steps[at] as StepName;
  const key: WordKey =
    name === 'speaker' && isOtherSpeaker ? 'hearing.step.other-speaker' : `hearing.step.${name}`;
  return { key, number: at + 1, count: steps.length };
}

/** For who cannot hear the clinic: what is known of the sound, and what can be tried, step by step. */
export function HearingCard(props: {
  readonly words: Words;
  readonly hearing: Hearing;
  /** 0 is the first. */
  readonly step: number;
  readonly onStep: (step: number) => void;
}) {
  const { words, hearing } = props;
  const { key, number, count } = stepOf(hearing, props.step);
  const isLast = number === count;
  return (
    <div class="tip" data-cue="cannot-hear-clinic" data-finding={hearing.finding}>
      <FixPictogram id="cannot-hear-clinic" beforeCall={false} cameraSupport="unknown" />
      <div class="tip-text">
        <p class="tip-todo">{words.t(key)}</p>
        <p class="tip-why">{words.t(`hearing.finding.${hearing.finding}`)}</p>
      </div>
      <div class="steps-row">
        <p class="tip-source">
          <span class="tip-number">
            {words.t('coach.tip-number', { number: TIP_NUMBERS['cannot-hear-clinic'] })}
          </span>{' '}
          {words.t('hearing.step', { number, count })}
        </p>
        <button
          type="button"
          class="button control"
          onClick={() => props.onStep(isLast ? 0 : number)}
        >
          {words.t(isLast ? 'hearing.again' : 'hearing.next')}
        </button>
      </div>
    </div>
  );
}

/** The same for who listens: first what is known, then what to do. */
export function hearingWords(words: Words, hearing: Hearing, step: number): string {
  const { key } = stepOf(hearing, step);
  return `${words.t(`hearing.finding.${hearing.finding}`)} ${words.t(key)}`;
}
