import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Words } from '../utils/languages/words.ts';
import type { Trouble } from '../utils/messages/overlay-coach.ts';
import { ErrorNote } from './error-note.tsx';

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

/** Mirrored, as people know themselves. */
function OwnPicture(props: { readonly name: string; readonly stream: MediaStream | null }) {
  const video = useRef<HTMLVideoElement>(null);
  useLayoutEffect(() => {
    if (video.current) video.current.srcObject = props.stream;
  }, [props.stream]);
  return (
    <video class="own-picture" ref={video} aria-label={props.name} autoplay playsInline muted />
  );
}
