import type { WordKey, Words } from '../../utils/languages/words.ts';
import type { DeviceChoice as Choice } from '../../utils/prepare/platform.ts';

/** Under the names that the system gives them; asked only where there is something to choose. */
export function DeviceChoice(props: {
  readonly words: Words;
  readonly label: WordKey;
  readonly choices: readonly Choice[];
  readonly usedId: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const { words, choices } = props;
  if (choices.length < 2) return null;
  return (
    <fieldset class="choices device-choice">
      <legend>{words.t(props.label)}</legend>
      {choices.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          class="button button-wide"
          aria-pressed={props.usedId === id}
          onClick={() => props.onChoose(id)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
