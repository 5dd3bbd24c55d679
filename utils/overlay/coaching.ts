import type { Phase } from '../areas.ts';
import { createFrameSource } from '../capture/frame-source.ts';
import { dbfsOfLinear, LEVEL_EVERY_MS } from '../capture/levels.ts';
import { createMicrophone } from '../capture/microphone.ts';
import { createOwnSound } from '../capture/own-sound.ts';
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
import type { PlaybackObservation } from '../playback-observation.ts';
import type { Corner } from '../settings/choices.ts';
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

/** One coach on a page: the panel, the frames and the sound that go to it. Works on any page of a camera. */
export interface Coaching {
  setTracks(video: MediaStreamTrack | null, audio: MediaStreamTrack | null): void;
  setPhase(phase: Phase): void;
  setSharing(active: boolean): void;
  setTrouble(trouble: Trouble | null): void;
  /** 0 to 1 linear; null: not known. */
  setFarLevel(level: number | null): void;
  /** The patient's sound was sent, and is not any more. */
  setSoundWithdrawn(withdrawn: boolean): void;
  /** The person said that the camera is as high as their eyes: what is seen now may be learnt. */
  learnNeutral(): void;
  /** How the page sends the picture; null: not known. */
  setQuality(quality: CallQuality | null): void;
  /** What the page's connections say of the line; null: not known. */
  setConnection(connection: ConnectionObservation | null): void;
  /** What comes from the clinic, and what the page's players do with it; null: not known. */
  setPlayback(playback: PlaybackObservation | null): void;
  /** The person chose another corner for the panel. */
  toCorner(corner: Corner): void;
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
  const ownSound = createOwnSound();
  const microphone = createMicrophone();
  let mutedSaid: boolean | null = null;
  let port: MessagePort | null = null;
  let panel: Panel | null = null;
  let phase: Phase = 'waiting';
  let sharing = false;
  let trouble: Trouble | null = null;
  let learning = false;
  let quality: CallQuality | null = null;
  let farLevel: { level: number; atMs: number } | null = null;
  /** The last reading gave something. */
  let heard = false;
  let soundTimer: ReturnType<typeof setInterval> | undefined;
  /** The request that waits or is in work. */
  let request: { timer: ReturnType<typeof setTimeout>; answerNow: () => void } | null = null;

  const send = (message: OverlayToCoach, transfer: Transferable[] = []) =>
    port?.postMessage(message, transfer);

  const sayMicrophone = () => {
    const { muted } = microphone;
    if (muted === mutedSaid) return;
    mutedSaid = muted;
    send({ kind: 'microphone', muted });
  };

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
      // A page turns its microphone off without any event.
      sayMicrophone();
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
    mutedSaid = null;
    sayMicrophone();
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

  const sendSound = () => {
    const atMs = performance.now();
    const far =
      farLevel && atMs - farLevel.atMs < FAR_LEVEL_MS
        ? { dbfs: dbfsOfLinear(farLevel.level), atMs: farLevel.atMs }
        : null;
    const own = ownSound.read();
    if (phase === 'in-call') {
      send({ kind: 'levels', atMs, ownDbfs: own?.dbfs ?? null, farDbfs: far?.dbfs ?? null });
    }
    // In one message: an echo is known by how one follows the other.
    if (own) {
      const { sampleRateHz, samples } = own;
      send({ kind: 'sound', atMs, sampleRateHz, samples, far }, [samples.buffer]);
    } else if (heard) send({ kind: 'unheard', atMs });
    heard = own !== null;
  };
  const keepListening = () => {
    clearInterval(soundTimer);
    if (phase !== 'ended') {
      soundTimer = setInterval(sendSound, LEVEL_EVERY_MS);
      return;
    }
    ownSound.remove();
    if (heard) send({ kind: 'unheard', atMs: performance.now() });
    heard = false;
  };
  keepListening();

  const remove = () => {
    if (signal.aborted) return;
    owner.abort();
    dropRequest();
    clearInterval(soundTimer);
    ownSound.remove();
    source.remove();
    port?.close();
    port = null;
  };

  return {
    setTracks(video, audio) {
      source.setTrack(video);
      ownSound.setTrack(audio);
      microphone.setTrack(audio);
      // A camera that came back is looked at now, not at the slow pace of none.
      request?.answerNow();
    },
    setPhase(next) {
      if (next === phase) return;
      phase = next;
      if (phase === 'in-call' || phase === 'ended') microphone.forgetStopped();
      send({ kind: 'phase', phase });
      keepListening();
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
    setSoundWithdrawn: (withdrawn) => microphone.setWithdrawn(withdrawn),
    setConnection(connection) {
      send({ kind: 'connection', atMs: performance.now(), connection });
    },
    setPlayback(playback) {
      send({ kind: 'playback', atMs: performance.now(), playback });
    },
    setFarLevel(level) {
      farLevel = level === null ? null : { level, atMs: performance.now() };
    },
    toCorner: (corner) => panel?.toCorner(corner),
    remove,
  };
}

/** Of an extension's address; `URL.origin` is not the same for these in every browser. */
function originOf(address: string): string {
  return address.split('/', 3).join('/');
}
