import { useState } from 'preact/hooks';
import { Choice, Tick } from '../../components/choice.tsx';
import { Press } from '../../components/press.tsx';
import { LANGUAGE_NAMES, LANGUAGES } from '../../utils/languages/languages.ts';
import { type SetUp, untilMs, writeCode } from '../../utils/relatives/setup-code.ts';
import { LookChoices } from './look-choices.tsx';
import type { RelativesViewProps } from './view.tsx';

/** A helper far away chooses for the other person, and reads out or sends what comes of it. */
export function MakeCode(props: RelativesViewProps) {
  const { words, nowMs } = props;
  const [setUp, setSetUp] = useState<SetUp>({
    language: words.language,
    textSize: 'large',
    simpleMode: false,
    clinics: [],
  });
  const [copied, setCopied] = useState<boolean | null>(null);
  const change = (changed: Partial<SetUp>) => {
    setCopied(null);
    setSetUp({ ...setUp, ...changed });
  };
  const code = writeCode(setUp, nowMs);
  const until = new Intl.DateTimeFormat(words.language, { dateStyle: 'full', timeZone: 'UTC' });
  return (
    <>
      <p>{words.t('make-code.what')}</p>
      <section>
        <fieldset>
          <legend>{words.t('make-code.language')}</legend>
          <Choice
            name="language"
            choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            chosen={setUp.language}
            onChoose={(language) => change({ language })}
          />
        </fieldset>
        <LookChoices
          words={words}
          {...setUp}
          onTextSize={(textSize) => change({ textSize })}
          onSimpleMode={(simpleMode) => change({ simpleMode })}
        />
        <fieldset>
          <legend>{words.t('make-code.clinics')}</legend>
          {props.clinics.map(({ id, name }) => (
            <Tick
              key={id}
              name={id}
              on={setUp.clinics.includes(id)}
              label={name}
              onTick={(on) => {
                const others = setUp.clinics.filter((one) => one !== id);
                change({ clinics: on ? [...others, id] : others });
              }}
            />
          ))}
        </fieldset>
      </section>
      <section>
        <h2>{words.t('make-code.code')}</h2>
        <output class="code">{code}</output>
        <p>{words.t('make-code.until', { day: until.format(untilMs(nowMs)) })}</p>
        <Press onPress={async () => setCopied(await props.onCopy(code))}>
          {words.t('make-code.copy')}
        </Press>
        <p role="status">
          {copied !== null && words.t(copied ? 'make-code.copied' : 'make-code.not-copied')}
        </p>
        <p>{words.t('make-code.how')}</p>
      </section>
      <p>{words.t('relatives.safe')}</p>
    </>
  );
}
