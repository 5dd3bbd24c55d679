import type { StepProps } from './step-props.ts';

/** Who has been here before chooses: the short way, or all of it. */
export function AgainStep({ words, press }: StepProps) {
  return (
    <>
      <p>{words.t('prepare.again.what')}</p>
      <button
        type="button"
        class="button button-main"
        data-press="short"
        onClick={() => press.form('short')}
      >
        {words.t('prepare.again.short')}
      </button>
      <button
        type="button"
        class="button button-wide"
        data-press="full"
        onClick={() => press.form('full')}
      >
        {words.t('prepare.again.full')}
      </button>
    </>
  );
}
