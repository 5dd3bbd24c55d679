import type { Phase } from '../areas.ts';
import { createFrameSource } from '../capture/frame-source.ts';
import { createOwnLevel, dbfsOfLinear, LEVEL_EVERY_MS } from '../capture/levels.ts';
import type { ConnectionObservation } from '../connection-observation.ts';
import type { PanelPlace } from '../messages/background.ts';
import type {
  CoachHello,
  CoachToOverlay,
  LearnResult,
  OverlayToCoach,
  Trouble,
} from '../messages/overlay-coach.ts';
import type { CallQuality } from '../observation.ts';
import { createHost } from './host.ts';
import { createPanel, type Panel } from './panel.ts';

/** What the coaching needs of the extension around it. */
export interface CoachingRoom {
  readonly document: Document;
  readonly coachUrl: string;
  /** Tells the background the nonce by which the coach knows us. @returns where the panel was last */
  offer(nonce: string): Promise<PanelPlace | null>;
  remember(place: PanelPlace): void;
  isSelf(video: HTMLVideoElement): boolean;
  /** What came of `learnNeutral`. */
  onNeutral?(result: LearnResult): void;
  /** The person turned it off for this call, or the page does not let the panel be. */
  onEnd(why: 'off' | 'lost'): void;
}

/** One coach on a page: the panel, the frames and levels that go to it. Works on any page of a camera. */
export interface Coaching {
  setTracks(video: MediaStreamTrack | null, audio: MediaStreamTrack | null): void;
  setPhase(phase: Phase): void;
  setSharing(active: boolean): void;
  setTrouble(trouble: Trouble | null): void;
  /** 0 to 1 linear; null: not known. */
  setFarLevel(level: number | null): void;
  /** The person said that the camera is as high as their eyes: what is seen now may be learnt. */
  learnNeutral(): void;
  /** How the page sends the picture; null: not known. */
  setQuality(quality: CallQuality | null): void;
  /** What the page's connections say of the line; null: not known. */
  setConnection(connection: ConnectionObservation | null): void;
  remove(): void;
}

/** Without a live camera there is nothing to see: look no more often than the fast cues need. */
const WITHOUT_CAMERA_MS = 500;
/** A far level older than this says nothing about now. */
const FAR_LEVEL_MS = 1000;

export function createCoaching(room: CoachingRoom): Coaching {
  const { document } = room;
  const owner = new AbortController();
  const { signal } = owner;
  const source = createFrameSource(document);
  const ownLevel = createOwnLevel();
  let port: MessagePort | null = null;
  let panel: Panel | null = null;
  let phase: Phase = 'waiting';
  let sharing = false;
  let trouble: Trouble | null = null;
  let learning = false;
  let quality: CallQuality | null = null;
  let far: { level: number; atMs: number } | null = null;
  let levelTimer: ReturnType<typeof setInterval> | undefined;
  /** The request that waits or is in work. */
  let request: { timer: ReturnType<typeof setTimeout>; answerNow: () => void } | null = null;

  const send = (message: OverlayToCoach, transfer: Transferable[] = []) =>
    port?.postMessage(message, transfer);

  /** One frame in flight: the coach asks for the next when it is done, so nothing ever queues. */
  const onNextFrame = (afterMs: number) => {
    if (request) return;
    let begun = false;
    const answer = async () => {
      if (begun || request !== mine) return;
      begun = true;
      clearTimeout(mine.timer);
      const frame = await source.take().catch(() => null);
      if (request !== mine) return;
      request = null;
      if (frame) {
        const { pixels } = frame;
        const moved = pixels.format === 'I420' ? pixels.bytes.buffer : pixels.bitmap;
        send({ kind: 'frame', ...frame }, [moved]);
      } else {
        send({ kind: 'no-frame', capturedAtMs: performance.now(), camera: source.camera });
      }
    };
    const waitMs = source.camera === 'live' ? afterMs : Math.max(afterMs, WITHOUT_CAMERA_MS);
    const mine = { timer: setTimeout(answer, waitMs), answerNow: answer };
    request = mine;
  };
  const dropRequest = () => {
    if (request) clearTimeout(request.timer);
    request = null;
  };

  const onCoach = (message: CoachToOverlay) => {
    switch (message.kind) {
      case 'next-frame':
        return onNextFrame(message.afterMs);
      case 'size':
        return panel?.resize({ width: message.widthPx, height: message.heightPx });
      case 'move':
        return panel?.move(message.dxPx, message.dyPx);
      case 'move-end':
        return panel?.moveEnd();
      case 'fold':
        return panel?.fold(message.folded);
      case 'neutral':
        learning = false;
        return room.onNeutral?.(message.result);
      case 'off':
        remove();
        return room.onEnd('off');
    }
  };

  /** Also when the coach had to start again: everything it must know is said anew. */
  const greet = (coach: Window, nonce: string) => {
    dropRequest();
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.onmessage = ({ data }) => onCoach(data as CoachToOverlay);
    const hello: CoachHello = { kind: 'eyelevel-hello', nonce };
    coach.postMessage(hello, originOf(room.coachUrl), [channel.port2]);
    send({ kind: 'phase', phase });
    send({ kind: 'sharing', active: sharing });
    send({ kind: 'trouble', trouble });
    if (learning) send({ kind: 'learn-neutral' });
    send({ kind: 'quality', quality });
    if (panel) send({ kind: 'folded', folded: panel.folded });
  };

  const start = async () => {
    const nonce = crypto.randomUUID();
    const place = await room.offer(nonce);
    if (signal.aborted) return;
    const host = createHost({
      document,
      coachUrl: room.coachUrl,
      signal,
      on: {
        window: (coach) => greet(coach, nonce),
        lost() {
          remove();
          room.onEnd('lost');
        },
      },
    });
    panel = createPanel({
      document,
      host,
      place,
      signal,
      isSelf: room.isSelf,
      remember: room.remember,
      onFolded: (folded) => send({ kind: 'folded', folded }),
    });
  };
  // The extension may have been reloaded in between; then whoever owns us takes us down.
  start().catch(() => undefined);

  const sendLevels = () => {
    const atMs = performance.now();
    const farIsFresh = far && atMs - far.atMs < FAR_LEVEL_MS;
    send({
      kind: 'levels',
      atMs,
      ownDbfs: ownLevel.read(),
      farDbfs: farIsFresh && far ? dbfsOfLinear(far.level) : null,
    });
  };
  /** Levels are for the pauses of the talk, so only a call needs them. */
  const keepLevels = () => {
    clearInterval(levelTimer);
    levelTimer = undefined;
    if (phase === 'in-call') levelTimer = setInterval(sendLevels, LEVEL_EVERY_MS);
    else ownLevel.remove();
  };

  const remove = () => {
    if (signal.aborted) return;
    owner.abort();
    dropRequest();
    clearInterval(levelTimer);
    ownLevel.remove();
    source.remove();
    port?.close();
    port = null;
  };

  return {
    setTracks(video, audio) {
      source.setTrack(video);
      ownLevel.setTrack(audio);
      // A camera that came back is looked at now, not at the slow pace of none.
      request?.answerNow();
    },
    setPhase(next) {
      if (next === phase) return;
      phase = next;
      send({ kind: 'phase', phase });
      keepLevels();
    },
    setSharing(active) {
      if (active === sharing) return;
      sharing = active;
      send({ kind: 'sharing', active });
    },
    setTrouble(next) {
      if (next === trouble) return;
      trouble = next;
      send({ kind: 'trouble', trouble });
    },
    learnNeutral() {
      learning = true;
      send({ kind: 'learn-neutral' });
    },
    setQuality(next) {
      quality = next;
      send({ kind: 'quality', quality });
    },
    setConnection(connection) {
      send({ kind: 'connection', atMs: performance.now(), connection });
    },
    setFarLevel(level) {
      far = level === null ? null : { level, atMs: performance.now() };
    },
    remove,
  };
}

/** Of an extension's address; `URL.origin` is not the same for these in every browser. */
function originOf(address: string): string {
  return address.split('/', 3).join('/');
}
