import { WHERES } from '../../utils/prepare/answers.ts';
import { StepNav } from './step-nav.tsx';
import type { StepProps } from './step-props.ts';

/** Where the call will be opened, and what that asks for. */
export function WhereStep({ words, answers, press }: StepProps) {
  const { where } = answers;
  return (
    <>
      <p>{words.t('prepare.where.what')}</p>
      <fieldset class="choices">
        <legend class="only-spoken">{words.t('prepare.where.title')}</legend>
        {WHERES.map((id) => (
          <button
            key={id}
            type="button"
            class="button button-wide"
            aria-pressed={where === id}
            data-press={id}
            onClick={() => press.where(id)}
          >
            {words.t(`prepare.where.${id}`)}
          </button>
        ))}
      </fieldset>
      <div role="status">
        {where && <p class="answer">{words.t(`prepare.where.${where}.what`)}</p>}
      </div>
      {where && <StepNav words={words} onNext={press.next} isDone onBack={null} />}
    </>
  );
}
