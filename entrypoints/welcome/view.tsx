import type { ComponentChildren } from 'preact';
import { CameraHeight, type CameraHeightProps } from '../../components/camera-height.tsx';
import { CameraTrial, type Trial } from '../../components/camera-trial.tsx';
import { LanguageSwitch } from '../../components/language-switch.tsx';
import type { BrowserName } from '../../components/permission-explainer.tsx';
import { EyelevelMark } from '../../components/pictograms.tsx';
import { StepList } from '../../components/step-list.tsx';
import { FollowPicture, PinPicture, TurnOnPicture } from '../../components/welcome-pictures.tsx';
import type { Language } from '../../utils/languages/languages.ts';
import type { Words } from '../../utils/languages/words.ts';

export type { BrowserName, Trial };

export interface WelcomeViewProps {
  readonly words: Words;
  readonly browserName: BrowserName;
  readonly trial: Trial;
  /** What stands beside the picture while the trial runs: the coach. */
  readonly coach: ComponentChildren;
  /** Null in a private window: what cannot be kept is not asked. */
  readonly height: Omit<CameraHeightProps, 'words'> | null;
  readonly onLanguage: (language: Language) => void;
  readonly onStartTrial: () => void;
  readonly onStopTrial: () => void;
}

/** After install: three steps, try it, and what is seen and kept. */
export function WelcomeView(props: WelcomeViewProps) {
  const { words, browserName } = props;
  return (
    <main class="welcome">
      <header class="welcome-head">
        <EyelevelMark sizeRem={3} />
        <h1>{words.t('welcome.title')}</h1>
        <LanguageSwitch words={words} onLanguage={props.onLanguage} />
      </header>
      <p class="lead">{words.t('welcome.what')}</p>
      <section>
        <h2>{words.t('welcome.steps')}</h2>
        <StepList
          steps={[
            {
              title: words.t('welcome.pin.title'),
              text: words.t(`welcome.pin.${browserName}`),
              picture: (
                <PinPicture name={words.t('welcome.pin.picture')} browserName={browserName} />
              ),
            },
            {
              title: words.t('welcome.turn-on.title'),
              text: words.t('welcome.turn-on.what'),
              picture: (
                <TurnOnPicture
                  name={words.t('welcome.turn-on.picture')}
                  button={words.t('popup.off.button')}
                />
              ),
            },
            {
              title: words.t('welcome.follow.title'),
              text: words.t('welcome.follow.what'),
              picture: <FollowPicture name={words.t('welcome.follow.picture')} />,
            },
          ]}
        />
      </section>
      <section>
        <h2>{words.t('welcome.prepare.title')}</h2>
        <p>{words.t('welcome.prepare.what')}</p>
        <a class="button button-main" href="/prepare.html">
          {words.t('welcome.prepare.button')}
        </a>
      </section>
      <CameraTrial
        words={words}
        trial={props.trial}
        coach={props.coach}
        onStart={props.onStartTrial}
        onStop={props.onStopTrial}
      />
      {props.height && <CameraHeight words={words} {...props.height} />}
      <section class="privacy">
        <h2>{words.t('welcome.privacy.title')}</h2>
        <p>{words.t('welcome.privacy.seen')}</p>
        <p>{words.t('welcome.privacy.leaves')}</p>
        <p>{words.t('welcome.privacy.kept')}</p>
      </section>
    </main>
  );
}
