import { useState } from 'preact/hooks';
import { Press } from '../../components/press.tsx';
import { LANGUAGE_NAMES } from '../../utils/languages/languages.ts';
import type { Words } from '../../utils/languages/words.ts';
import { type ReadCode, readCode, type SetUp } from '../../utils/relatives/setup-code.ts';
import { ClinicList } from './clinic-list.tsx';
import type { RelativesViewProps } from './view.tsx';

type Look = Pick<SetUp, 'language' | 'textSize' | 'simpleMode'>;

/** The person types what they were told, sees in words what it changes, and only then lets it. */
export function TakeCode(props: RelativesViewProps) {
  const { words, nowMs, choices, clinics, onApply } = props;
  const [read, setRead] = useState<ReadCode | null>(null);
  /** How it was before, once the code was applied. */
  const [before, setBefore] = useState<Look | null>(null);
  const { textSize, simpleMode } = choices;
  const now: Look = { language: words.language, textSize, simpleMode };
  const setUp = read?.kind === 'set-up' ? read.setUp : null;
  return (
    <>
      <p>{words.t('take-code.what')}</p>
      <form
        class="code-form"
        onSubmit={(event) => {
          event.preventDefault();
          setBefore(null);
          setRead(readCode(String(new FormData(event.currentTarget).get('code')), nowMs));
        }}
      >
        <label for="code">{words.t('take-code.label')}</label>
        <input
          id="code"
          name="code"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={60}
        />
        <button type="submit" class="button">
          {words.t('take-code.read')}
        </button>
      </form>
      <p class="code-answer" role="status" data-read={read?.kind ?? 'none'}>
        {read && !setUp && words.t(`take-code.${read.kind as Exclude<ReadCode['kind'], 'set-up'>}`)}
        {setUp && words.t(before ? 'take-code.done' : 'take-code.changes')}
      </p>
      {setUp && (
        <section data-applied={before !== null}>
          {!before && (
            <>
              <ul class="changes">
                {changes(words, now, setUp).map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
              <Press
                onPress={() => {
                  setBefore(now);
                  onApply(setUp);
                }}
              >
                {words.t('take-code.apply')}
              </Press>
            </>
          )}
          {before && (
            <>
              {setUp.clinics.length > 0 && (
                <>
                  <h2>{words.t('take-code.clinics')}</h2>
                  <p>{words.t('set-up.clinics.what')}</p>
                  <ClinicList
                    {...props}
                    clinics={clinics.filter(({ id }) => setUp.clinics.includes(id))}
                  />
                </>
              )}
              <Press
                onPress={() => {
                  onApply(before);
                  setBefore(null);
                  setRead(null);
                }}
              >
                {words.t('take-code.undo')}
              </Press>
            </>
          )}
        </section>
      )}
      <p>{words.t('take-code.never')}</p>
      <p>{words.t('relatives.safe')}</p>
    </>
  );
}

/** One line for each thing that the code says; what is so already is said to be so. */
function changes(words: Words, now: Look, setUp: SetUp): string[] {
  const line = (what: string, same: boolean) => (same ? words.t('take-code.same', { what }) : what);
  return [
    line(
      words.t('take-code.language', { language: LANGUAGE_NAMES[setUp.language] }),
      now.language === setUp.language,
    ),
    line(words.t(`options.text-size.${setUp.textSize}`), now.textSize === setUp.textSize),
    line(
      words.t(setUp.simpleMode ? 'take-code.simple' : 'take-code.not-simple'),
      now.simpleMode === setUp.simpleMode,
    ),
    ...(setUp.clinics.length > 0
      ? [words.t('take-code.clinics-next', { count: setUp.clinics.length })]
      : []),
  ];
}
