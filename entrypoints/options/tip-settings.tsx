import { Choice, Tick } from '../../components/choice.tsx';
import { canBeDeclined } from '../../utils/cues/arbiter/rules.ts';
import { cueName } from '../../utils/languages/cue-words.ts';
import { CUES_BY_NUMBER, TIP_NUMBERS } from '../../utils/languages/tip-numbers.ts';
import type { Words } from '../../utils/languages/words.ts';
import { TIP_PROFILES } from '../../utils/settings/choices.ts';
import type { Choices } from '../../utils/settings/chosen.ts';

const ONE_BY_ONE = CUES_BY_NUMBER.filter(canBeDeclined);

/** Which tips come, and how. */
export function TipSettings(props: {
  readonly words: Words;
  readonly choices: Choices;
  /** This computer has a voice for the language. */
  readonly canRead: boolean;
  readonly onChoose: (changed: Partial<Choices>) => void;
}) {
  const { words, choices, onChoose } = props;
  const { tipsOff } = choices;
  return (
    <section data-tips-off={tipsOff.join(' ')}>
      <h2>{words.t('options.tips.title')}</h2>
      <fieldset>
        <legend>{words.t('options.tips.which')}</legend>
        <Choice
          name="profile"
          choices={TIP_PROFILES.map((value) => ({
            value,
            label: words.t(`options.tips.${value}`),
          }))}
          chosen={choices.tipProfile}
          onChoose={(tipProfile) => onChoose({ tipProfile })}
        />
      </fieldset>
      <Tick
        name="simple"
        on={choices.simpleMode}
        label={words.t('options.simple')}
        onTick={(simpleMode) => onChoose({ simpleMode })}
      />
      <Tick
        name="chime"
        on={choices.chime}
        label={words.t('options.chime')}
        onTick={(chime) => onChoose({ chime })}
      />
      <Tick
        name="read-aloud"
        on={choices.readAloud}
        label={words.t('options.read-aloud')}
        onTick={(readAloud) => onChoose({ readAloud })}
      />
      {!props.canRead && <p class="small">{words.t('options.read-aloud.no-voice')}</p>}
      <details class="one-by-one">
        <summary class="button">{words.t('options.tips.one-by-one')}</summary>
        <fieldset>
          <legend>{words.t('options.tips.off-still')}</legend>
          {ONE_BY_ONE.map((id) => (
            <Tick
              key={id}
              name={id}
              on={!tipsOff.includes(id)}
              label={words.t('by-phone.found', {
                number: TIP_NUMBERS[id],
                tip: cueName(words, { id }),
              })}
              onTick={(on) =>
                onChoose({ tipsOff: on ? tipsOff.filter((one) => one !== id) : [...tipsOff, id] })
              }
            />
          ))}
        </fieldset>
      </details>
    </section>
  );
}
