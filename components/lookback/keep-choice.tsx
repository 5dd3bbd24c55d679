import type { Words } from '../../utils/languages/words.ts';
import { KEEPS, type Keep } from '../../utils/sessions/messages.ts';
import { Choice } from '../choice.tsx';

const CHOICES = KEEPS.filter((keep) => keep !== 'undecided');

/** What is kept from now on. Whoever chooses less has less at once. */
export function KeepChoice(props: {
  readonly words: Words;
  readonly keep: Keep;
  readonly onKeep: (keep: Keep) => void;
}) {
  const { words, keep } = props;
  return (
    <fieldset class="keep" data-keep={keep}>
      <legend>{words.t('keep.title')}</legend>
      <p>{words.t('keep.what')}</p>
      <p class="keep-who">{words.t('keep.who')}</p>
      <Choice
        name="keep"
        choices={CHOICES.map((value) => ({ value, label: words.t(`keep.${value}`) }))}
        chosen={keep === 'undecided' ? null : keep}
        onChoose={props.onKeep}
      />
      <p class="small">{words.t('keep.many')}</p>
    </fieldset>
  );
}
