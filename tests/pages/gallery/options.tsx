import { OptionsView, type OptionsViewProps } from '../../../entrypoints/options/view.tsx';
import type { Words } from '../../../utils/languages/words.ts';
import { offer, type State } from './show.ts';

const nothing = () => undefined;
const site = 'https://www.vardcentralen-exempel.se';

const choices: OptionsViewProps['choices'] = {
  textSize: 'normal',
  simpleMode: false,
  tipProfile: 'all',
  tipsOff: [],
  chime: false,
  readAloud: false,
  panelCorner: 'top-right',
};

function options(words: Words, props: Partial<OptionsViewProps>) {
  return (
    <OptionsView
      words={words}
      keep="undecided"
      sites={[]}
      stays={null}
      cannotChange={[]}
      privateWindow={false}
      choices={choices}
      canRead={false}
      onChoose={nothing}
      onLanguage={nothing}
      onKeep={nothing}
      onCalls={nothing}
      onTurnOff={nothing}
      onCannotChange={nothing}
      {...props}
    />
  );
}

const states: Record<string, State> = {
  new: (words) => options(words, {}),
  used: (words) =>
    options(words, {
      keep: '30-days',
      sites: [site, 'https://video.exempel.se:8443'],
      cannotChange: ['too-dark', 'camera-too-low'],
      choices: {
        textSize: 'largest',
        simpleMode: true,
        tipProfile: 'seen-and-heard',
        tipsOff: ['backlit', 'echo'],
        chime: true,
        readAloud: true,
        panelCorner: 'bottom-left',
      },
    }),
  one: (words) => options(words, { cannotChange: ['backlit'] }),
  stays: (words) => options(words, { sites: [site], stays: site }),
  private: (words) => options(words, { privateWindow: true }),
};

offer(states);
