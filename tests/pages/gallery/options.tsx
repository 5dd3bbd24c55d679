import { OptionsView, type OptionsViewProps } from '../../../entrypoints/options/view.tsx';
import type { Words } from '../../../utils/languages/words.ts';
import { offer, type State } from './show.ts';

const nothing = () => undefined;
const site = 'https://www.vardcentralen-exempel.se';

function options(words: Words, props: Partial<OptionsViewProps>) {
  return (
    <OptionsView
      words={words}
      keep="undecided"
      sites={[]}
      stays={null}
      cannotChange={[]}
      privateWindow={false}
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
    }),
  one: (words) => options(words, { cannotChange: ['backlit'] }),
  stays: (words) => options(words, { sites: [site], stays: site }),
  private: (words) => options(words, { privateWindow: true }),
};

offer(states);
