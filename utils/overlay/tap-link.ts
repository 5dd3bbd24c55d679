import {
  type OverlayToTapMessage,
  PORT_EVENT,
  TAP_EVENT,
  TRACK_ORIGINS,
  type TrackOrigin,
  type UntrustedTapMessage,
} from '../messages/tap-overlay.ts';
import { createRateLimit, readTapMessage } from './untrusted.ts';

/** Tracks of the patient as the tap sees them. */
export interface HandedTracks {
  readonly video: MediaStreamTrack;
  readonly audio: MediaStreamTrack | null;
  readonly origin: TrackOrigin;
}

export interface TapLink {
  /** The page gets its own functions back. */
  turnOff(): void;
}

/** The overlay's end of the way to the tap. What comes is made harmless here: schema and rate. */
export function openTapLink(options: {
  readonly document: Document;
  readonly signal: AbortSignal;
  readonly onMessage: (message: UntrustedTapMessage) => void;
  readonly onTracks: (tracks: HandedTracks) => void;
}): TapLink {
  const { document, signal } = options;
  const mayRead = createRateLimit();
  const mayTake = createRateLimit();
  // A name that the page cannot listen for.
  const trackEvent = `eyelevel:${crypto.randomUUID()}`;
  let port: MessagePort | undefined;
  const send = (message: OverlayToTapMessage) => port?.postMessage(message);

  const givePort = () => {
    const channel = new MessageChannel();
    port?.close();
    port = channel.port1;
    port.onmessage = ({ data }) => {
      if (!mayRead(performance.now())) return;
      const message = readTapMessage(data);
      if (message) options.onMessage(message);
    };
    document.dispatchEvent(new MessageEvent(PORT_EVENT, { ports: [channel.port2] }));
    send({ kind: 'hello', trackEvent });
  };

  // One that can be cancelled is a second tap's question to the first (utils/tap/channel.ts).
  const onTap = (event: Event) => {
    if (!event.cancelable) givePort();
  };
  const onTracks = (event: Event) => {
    const tracks = mayTake(performance.now()) ? readTracks(event) : null;
    if (tracks) options.onTracks(tracks);
  };

  document.addEventListener(TAP_EVENT, onTap, { signal });
  document.addEventListener(trackEvent, onTracks, { signal });
  signal.addEventListener('abort', () => port?.close());
  givePort();

  return { turnOff: () => send({ kind: 'turn-off' }) };
}

function readTracks(event: Event): HandedTracks | null {
  const carrier = (event as MouseEvent).relatedTarget;
  if (!(carrier instanceof HTMLVideoElement)) return null;
  const origin = TRACK_ORIGINS.find((known) => known === carrier.dataset.origin);
  const stream = carrier.srcObject;
  if (!origin || !(stream instanceof MediaStream)) return null;
  const [video] = stream.getVideoTracks();
  const [audio = null] = stream.getAudioTracks();
  return video ? { video, audio, origin } : null;
}
