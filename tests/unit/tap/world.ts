import { vi } from 'vitest';
import type { UntrustedTapMessage } from '../../../utils/messages/tap-overlay.ts';
import { type HandedTracks, openTapLink } from '../../../utils/overlay/tap-link.ts';

/** The browser's edge, as little of it as tap and link touch. Each call makes a fresh page. */
export function createWorld() {
  class Track {
    readyState: 'live' | 'ended' = 'live';
    enabled = true;
    muted = false;
    constructor(
      readonly kind: 'audio' | 'video',
      readonly id: string,
      readonly settings: MediaTrackSettings = { groupId: 'device' },
    ) {}
    getSettings() {
      return this.settings;
    }
    stop() {
      this.readyState = 'ended';
    }
  }
  class Stream {
    constructor(readonly tracks: Track[]) {}
    getTracks() {
      return this.tracks;
    }
    getVideoTracks() {
      return this.tracks.filter(({ kind }) => kind === 'video');
    }
    getAudioTracks() {
      return this.tracks.filter(({ kind }) => kind === 'audio');
    }
  }
  class Video {
    dataset: Record<string, string> = {};
    srcObject: Stream | null = null;
  }
  class PointerLike extends Event {
    readonly relatedTarget: unknown;
    constructor(name: string, init: { relatedTarget: unknown }) {
      super(name);
      this.relatedTarget = init.relatedTarget;
    }
  }
  class Sender {
    transport = null;
    framesEncoded = 0;
    async getStats() {
      this.framesEncoded += 30;
      const entry = { type: 'outbound-rtp', framesEncoded: this.framesEncoded, frameWidth: 640 };
      return new Map([['out', entry]]);
    }
    constructor(public track: Track | null) {}
    async replaceTrack(track: Track | null) {
      this.track = track;
    }
  }
  class Connection extends EventTarget {
    connectionState = 'new';
    senders: Sender[] = [];
    receivers: { track: Track; packets: number }[] = [];
    addTrack(track: Track) {
      const sender = new Sender(track);
      this.senders.push(sender);
      return sender;
    }
    addTransceiver() {}
    async setRemoteDescription() {}
    async addIceCandidate() {}
    async getStats() {
      return new Map();
    }
    getTransceivers() {
      return this.receivers.map(({ track }) => ({
        currentDirection: 'sendrecv',
        receiver: { track },
      }));
    }
    getSenders() {
      return this.senders;
    }
    getReceivers() {
      return this.receivers.map(({ track, packets }) => ({
        track,
        getSynchronizationSources: () =>
          packets > 0 ? [{ timestamp: packets, audioLevel: 0.5 }] : [],
      }));
    }
    close() {
      this.connectionState = 'closed';
    }
  }
  /** What getUserMedia does next. */
  const device = {
    answer: async (): Promise<Stream> => new Stream([new Track('video', 'camera')]),
  };
  class Devices {
    getUserMedia(_constraints?: unknown) {
      return device.answer();
    }
    getDisplayMedia(_constraints?: unknown) {
      return Promise.resolve(new Stream([new Track('video', 'screen', {})]));
    }
  }
  const document = Object.assign(new EventTarget(), {
    readyState: 'loading',
    scripts: [] as unknown[],
    createElement: () => new Video(),
  });
  vi.stubGlobal('MediaStream', Stream);
  vi.stubGlobal('MouseEvent', PointerLike);
  vi.stubGlobal('HTMLVideoElement', Video);
  class Graph {
    createMediaStreamSource(stream: Stream) {
      return { stream };
    }
  }
  const window = {
    document,
    AudioContext: Graph,
    MediaDevices: Devices,
    RTCPeerConnection: Connection,
    RTCRtpSender: Sender,
    performance,
    setTimeout,
    clearTimeout,
  } as unknown as Window & typeof globalThis;

  /** The overlay's end, for real. */
  const listen = () => {
    const messages: UntrustedTapMessage[] = [];
    const handed: HandedTracks[] = [];
    const owner = new AbortController();
    const link = openTapLink({
      document: document as unknown as Document,
      signal: owner.signal,
      onMessage: (message) => messages.push(message),
      onTracks: (tracks) => handed.push(tracks),
    });
    return { messages, handed, link, close: () => owner.abort() };
  };

  return { window, document, device, Track, Stream, Sender, Connection, Devices, Graph, listen };
}
