import {
  type OverlayToTapMessage,
  PORT_EVENT,
  TAP_EVENT,
  type TrackOrigin,
  type UntrustedTapMessage,
} from '../messages/tap-overlay.ts';
import { apply, portPostMessage, quietly } from './natives.ts';

/** The tap's end of the way to the overlay. */
export interface Channel {
  send(message: UntrustedTapMessage): void;
  /** Hands tracks over, by an event: no port carries a track. */
  hand(tracks: readonly MediaStreamTrack[], origin: TrackOrigin): void;
  remove(): void;
}

/**
 * @param on.hello an overlay is there: it needs to hear everything from the start
 * @returns null when another tap is at work on this page already
 */
export function openChannel(
  document: Document,
  on: { hello(): void; turnOff(): void },
): Channel | null {
  // A tap that is there already says so by cancelling this one's event.
  if (!document.dispatchEvent(new Event(TAP_EVENT, { cancelable: true }))) return null;

  let port: MessagePort | undefined;
  let trackEvent: string | undefined;

  const hear = (message: OverlayToTapMessage) => {
    if (message.kind === 'turn-off') on.turnOff();
    if (message.kind === 'hello') {
      trackEvent = message.trackEvent;
      on.hello();
    }
  };
  /** The newest overlay wins: the one before it was of an older version, or is gone. */
  const takePort = (event: Event) =>
    quietly(() => {
      const [end] = (event as MessageEvent).ports;
      if (!end) return;
      port?.close();
      port = end;
      end.onmessage = ({ data }) => quietly(() => hear(data));
    });
  const sayThere = (event: Event) => event.preventDefault();

  document.addEventListener(PORT_EVENT, takePort);
  // Not one that can be cancelled: that is how an overlay tells "I am there" from the question above.
  document.dispatchEvent(new Event(TAP_EVENT));
  document.addEventListener(TAP_EVENT, sayThere);

  return {
    send(message) {
      if (port) apply(portPostMessage, port, [message]);
    },
    hand(tracks, origin) {
      if (!trackEvent) return;
      // Detached: nothing of ours enters the page's document. Emptied at once: it keeps nothing alive.
      const carrier = document.createElement('video');
      carrier.dataset.origin = origin;
      carrier.srcObject = new MediaStream([...tracks]);
      document.dispatchEvent(new MouseEvent(trackEvent, { relatedTarget: carrier }));
      carrier.srcObject = null;
    },
    remove() {
      document.removeEventListener(PORT_EVENT, takePort);
      document.removeEventListener(TAP_EVENT, sayThere);
      port?.close();
      port = undefined;
    },
  };
}
