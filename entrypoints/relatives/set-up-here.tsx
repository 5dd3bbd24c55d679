import { Tick } from '../../components/choice.tsx';
import { LanguageSwitch } from '../../components/language-switch.tsx';
import { Press } from '../../components/press.tsx';
import { ClinicList } from './clinic-list.tsx';
import { LookChoices } from './look-choices.tsx';
import type { RelativesViewProps } from './view.tsx';

/**
 * Once, on the other person's computer, from the top down: each choice is so at once, so nothing is lost when it is
 * left in the middle. It ends with the person in the chair.
 */
export function SetUpHere(props: RelativesViewProps) {
  const { words, choices, onChoose } = props;
  return (
    <>
      <p>{words.t('set-up.what')}</p>
      <ol class="set-up-steps">
        <li>
          <h2>{words.t('set-up.language')}</h2>
          <LanguageSwitch words={words} onLanguage={props.onLanguage} />
        </li>
        <li>
          <h2>{words.t('set-up.look')}</h2>
          <LookChoices
            words={words}
            textSize={choices.textSize}
            simpleMode={choices.simpleMode}
            onTextSize={(textSize) => onChoose({ textSize })}
            onSimpleMode={(simpleMode) => onChoose({ simpleMode })}
          />
          <Tick
            name="read-aloud"
            on={choices.readAloud}
            label={words.t('options.read-aloud')}
            onTick={(readAloud) => onChoose({ readAloud })}
          />
          {!props.canRead && <p class="small">{words.t('options.read-aloud.no-voice')}</p>}
        </li>
        <li>
          <h2>{words.t('set-up.clinics')}</h2>
          <p>{words.t('set-up.clinics.what')}</p>
          <ClinicList {...props} />
          <p>{words.t('set-up.clinics.others')}</p>
        </li>
        <li>
          <h2>{words.t('set-up.rehearse')}</h2>
          <p>{words.t('set-up.rehearse.what')}</p>
          <Press onPress={props.onPrepare}>{words.t('set-up.rehearse.begin')}</Press>
        </li>
        <li>
          <h2>{words.t('set-up.card')}</h2>
          <p>{words.t('set-up.card.what')}</p>
          <a class="button" href="#card">
            {words.t('set-up.card.see')}
          </a>
        </li>
      </ol>
    </>
  );
}
