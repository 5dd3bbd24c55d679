import { LIST_ITEMS } from '../../utils/prepare/checklist.ts';
import { StepNav } from './step-nav.tsx';
import type { StepProps } from './step-props.ts';

/** What to have ready. Nothing here must be ticked. */
export function ListStep({ words, answers, press }: StepProps) {
  return (
    <>
      <p>{words.t('prepare.list.what')}</p>
      <ul class="ready-list">
        {LIST_ITEMS.map((item) => (
          <li key={item}>
            <label>
              <input
                type="checkbox"
                checked={answers.listed.includes(item)}
                onChange={({ currentTarget }) => press.listed(item, currentTarget.checked)}
              />
              <span>{words.t(`prepare.list.${item}`)}</span>
            </label>
          </li>
        ))}
      </ul>
      <StepNav words={words} onNext={press.next} isDone onBack={press.back} />
    </>
  );
}
