import { HEIGHT_ANSWERS } from '../../../components/camera-height.tsx';
import { WelcomeView, type WelcomeViewProps } from '../../../entrypoints/welcome/view.tsx';
import type { Words } from '../../../utils/languages/words.ts';
import { offer, type State } from './show.ts';

const nothing = () => undefined;

const HEIGHT: NonNullable<WelcomeViewProps['height']> = {
  known: false,
  canAsk: false,
  answer: 'none',
  support: 'unknown',
  onAnswer: nothing,
  onSomeoneElse: nothing,
  onSupport: nothing,
};

/** The trial runs, and the camera's height is asked for. */
function asked(words: Words, height: Partial<typeof HEIGHT>) {
  return welcome(words, {
    trial: { kind: 'running', stream: null },
    height: { ...HEIGHT, canAsk: true, ...height },
  });
}

function welcome(words: Words, props: Partial<WelcomeViewProps>) {
  return (
    <WelcomeView
      words={words}
      browserName="chrome"
      trial={{ kind: 'idle' }}
      coach={null}
      height={HEIGHT}
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
  running: (words) => asked(words, {}),
  private: (words) => welcome(words, { trial: { kind: 'running', stream: null }, height: null }),
  'height-known': (words) => asked(words, { known: true, support: 'laptop' }),
  'height-known-camera-off': (words) => welcome(words, { height: { ...HEIGHT, known: true } }),
  'height-forgotten-camera-off': (words) =>
    welcome(words, { height: { ...HEIGHT, answer: 'forgotten' } }),
  denied: (words) => welcome(words, { trial: { kind: 'failed', trouble: 'camera-denied' } }),
};
for (const answer of HEIGHT_ANSWERS) {
  if (answer !== 'none') states[`height-${answer}`] = (words) => asked(words, { answer });
}

offer(states);
