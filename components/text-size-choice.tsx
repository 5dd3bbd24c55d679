import type { Words } from '../utils/languages/words.ts';
import { TEXT_SIZES, type TextSize } from '../utils/settings/choices.ts';
import { Choice } from './choice.tsx';

export function TextSizeChoice(props: {
  readonly words: Words;
  readonly textSize: TextSize;
  readonly onTextSize: (textSize: TextSize) => void;
}) {
  const { words } = props;
  return (
    <fieldset>
      <legend>{words.t('options.text-size.title')}</legend>
      <Choice
        name="text-size"
        choices={TEXT_SIZES.map((value) => ({
          value,
          label: words.t(`options.text-size.${value}`),
        }))}
        chosen={props.textSize}
        onChoose={props.onTextSize}
      />
    </fieldset>
  );
}
