import { render } from 'preact';
import { browser } from 'wxt/browser';
import { readWords } from '../../utils/languages/read-words.ts';
import { ask } from '../../utils/messages/runtime.ts';
import { callsUrl } from '../../utils/platform/calls-url.ts';
import { createReader } from '../../utils/platform/reader.ts';
import { onChoices, readChoices, writeChoices } from '../../utils/settings/chosen.ts';
import { followTextSize } from '../../utils/settings/follow-text-size.ts';
import { cannotChange, keepSetting, languageSetting, sites } from '../../utils/settings/items.ts';
import { OptionsView } from './view.tsx';

const root = document.getElementById('root');
if (root) await start(root);

async function start(container: HTMLElement): Promise<void> {
  await followTextSize(document.documentElement);
  let words = await readWords();
  let keep = await keepSetting.read();
  let on = await sites.read();
  let unchangeable = await cannotChange.read();
  let choices = await readChoices();
  let stays: string | null = null;
  const reader = createReader();
  const privateWindow = browser.extension.inIncognitoContext;

  const show = () => {
    document.documentElement.lang = words.language;
    document.title = words.t('options.title');
    render(
      <OptionsView
        words={words}
        keep={keep}
        sites={Object.keys(on).sort()}
        stays={stays}
        cannotChange={unchangeable}
        privateWindow={privateWindow}
        choices={choices}
        canRead={reader.canRead(words.language)}
        onChoose={(changed) => writeChoices(changed, privateWindow)}
        onLanguage={privateWindow ? languageSetting.writeForNow : languageSetting.write}
        onKeep={keepSetting.write}
        onCalls={() => browser.tabs.create({ url: callsUrl(null) })}
        onTurnOff={async (site) => {
          const isOff = await ask<'site-off'>({ kind: 'site-off', site });
          stays = isOff ? null : site;
          show();
        }}
        onCannotChange={(cues) => cannotChange.write([...cues])}
      />,
      container,
    );
  };

  languageSetting.onChange(async () => {
    words = await readWords();
    show();
  });
  reader.onVoices(show);
  onChoices(async () => {
    choices = await readChoices();
    show();
  });
  keepSetting.onChange((next) => {
    keep = next;
    show();
  });
  sites.onChange((next) => {
    on = next;
    show();
  });
  cannotChange.onChange((next) => {
    unchangeable = next;
    show();
  });
  show();
}
