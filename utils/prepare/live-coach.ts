import { createFrameSource } from '../capture/frame-source.ts';
import type { Neutral } from '../circumstances.ts';
import { createCoach } from '../coach/create-coach.ts';
import type { CoachState } from '../coach/state.ts';
import type { CueId } from '../cues/types.ts';
import type { CoachToOverlay, LearnResult, OverlayToCoach } from '../messages/overlay-coach.ts';
import { createVision, type Vision, type VisionWorkerLike } from '../vision/client.ts';
import type { LiveCoach } from './platform.ts';

/** As on a call page: without a live camera there is nothing to see. */
const WITHOUT_CAMERA_MS = 500;

/**
 * The coach of a call page, on a camera of this page's own: the same frames, the same judgement, the same tips. It
 * needs no frame and no port to another world, and it writes no log.
 */
export function createLiveCoach(options: {
  readonly stream: MediaStream;
  readonly workerFactory: () => VisionWorkerLike;
  /** Where `models/` and `wasm/` lie, with a slash at the end. */
  readonly baseUrl: string;
  readonly cannotChange: ReadonlySet<CueId>;
  readonly silent: ReadonlySet<CueId>;
  readonly neutral: Neutral | null;
  /** Null in a private window: nothing is learnt there. */
  readonly keepNeutral: ((neutral: Neutral) => Promise<void>) | null;
  readonly on: { state(state: CoachState): void; neutral(result: LearnResult): void };
}): LiveCoach {
  const { on } = options;
  const { port1: port, port2: coachsPort } = new MessageChannel();
  const source = createFrameSource(document);
  let vision: Vision | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let removed = false;

  const send = (message: OverlayToCoach, transfer: Transferable[] = []) =>
    port.postMessage(message, transfer);
  /** One frame in flight: the coach asks for the next when it is done. */
  const answer = async () => {
    const frame = await source.take().catch(() => null);
    if (removed) return;
    if (frame) {
      const { pixels } = frame;
      const moved = pixels.format === 'I420' ? pixels.bytes.buffer : pixels.bitmap;
      send({ kind: 'frame', ...frame }, [moved]);
    } else send({ kind: 'no-frame', capturedAtMs: performance.now(), camera: source.camera });
  };
  port.onmessage = ({ data }: MessageEvent<CoachToOverlay>) => {
    if (data.kind === 'neutral') on.neutral(data.result);
    if (data.kind !== 'next-frame') return;
    const { afterMs } = data;
    clearTimeout(timer);
    timer = setTimeout(
      answer,
      source.camera === 'live' ? afterMs : Math.max(afterMs, WITHOUT_CAMERA_MS),
    );
  };

  source.setTrack(options.stream.getVideoTracks()[0] ?? null);
  const coach = createCoach({
    port: coachsPort,
    startVision(onVision) {
      const { workerFactory, baseUrl } = options;
      vision = createVision({ workerFactory, baseUrl, ...onVision });
      return vision;
    },
    // The microphone has a step of its own.
    listener: null,
    cannotChange: options.cannotChange,
    silent: options.silent,
    keepCannotChange: () => undefined,
    neutral: options.neutral,
    keepNeutral: options.keepNeutral,
    // Trying is no call: there is no log of it.
    record: async () => ({ kept: false }),
    onState: on.state,
    isHidden: () => document.visibilityState === 'hidden',
  });
  send({ kind: 'phase', phase: 'preview' });

  return {
    learnNeutral: () => send({ kind: 'learn-neutral' }),
    setNeutral: (neutral) => coach.setNeutral(neutral),
    remove() {
      removed = true;
      clearTimeout(timer);
      source.remove();
      vision?.remove();
      port.close();
      coachsPort.close();
    },
  };
}
