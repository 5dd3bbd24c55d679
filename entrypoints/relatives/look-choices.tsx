import { Tick } from '../../components/choice.tsx';
import { TextSizeChoice } from '../../components/text-size-choice.tsx';
import type { Words } from '../../utils/languages/words.ts';
import type { TextSize } from '../../utils/settings/choices.ts';

/** How large the words are and how many: for this computer, or for a code. */
export function LookChoices(props: {
  readonly words: Words;
  readonly textSize: TextSize;
  readonly simpleMode: boolean;
  readonly onTextSize: (textSize: TextSize) => void;
  readonly onSimpleMode: (simpleMode: boolean) => void;
}) {
  const { words } = props;
  return (
    <>
      <TextSizeChoice {...props} />
      <Tick
        name="simple"
        on={props.simpleMode}
        label={words.t('options.simple')}
        onTick={props.onSimpleMode}
      />
      <p class="small">{words.t('relatives.simple.what')}</p>
    </>
  );
}
