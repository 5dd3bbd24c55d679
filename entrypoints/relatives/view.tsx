import { LanguageSwitch } from '../../components/language-switch.tsx';
import { EyelevelMark } from '../../components/pictograms.tsx';
import { Press } from '../../components/press.tsx';
import type { Language } from '../../utils/languages/languages.ts';
import type { WordKey, Words } from '../../utils/languages/words.ts';
import type { SetUp } from '../../utils/relatives/setup-code.ts';
import type { Choices } from '../../utils/settings/chosen.ts';
import { Card } from './card.tsx';
import { MakeCode } from './make-code.tsx';
import { SetUpHere } from './set-up-here.tsx';
import { TakeCode } from './take-code.tsx';

/** What the address says after its #; the first one without any. */
export const PARTS = ['start', 'set-up', 'make-code', 'code', 'card'] as const;
export type Part = (typeof PARTS)[number];

export interface ListedClinic {
  readonly id: string;
  readonly name: string;
  /** The browser lets Eyelevel be there. */
  readonly on: boolean;
}

export interface RelativesViewProps {
  readonly words: Words;
  readonly part: Part;
  readonly nowMs: number;
  readonly choices: Pick<Choices, 'textSize' | 'simpleMode' | 'readAloud'>;
  /** This computer has a voice for the language. */
  readonly canRead: boolean;
  readonly clinics: readonly ListedClinic[];
  /** Names of all sites where Eyelevel is on, for the card. */
  readonly sites: readonly string[];
  readonly privateWindow: boolean;
  readonly onLanguage: (language: Language) => void;
  readonly onChoose: (changed: Partial<Choices>) => void;
  readonly onClinic: (id: string) => void;
  readonly onApply: (setUp: Pick<SetUp, 'language' | 'textSize' | 'simpleMode'>) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
  readonly onPrepare: () => void;
  readonly onByPhone: () => void;
  readonly onPrint: () => void;
}

const TITLES: Readonly<Record<Part, WordKey>> = {
  start: 'relatives.title',
  'set-up': 'set-up.title',
  'make-code': 'make-code.title',
  code: 'take-code.title',
  card: 'card.title',
};

export function titleOf(part: Part): WordKey {
  return TITLES[part];
}

/** Help from a relative: beside the person, from afar, or by phone. */
export function RelativesView(props: RelativesViewProps) {
  const { words, part } = props;
  return (
    <main class="relatives" data-part={part}>
      <header class="relatives-head not-printed">
        <EyelevelMark sizeRem={2} />
        {part !== 'card' && <h1>{words.t(titleOf(part))}</h1>}
        {/* There it is the first step. */}
        {part !== 'set-up' && <LanguageSwitch words={words} onLanguage={props.onLanguage} />}
      </header>
      {props.privateWindow && part !== 'card' && <p>{words.t('popup.private')}</p>}
      {part === 'start' && <Start {...props} />}
      {part === 'set-up' && <SetUpHere {...props} />}
      {part === 'make-code' && <MakeCode {...props} />}
      {part === 'code' && <TakeCode {...props} />}
      {part === 'card' && <Card {...props} />}
      {part !== 'start' && (
        <a class="button not-printed" href="#start">
          {words.t('relatives.back')}
        </a>
      )}
    </main>
  );
}

function Start({ words, onByPhone }: RelativesViewProps) {
  return (
    <>
      <section>
        <h2>{words.t('relatives.helper')}</h2>
        <a class="button" href="#set-up">
          {words.t('relatives.set-up')}
        </a>
        <p>{words.t('relatives.set-up.what')}</p>
        <a class="button" href="#make-code">
          {words.t('relatives.make-code')}
        </a>
        <p>{words.t('relatives.make-code.what')}</p>
        <Press onPress={onByPhone}>{words.t('by-phone.title')}</Press>
        <p>{words.t('relatives.by-phone.what')}</p>
      </section>
      <section>
        <h2>{words.t('relatives.helped')}</h2>
        <a class="button" href="#code">
          {words.t('relatives.code')}
        </a>
        <p>{words.t('relatives.code.what')}</p>
      </section>
      <p>{words.t('relatives.safe')}</p>
    </>
  );
}
