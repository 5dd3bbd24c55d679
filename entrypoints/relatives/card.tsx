import { Press } from '../../components/press.tsx';
import { cueName } from '../../utils/languages/cue-words.ts';
import { CUES_BY_NUMBER, TIP_NUMBERS } from '../../utils/languages/tip-numbers.ts';
import type { RelativesViewProps } from './view.tsx';

const STEPS = [1, 2, 3, 4, 5] as const;

/** One sheet to lie beside the computer. */
export function Card(props: RelativesViewProps) {
  const { words, sites } = props;
  return (
    <article class="card">
      <h1>{words.t('card.title')}</h1>
      <ol class="card-steps">
        {STEPS.map((step) => (
          <li key={step}>
            {words.t(`card.step.${step}`)}
            {step === 1 && sites.length > 0 && <strong> {sites.join(', ')}</strong>}
          </li>
        ))}
      </ol>
      <p class="card-phone">
        {words.t('card.phone')}
        <span class="to-write-on" />
      </p>
      <h2>{words.t('card.numbers')}</h2>
      <ol class="card-numbers">
        {CUES_BY_NUMBER.map((id) => (
          <li key={id} value={TIP_NUMBERS[id]}>
            {cueName(words, { id })}
          </li>
        ))}
      </ol>
      <p>{words.t('card.safe')}</p>
      <div class="not-printed">
        <Press onPress={props.onPrint}>{words.t('card.print')}</Press>
      </div>
    </article>
  );
}
