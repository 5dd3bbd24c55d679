import { render } from 'preact';
import { browser } from 'wxt/browser';
import { CLINICS } from '../../utils/clinics/index.ts';
import { readSilent } from '../../utils/coach/silent.ts';
import { readWords } from '../../utils/languages/read-words.ts';
import { browserName } from '../../utils/platform/browser-name.ts';
import { createReader } from '../../utils/platform/reader.ts';
import { systemName } from '../../utils/platform/system-name.ts';
import type { Answers } from '../../utils/prepare/answers.ts';
import { clinicPages } from '../../utils/prepare/clinic-pages.ts';
import { createPrepare } from '../../utils/prepare/create-prepare.ts';
import { likelyCountry } from '../../utils/prepare/emergency.ts';
import type { Live } from '../../utils/prepare/live.ts';
import { createWebPlatform } from '../../utils/prepare/web-platform.ts';
import { followTextSize } from '../../utils/settings/follow-text-size.ts';
import {
  cameraSupport,
  cannotChange,
  languageSetting,
  neutralSetting,
  prepared,
  readAloudSetting,
  sites,
} from '../../utils/settings/items.ts';
import VisionWorker from '../../utils/vision/vision.worker.ts?worker';
import { openSettings } from './open-settings.ts';
import { createStepReader } from './step-reader.ts';
import { PrepareView, titleOf } from './view.tsx';

const root = document.getElementById('root');
if (root) await start(root);

async function start(container: HTMLElement): Promise<void> {
  await followTextSize(document.documentElement);
  let words = await readWords();
  // Whose window a private one is, nobody knows: there nothing personal is read, and nothing is kept.
  const privateWindow = browser.extension.inIncognitoContext;
  let readAloud = await readAloudSetting.read();
  const reader = createReader();
  let shown: readonly [Answers, Live] | null = null;

  const platform = createWebPlatform({
    workerFactory: () => new VisionWorker(),
    baseUrl: browser.runtime.getURL('/'),
    cannotChange: new Set(await cannotChange.read()),
    silent: await readSilent(),
    keep: privateWindow
      ? null
      : { remember: prepared.write, neutral: neutralSetting, support: cameraSupport.write },
    openPage: (url) => void browser.tabs.create({ url }),
  });
  const { sound } = platform;
  const surroundings = {
    browserName,
    systemName: systemName(navigator.userAgent),
    privateWindow,
    canChooseSpeaker: sound.canChoose,
    asksForSpeaker: sound.askForSpeaker !== null,
    openSettings: openSettings(),
  };

  const aloud = createStepReader(container, reader);

  const show = () => {
    if (!shown) return;
    const [answers, live] = shown;
    const { documentElement } = document;
    documentElement.lang = words.language;
    documentElement.dataset.phase = 'preview';
    documentElement.dataset.holding = (live.coach?.holding ?? []).map(({ id }) => id).join(' ');
    document.title = `${titleOf(words, answers)} – Eyelevel`;
    render(
      <PrepareView
        words={words}
        answers={answers}
        live={live}
        surroundings={surroundings}
        press={prepare.press}
        readAloud={reader.canRead(words.language) ? readAloud : null}
        onReadAloud={privateWindow ? readAloudSetting.writeForNow : readAloudSetting.write}
        onLanguage={privateWindow ? languageSetting.writeForNow : languageSetting.write}
      />,
      container,
    );
    if (readAloud) aloud.show(answers.step, live.coach?.presented, words);
  };

  const prepare = createPrepare({
    platform,
    known: privateWindow ? null : await prepared.read(),
    likelyCountry: likelyCountry(
      Intl.DateTimeFormat().resolvedOptions().timeZone,
      navigator.languages,
    ),
    neutral: privateWindow ? null : await neutralSetting.read(),
    support: await cameraSupport.read(),
    isReading: () => reader.isReading,
    clinics: clinicPages(Object.keys(await sites.read()), CLINICS),
    onChange(answers, live) {
      shown = [answers, live];
      queueMicrotask(show);
    },
  });

  readAloudSetting.onChange((on) => {
    readAloud = on;
    aloud.stop();
    show();
  });
  reader.onVoices(show);
  languageSetting.onChange(async () => {
    words = await readWords();
    show();
  });
  if (!privateWindow) neutralSetting.onChange(prepare.setNeutral);
  cameraSupport.onChange(prepare.setSupport);
  const setHidden = () => {
    if (document.visibilityState === 'hidden') aloud.stop();
    prepare.setHidden(document.visibilityState === 'hidden');
  };
  document.addEventListener('visibilitychange', setHidden);
  addEventListener('pagehide', () => prepare.setHidden(true));
  addEventListener('pageshow', setHidden);
  setHidden();
}
