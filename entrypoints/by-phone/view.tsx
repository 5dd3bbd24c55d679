import { LanguageSwitch } from '../../components/language-switch.tsx';
import { EyelevelMark } from '../../components/pictograms.tsx';
import { Press } from '../../components/press.tsx';
import { TipCard } from '../../components/tip-card.tsx';
import type { CueId } from '../../utils/cues/types.ts';
import { cueName, cueQuestions, cueTip } from '../../utils/languages/cue-words.ts';
import type { Language } from '../../utils/languages/languages.ts';
import { CUES_BY_NUMBER, TIP_NUMBERS, tipWithNumber } from '../../utils/languages/tip-numbers.ts';
import type { Words } from '../../utils/languages/words.ts';

export interface ByPhoneViewProps {
  readonly words: Words;
  /** What was typed as the number of a tip; null: nothing yet. */
  readonly asked: string | null;
  readonly onLanguage: (language: Language) => void;
  readonly onAsk: (number: string) => void;
}

/** For a helper who hears the number of a tip on the phone: nothing goes from one computer to the other. */
export function ByPhoneView(props: ByPhoneViewProps) {
  const { words, asked, onAsk } = props;
  const id = asked === null ? null : tipWithNumber(asked);
  return (
    <main class="by-phone" data-tip={id ?? 'none'}>
      <header class="by-phone-head">
        <EyelevelMark sizeRem={2} />
        <h1>{words.t('by-phone.title')}</h1>
        <LanguageSwitch words={words} onLanguage={props.onLanguage} />
      </header>
      <p>{words.t('by-phone.what')}</p>
      <form
        class="by-phone-number"
        onSubmit={(event) => {
          event.preventDefault();
          onAsk(String(new FormData(event.currentTarget).get('number')));
        }}
      >
        <label for="number">{words.t('by-phone.number')}</label>
        <input id="number" name="number" inputMode="numeric" autocomplete="off" maxLength={20} />
        <button type="submit" class="button">
          {words.t('by-phone.show')}
        </button>
      </form>
      <p class="by-phone-found" role="status">
        {asked !== null && (id === null ? words.t('by-phone.none') : found(words, id))}
      </p>
      {id && <Tip words={words} id={id} />}
      <p>{words.t('by-phone.safe')}</p>
      <section>
        <h2>{words.t('by-phone.all')}</h2>
        <ul>
          {CUES_BY_NUMBER.map((each) => (
            <li key={each}>
              <Press onPress={() => onAsk(String(TIP_NUMBERS[each]))}>{found(words, each)}</Press>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

function found(words: Words, id: CueId): string {
  return words.t('by-phone.found', { number: TIP_NUMBERS[id], tip: cueName(words, { id }) });
}

/** The tip as it stands on the other screen, before a call too where that is another one. */
function Tip(props: { readonly words: Words; readonly id: CueId }) {
  const { words, id } = props;
  const differs = cueTip(words, { id }, 'preview') !== cueTip(words, { id }, 'in-call');
  const card = (phase: 'in-call' | 'preview') => (
    <TipCard words={words} cue={{ id }} phase={phase} cameraSupport="unknown" />
  );
  return (
    <>
      <section>
        <h2>{words.t('by-phone.seen')}</h2>
        {card('in-call')}
        {differs && (
          <>
            <h3>{words.t('by-phone.seen.before')}</h3>
            {card('preview')}
          </>
        )}
      </section>
      <section>
        <h2>{words.t('by-phone.ask')}</h2>
        <ol class="by-phone-questions">
          {cueQuestions(words, id).map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ol>
      </section>
    </>
  );
}
