import { Choice } from '../../components/choice.tsx';
import { LanguageSwitch } from '../../components/language-switch.tsx';
import { KeepChoice } from '../../components/lookback/keep-choice.tsx';
import { EyelevelMark } from '../../components/pictograms.tsx';
import { Press } from '../../components/press.tsx';
import { TextSizeChoice } from '../../components/text-size-choice.tsx';
import type { CueId } from '../../utils/cues/types.ts';
import { cueName } from '../../utils/languages/cue-words.ts';
import type { Language } from '../../utils/languages/languages.ts';
import type { Words } from '../../utils/languages/words.ts';
import type { Keep } from '../../utils/sessions/messages.ts';
import { CORNERS } from '../../utils/settings/choices.ts';
import type { Choices } from '../../utils/settings/chosen.ts';
import { TipSettings } from './tip-settings.tsx';

export interface OptionsViewProps {
  readonly words: Words;
  readonly keep: Keep;
  /** Origins at the top of a tab where Eyelevel was turned on. */
  readonly sites: readonly string[];
  /** A site where it could not be turned off: the permission comes from a policy. */
  readonly stays: string | null;
  readonly cannotChange: readonly CueId[];
  readonly privateWindow: boolean;
  readonly choices: Choices;
  readonly canRead: boolean;
  readonly onChoose: (changed: Partial<Choices>) => void;
  readonly onLanguage: (language: Language) => void;
  readonly onKeep: (keep: Keep) => void;
  readonly onCalls: () => void;
  readonly onTurnOff: (site: string) => void;
  readonly onCannotChange: (cues: readonly CueId[]) => void;
}

/** Whatever is changed here is so at once, in a call that goes on, too. */
export function OptionsView(props: OptionsViewProps) {
  const { words, sites, stays, cannotChange, choices, onChoose } = props;
  return (
    <main class="options">
      <header class="options-head">
        <EyelevelMark sizeRem={2} />
        <h1>{words.t('options.title')}</h1>
      </header>
      {props.privateWindow && <p class="private">{words.t('popup.private')}</p>}
      <section>
        <h2>{words.t('options.language.title')}</h2>
        <LanguageSwitch words={words} onLanguage={props.onLanguage} />
      </section>
      <section>
        <TextSizeChoice
          words={words}
          textSize={choices.textSize}
          onTextSize={(textSize) => onChoose({ textSize })}
        />
      </section>
      <TipSettings words={words} choices={choices} canRead={props.canRead} onChoose={onChoose} />
      <section>
        <fieldset>
          <legend>{words.t('options.corner.title')}</legend>
          <p>{words.t('options.corner.what')}</p>
          <Choice
            name="corner"
            choices={CORNERS.map((value) => ({ value, label: words.t(`options.corner.${value}`) }))}
            chosen={choices.panelCorner}
            onChoose={(panelCorner) => onChoose({ panelCorner })}
          />
        </fieldset>
      </section>
      {!props.privateWindow && (
        <section>
          <h2>{words.t('options.calls.title')}</h2>
          <KeepChoice {...props} />
          <Press onPress={props.onCalls}>{words.t('session.all')}</Press>
        </section>
      )}
      <section data-sites={sites.length}>
        <h2>{words.t('options.sites.title')}</h2>
        {sites.length === 0 && <p>{words.t('options.sites.empty')}</p>}
        <ul>
          {sites.map((site) => (
            <li key={site}>
              <Press onPress={() => props.onTurnOff(site)}>
                {words.t('options.sites.off', { site: new URL(site).host })}
              </Press>
            </li>
          ))}
        </ul>
        <p role="status">
          {stays && words.t('options.sites.stays', { site: new URL(stays).host })}
        </p>
      </section>
      <section data-cannot-change={cannotChange.join(' ')}>
        <h2>{words.t('options.cannot-change.title')}</h2>
        {cannotChange.length === 0 ? (
          <p>{words.t('options.cannot-change.empty')}</p>
        ) : (
          <>
            <p>{words.t('options.cannot-change.what')}</p>
            <ul>
              {cannotChange.map((id) => (
                <li key={id}>
                  <Press
                    onPress={() => props.onCannotChange(cannotChange.filter((one) => one !== id))}
                  >
                    {words.t('options.cannot-change.again', { tip: cueName(words, { id }) })}
                  </Press>
                </li>
              ))}
            </ul>
            {cannotChange.length > 1 && (
              <Press onPress={() => props.onCannotChange([])}>
                {words.t('options.cannot-change.all')}
              </Press>
            )}
          </>
        )}
      </section>
    </main>
  );
}
