import type { ComponentChildren } from 'preact';
import type { Words } from '../utils/languages/words.ts';
import type { Trouble } from '../utils/messages/overlay-coach.ts';
import { ErrorNote } from './error-note.tsx';
import { OwnPicture } from './own-picture.tsx';

export type Trial =
  | { readonly kind: 'idle' }
  /** The browser is asking for the camera. */
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly stream: MediaStream | null }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

/** Try it: one's own picture, and the coach beside it. The camera runs until it is stopped here. */
export function CameraTrial(props: {
  readonly words: Words;
  readonly trial: Trial;
  /** The coach, where it stands beside the picture; null where it floats over the page as in a call. */
  readonly coach: ComponentChildren;
  readonly onStart: () => void;
  readonly onStop: () => void;
}) {
  const { words, trial } = props;
  return (
    <section class="trial" data-trial={trial.kind}>
      <h2>{words.t('trial.title')}</h2>
      <p>{words.t('trial.what')}</p>
      {trial.kind === 'failed' && <ErrorNote words={words} trouble={trial.trouble} />}
      {trial.kind === 'starting' && <p role="status">{words.t('trial.starting')}</p>}
      {trial.kind === 'running' ? (
        <>
          <button type="button" class="button button-main" onClick={props.onStop}>
            {words.t('trial.stop')}
          </button>
          <p>{words.t('trial.try')}</p>
          <div class="trial-stage">
            <OwnPicture name={words.t('trial.video')} stream={trial.stream} />
            {props.coach}
          </div>
        </>
      ) : (
        <button
          type="button"
          class="button button-main"
          disabled={trial.kind === 'starting'}
          onClick={props.onStart}
        >
          {words.t('trial.start')}
        </button>
      )}
    </section>
  );
}
