import { WelcomeView, type WelcomeViewProps } from '../../../entrypoints/welcome/view.tsx';
import type { Words } from '../../../utils/languages/words.ts';
import { offer, type State } from './show.ts';

const nothing = () => undefined;

function welcome(words: Words, props: Partial<WelcomeViewProps>) {
  return (
    <WelcomeView
      words={words}
      browserName="chrome"
      trial={{ kind: 'idle' }}
      coach={null}
      onLanguage={nothing}
      onStartTrial={nothing}
      onStopTrial={nothing}
      {...props}
    />
  );
}

const states: Record<string, State> = {
  chrome: (words) => welcome(words, {}),
  firefox: (words) => welcome(words, { browserName: 'firefox' }),
  starting: (words) => welcome(words, { trial: { kind: 'starting' } }),
  running: (words) => welcome(words, { trial: { kind: 'running', stream: null } }),
  denied: (words) => welcome(words, { trial: { kind: 'failed', trouble: 'camera-denied' } }),
};

offer(states);
