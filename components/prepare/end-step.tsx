import { outcomeOf, STEP_OF_MEND } from '../../utils/prepare/outcome.ts';
import { StateMark } from '../pictograms.tsx';
import { Emergency } from './emergency.tsx';
import { StepNav } from './step-nav.tsx';
import type { StepProps } from './step-props.ts';

/** What works now, or the one or two things to mend. It promises nothing of care. */
export function EndStep({ words, answers, live, press }: StepProps) {
  const { mends, allWorks } = outcomeOf(answers);
  return (
    <>
      {mends.length > 0 ? (
        <ul class="mends">
          {mends.map((mend) => (
            <li key={mend} data-mend={mend}>
              <p class="help-what">
                <StateMark state="could-be-better" />
                <span>{words.t(`prepare.mend.${mend}`)}</span>
              </p>
              <button
                type="button"
                class="button button-wide"
                onClick={() => press.go(STEP_OF_MEND[mend])}
              >
                {words.t(`prepare.mend.${mend}.button`)}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p class="works" data-works={allWorks}>
          <StateMark state="good" />
          <span>{words.t(allWorks ? 'prepare.end.now' : 'prepare.end.left-out')}</span>
        </p>
      )}
      <section>
        <h2>{words.t('prepare.end.then')}</h2>
        {live.clinics.length === 0 && <p>{words.t('prepare.end.open-link')}</p>}
        {live.clinics.map(({ name, address }, index) => (
          <button
            key={address}
            type="button"
            class={index === 0 ? 'button button-main' : 'button button-wide'}
            data-press="clinic"
            onClick={() => press.openPage(address)}
          >
            {words.t('prepare.end.open', { name })}
          </button>
        ))}
        <p>{words.t('prepare.end.phone')}</p>
      </section>
      <Emergency words={words} country={answers.country} onCountry={press.country} />
      <button type="button" class="button button-wide" data-press="restart" onClick={press.restart}>
        {words.t('prepare.end.restart')}
      </button>
      <StepNav words={words} isDone onBack={press.back} />
    </>
  );
}
