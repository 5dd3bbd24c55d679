import type { WordKey, Words } from '../../utils/languages/words.ts';

/** On, and back. On is the large one where the step is done; nothing goes on by itself. */
export function StepNav(props: {
  readonly words: Words;
  readonly onNext?: () => void;
  readonly nextLabel?: WordKey;
  readonly isDone: boolean;
  readonly onBack: (() => void) | null;
}) {
  const { words, onNext, onBack } = props;
  return (
    <nav class="step-nav" aria-label={words.t('prepare.nav')}>
      {onNext && (
        <button
          type="button"
          class={props.isDone ? 'button button-main' : 'button'}
          data-press="next"
          onClick={onNext}
        >
          {words.t(props.nextLabel ?? (props.isDone ? 'prepare.next' : 'prepare.skip'))}
        </button>
      )}
      {onBack && (
        <button type="button" class="button" data-press="back" onClick={onBack}>
          {words.t('prepare.back')}
        </button>
      )}
    </nav>
  );
}
