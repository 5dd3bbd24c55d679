import { render } from 'preact';
import { browser } from 'wxt/browser';
import { readWords } from '../../utils/languages/read-words.ts';
import { followTextSize } from '../../utils/settings/follow-text-size.ts';
import { languageSetting } from '../../utils/settings/items.ts';
import { ByPhoneView } from './view.tsx';

const root = document.getElementById('root');
if (root) await start(root);

async function start(container: HTMLElement): Promise<void> {
  await followTextSize(document.documentElement);
  let words = await readWords();
  let asked: string | null = null;

  const show = () => {
    document.documentElement.lang = words.language;
    document.title = words.t('by-phone.title');
    render(
      <ByPhoneView
        words={words}
        asked={asked}
        onLanguage={
          browser.extension.inIncognitoContext ? languageSetting.writeForNow : languageSetting.write
        }
        onAsk={(number) => {
          asked = number;
          show();
          // The list is long: who chose from its end sees the answer, too.
          container.querySelector('[role=status]')?.scrollIntoView({ block: 'start' });
        }}
      />,
      container,
    );
  };

  languageSetting.onChange(async () => {
    words = await readWords();
    show();
  });
  show();
}
