import { render } from 'preact';
import { browser } from 'wxt/browser';
import { showLife } from '../../utils/background/live-coaches.ts';
import { claimPort } from '../../utils/coach/claim-port.ts';
import { createCoach } from '../../utils/coach/create-coach.ts';
import { onSilentChange, readSilent } from '../../utils/coach/silent.ts';
import { type CoachState, looksTheSame } from '../../utils/coach/state.ts';
import { createHearing } from '../../utils/hearing/hearing.ts';
import { readWords } from '../../utils/languages/read-words.ts';
import { ask } from '../../utils/messages/runtime.ts';
import { chime } from '../../utils/platform/chime.ts';
import type { SessionReply } from '../../utils/sessions/messages.ts';
import { followTextSize } from '../../utils/settings/follow-text-size.ts';
import {
  cameraSupport,
  cannotChange,
  chimeSetting,
  languageSetting,
  neutralSetting,
  simpleModeSetting,
} from '../../utils/settings/items.ts';
import { createVision } from '../../utils/vision/client.ts';
import VisionWorker from '../../utils/vision/vision.worker.ts?worker';
import { CoachView } from './view.tsx';

const root = document.getElementById('root');
const { port, privateTab } = await claimPort();
if (root) await start(root);

async function start(container: HTMLElement): Promise<void> {
  let words = await readWords();
  let support = await cameraSupport.read();
  let simple = await simpleModeSetting.read();
  let chimes = await chimeSetting.read();
  let state: CoachState | null = null;
  await followTextSize(document.documentElement);

  const show = () => {
    if (!state) return;
    const { dataset } = document.documentElement;
    document.documentElement.lang = words.language;
    dataset.phase = state.phase;
    dataset.holding = state.holding.map(({ id }) => id).join(' ');
    const { press } = coach;
    render(
      <CoachView
        {...state}
        words={words}
        simple={simple}
        cameraSupport={support}
        trouble={state.vision === 'crashed' ? 'vision-crashed' : state.trouble}
        visionOff={state.vision === 'off'}
        startingUp={state.vision === 'starting'}
        onPause={press.pause}
        onCannotChange={press.cannotChange}
        onAccompanied={press.accompanied}
        onCannotHear={press.cannotHear}
        onOffCall={press.offCall}
        onOffSite={offSite}
        onForget={press.forget}
        onLookBack={(id) => void ask<'look-back'>({ kind: 'look-back', id }).catch(() => undefined)}
        onFold={press.fold}
        onMove={press.move}
        onMoveEnd={press.moveEnd}
        onSize={press.size}
      />,
      container,
    );
  };

  const life = showLife();
  const coach = createCoach({
    port,
    startVision: (on) =>
      createVision({
        workerFactory: () => new VisionWorker(),
        baseUrl: browser.runtime.getURL('/'),
        ...on,
      }),
    listener: createHearing(async () => {
      const file = await fetch(`${browser.runtime.getURL('/')}wasm/rnnoise.wasm`);
      return file.arrayBuffer();
    }),
    cannotChange: new Set(await cannotChange.read()),
    silent: await readSilent(),
    keepCannotChange: (cues) => {
      if (!privateTab) void cannotChange.write([...cues]);
    },
    // Whose window a private one is, nobody knows: there nothing personal is read, and nothing is kept.
    neutral: privateTab ? null : await neutralSetting.read(),
    keepNeutral: privateTab ? null : neutralSetting.write,
    // Without a background (the extension was reloaded) there is no log, and that is no problem of the log's.
    record: (message) => {
      if (message.op === 'open') life.inSession(message.id);
      return ask<'session'>({ kind: 'session', message }).catch(() => ({
        kept: false,
      })) as Promise<SessionReply>;
    },
    onState: (next) => {
      const isSame = state !== null && looksTheSame(state, next);
      if (chimes && isNewTip(state, next)) void ring();
      state = next;
      if (isSame) return;
      queueMicrotask(show);
    },
    isHidden: () => document.visibilityState === 'hidden',
  });

  /** For a check from outside: whether the last chime could be heard. */
  async function ring(): Promise<void> {
    document.documentElement.dataset.chime = (await chime()) ? 'played' : 'held-back';
  }

  /** Where the permission cannot be taken back, the coach is at least off for this call. */
  async function offSite(): Promise<void> {
    const isOff = await ask<'site-off'>({ kind: 'site-off' }).catch(() => false);
    if (!isOff) coach.press.offCall();
  }

  languageSetting.onChange(async () => {
    words = await readWords();
    show();
  });
  if (!privateTab) neutralSetting.onChange(coach.setNeutral);
  chimeSetting.onChange((on) => {
    chimes = on;
  });
  simpleModeSetting.onChange((on) => {
    simple = on;
    show();
  });
  onSilentChange(coach.setSilent);
  cannotChange.onChange((cues) => coach.setCannotChange(new Set(cues)));
  cameraSupport.onChange((next) => {
    support = next;
    show();
  });
  addEventListener('pagehide', () => coach.end());
}

function isNewTip(before: CoachState | null, { presented }: CoachState): boolean {
  if (presented.kind !== 'tip') return false;
  return before?.presented.kind !== 'tip' || before.presented.tip.id !== presented.tip.id;
}
