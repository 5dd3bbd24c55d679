import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { HeightAnswer } from '../../components/camera-height.tsx';
import { readWords } from '../../utils/languages/read-words.ts';
import { ask } from '../../utils/messages/runtime.ts';
import { type Coaching, createCoaching } from '../../utils/overlay/coaching.ts';
import { troubleOf } from '../../utils/overlay/trouble.ts';
import { browserName } from '../../utils/platform/browser-name.ts';
import { followTextSize } from '../../utils/settings/follow-text-size.ts';
import { cameraSupport, languageSetting, neutralSetting } from '../../utils/settings/items.ts';
import { type Trial, WelcomeView } from './view.tsx';

const root = document.getElementById('root');
if (root) await start(root);

async function start(container: HTMLElement): Promise<void> {
  await followTextSize(document.documentElement);
  let words = await readWords();
  const privateWindow = browser.extension.inIncognitoContext;
  let trial: Trial = { kind: 'idle' };
  let answer: HeightAnswer = 'none';
  let known = (await neutralSetting.read()) !== null;
  let support = await cameraSupport.read();
  let coaching: Coaching | null = null;
  let stop = () => {};

  const show = () => {
    document.documentElement.lang = words.language;
    document.title = words.t('welcome.title');
    render(
      <WelcomeView
        words={words}
        browserName={browserName}
        trial={trial}
        coach={null}
        height={
          privateWindow
            ? null
            : {
                known,
                canAsk: trial.kind === 'running',
                answer,
                support,
                onAnswer: answerHeight,
                onSomeoneElse: forgetNeutral,
                onSupport: cameraSupport.write,
              }
        }
        onLanguage={privateWindow ? languageSetting.writeForNow : languageSetting.write}
        onStartTrial={startTrial}
        onStopTrial={() => stop()}
      />,
      container,
    );
  };
  const change = (next: Trial) => {
    trial = next;
    show();
  };

  /** The same coach and the same way of frames as on a call page, on one's own camera. */
  async function startTrial(): Promise<void> {
    change({ kind: 'starting' });
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: true });
    } catch (error) {
      change({ kind: 'failed', trouble: troubleOf(error) ?? 'camera-busy' });
      return;
    }
    const running = createCoaching({
      document,
      coachUrl: browser.runtime.getURL('/coach.html'),
      offer: (nonce) => ask<'coach-offer'>({ kind: 'coach-offer', nonce }),
      remember: () => undefined,
      isSelf: () => true,
      onNeutral: (result) => changeAnswer(result === 'learnt' ? 'none' : result),
      onEnd: () => stop(),
    });
    running.setPhase('preview');
    running.setTracks(stream.getVideoTracks()[0] ?? null, null);
    coaching = running;
    stop = () => {
      stop = () => {};
      running.remove();
      coaching = null;
      answer = 'none';
      for (const track of stream.getTracks()) track.stop();
      change({ kind: 'idle' });
    };
    change({ kind: 'running', stream });
  }

  const changeAnswer = (next: HeightAnswer) => {
    answer = next;
    show();
  };
  /** After a yes the coach looks, and keeps what it learns; here only its answer is known. */
  function answerHeight(pressed: 'yes' | 'no' | 'not-sure'): void {
    if (pressed === 'yes') coaching?.learnNeutral();
    changeAnswer(pressed === 'yes' ? 'looking' : pressed);
  }
  async function forgetNeutral(): Promise<void> {
    await neutralSetting.remove();
    changeAnswer('forgotten');
  }
  neutralSetting.onChange((neutral) => {
    known = neutral !== null;
    show();
  });
  cameraSupport.onChange((next) => {
    support = next;
    show();
  });
  languageSetting.onChange(async () => {
    words = await readWords();
    show();
  });
  addEventListener('pagehide', () => stop());
  show();
}
