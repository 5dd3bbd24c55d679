import type { Words } from '../../utils/languages/words.ts';
import { KEEPS, type Keep } from '../../utils/sessions/messages.ts';

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
      {KEEPS.flatMap((choice) =>
        choice === 'undecided' ? (
          []
        ) : (
          <label key={choice} class="keep-choice">
            <input
              type="radio"
              name="keep"
              value={choice}
              checked={keep === choice}
              onChange={() => props.onKeep(choice)}
            />
            {words.t(`keep.${choice}`)}
          </label>
        ),
      )}
      <p class="small">{words.t('keep.many')}</p>
    </fieldset>
  );
}
