import { render } from 'preact';
import { browser } from 'wxt/browser';
import { readWords } from '../../utils/languages/read-words.ts';
import { ask } from '../../utils/messages/runtime.ts';
import { createCoaching } from '../../utils/overlay/coaching.ts';
import { troubleOf } from '../../utils/overlay/trouble.ts';
import { browserName } from '../../utils/platform/browser-name.ts';
import { languageSetting } from '../../utils/settings/items.ts';
import { type Trial, WelcomeView } from './view.tsx';

const root = document.getElementById('root');
if (root) await start(root);

async function start(container: HTMLElement): Promise<void> {
  let words = await readWords();
  let trial: Trial = { kind: 'idle' };
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
        onLanguage={
          browser.extension.inIncognitoContext ? languageSetting.writeForNow : languageSetting.write
        }
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
    const coaching = createCoaching({
      document,
      coachUrl: browser.runtime.getURL('/coach.html'),
      offer: (nonce) => ask<'coach-offer'>({ kind: 'coach-offer', nonce }),
      remember: () => undefined,
      isSelf: () => true,
      onEnd: () => stop(),
    });
    coaching.setPhase('preview');
    coaching.setTracks(stream.getVideoTracks()[0] ?? null, null);
    stop = () => {
      stop = () => {};
      coaching.remove();
      for (const track of stream.getTracks()) track.stop();
      change({ kind: 'idle' });
    };
    change({ kind: 'running', stream });
  }

  languageSetting.onChange(async () => {
    words = await readWords();
    show();
  });
  addEventListener('pagehide', () => stop());
  show();
}
