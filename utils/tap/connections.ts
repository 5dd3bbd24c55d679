import type { Sent } from './choose.ts';
import type { AskedConnection } from './connection-watch.ts';
import { quietly } from './natives.ts';
import type { LocalTracks } from './tracks.ts';

/** One look at all connections of the page. */
export interface ConnectionsLook {
  /** What senders of open connections carry, in the order in which they were first seen. */
  readonly sent: readonly Sent<MediaStreamTrack>[];
  /** A sender of this kind has carried the patient, though it may carry nothing now. */
  ownSender(kind: string): boolean;
  readonly remote: boolean;
  readonly callOpen: boolean;
  readonly open: boolean;
}

export interface Connections {
  /** Once is enough. @param onReceived a track from the far end was announced */
  note(connection: unknown): void;
  noteSender(sender: unknown): void;
  look(nowMs: number): ConnectionsLook;
  /** The sender of this track carries the patient, now and with whatever comes next. */
  markOwn(track: MediaStreamTrack): void;
  /** Statistics of what sends this track, read beside the page: none of its calls. Null: nothing sends it. */
  statsOf(track: MediaStreamTrack): Promise<RTCStatsReport> | null;
  /** Statistics of every open connection, read beside the page. */
  reports(): readonly AskedConnection[];
  /** Loudest level of the far end, 0 to 1 linear; null: not known. */
  farLevel(nowMs: number): number | null;
  /** How many connections the page has made. */
  readonly made: number;
}

interface Known {
  readonly id: number;
  readonly connection: RTCPeerConnection;
  received: boolean;
}

/**
 * Packets come every 20 ms, with silence suppressed every 400 ms. The sources of a track stay listed, and
 * the track unmuted, long after the last packet. Their timestamps count from another clock than ours.
 */
const FRESH_MS = 1000;

const isOpen = ({ connectionState }: RTCPeerConnection) =>
  connectionState !== 'closed' && connectionState !== 'failed';

export function createConnections(options: {
  readonly RTCPeerConnection: typeof RTCPeerConnection;
  readonly RTCRtpSender: typeof RTCRtpSender;
  readonly tracks: LocalTracks;
  readonly onReceived: (track: MediaStreamTrack) => void;
}): Connections {
  const { tracks } = options;
  // Taken before they are wrapped: looking must not look like a call of the page.
  const { getSenders, getReceivers, getStats, addEventListener } =
    options.RTCPeerConnection.prototype;
  const { getStats: getSenderStats } = options.RTCRtpSender.prototype;
  let known: Known[] = [];
  let made = 0;
  /** Senders in the order seen. A late tap may see one without ever seeing its connection. */
  const order = new Map<RTCRtpSender, { own: Set<string> }>();
  const orphans = new Set<RTCRtpSender>();

  const sendersOf = (connection: RTCPeerConnection) => getSenders.call(connection);

  /** When a receiver's newest packet was first seen by us. */
  const arrivals = new WeakMap<RTCRtpReceiver, { timestamp: number; atMs: number }>();
  const arrives = (receiver: RTCRtpReceiver, nowMs: number): boolean => {
    const timestamps = receiver.getSynchronizationSources().map(({ timestamp }) => timestamp);
    const last = arrivals.get(receiver);
    // Chrome tells of sound only while the page plays it; before that, `muted` is all there is.
    if (timestamps.length === 0) return !last && !receiver.track.muted;
    const timestamp = Math.max(...timestamps);
    if (timestamp === last?.timestamp) return nowMs - last.atMs < FRESH_MS;
    arrivals.set(receiver, { timestamp, atMs: nowMs });
    return true;
  };
  const receivers = ({ connection }: Known, kind: string) =>
    connection.connectionState === 'connected'
      ? getReceivers
          .call(connection)
          .filter(({ track }) => track.kind === kind && track.readyState === 'live')
      : [];
  /** Sound first: each receiver that is asked holds the page's thread until another one has answered. */
  const isReceiving = (one: Known, nowMs: number) =>
    ['audio', 'video'].some((kind) =>
      receivers(one, kind).some((receiver) => arrives(receiver, nowMs)),
    );

  return {
    note(value) {
      if (!(value instanceof options.RTCPeerConnection)) return;
      if (known.some(({ connection }) => connection === value)) return;
      known.push({ id: made, connection: value, received: false });
      made += 1;
      addEventListener.call(value, 'track', (event) =>
        quietly(() => options.onReceived((event as RTCTrackEvent).track)),
      );
      for (const { track } of getReceivers.call(value)) options.onReceived(track);
    },

    noteSender(value) {
      if (value instanceof options.RTCRtpSender && !order.has(value)) orphans.add(value);
    },

    look(nowMs) {
      // A closed connection never opens again; a failed one may be restarted.
      known = known.filter(({ connection }) => connection.connectionState !== 'closed');
      let remote = false;
      for (const one of known) {
        if (isReceiving(one, nowMs)) {
          one.received = true;
          remote = true;
        }
      }
      const open = known.filter(({ connection }) => isOpen(connection));
      const senders = open.flatMap(({ connection }) => sendersOf(connection));
      for (const sender of senders) orphans.delete(sender);
      for (const sender of orphans) {
        // The transport of a closed connection is closed too.
        if (sender.transport?.state !== 'closed') senders.push(sender);
      }
      for (const sender of order.keys()) if (!senders.includes(sender)) order.delete(sender);
      for (const sender of senders) {
        const memory = order.get(sender) ?? { own: new Set() };
        const { track } = sender;
        if (track && tracks.kindOf(track) === 'camera') memory.own.add(track.kind);
        order.set(sender, memory);
      }
      return {
        sent: [...order].flatMap(([{ track }, { own }]) =>
          track
            ? {
                track,
                kind: tracks.kindOf(track),
                live: track.readyState === 'live',
                carriedOwn: own.has(track.kind),
              }
            : [],
        ),
        ownSender: (kind) => [...order.values()].some(({ own }) => own.has(kind)),
        remote,
        callOpen: open.some(({ received }) => received),
        open: open.length > 0 || orphans.size > 0,
      };
    },

    markOwn(track) {
      for (const [sender, { own }] of order) if (sender.track === track) own.add(track.kind);
    },

    statsOf(track) {
      for (const sender of order.keys())
        if (sender.track === track) return getSenderStats.call(sender);
      return null;
    },

    reports: () =>
      known
        .filter(({ connection }) => isOpen(connection))
        .map(({ id, connection }) => ({
          id,
          iceState: connection.iceConnectionState,
          report: getStats.call(connection),
        })),

    farLevel(nowMs) {
      let loudest: number | null = null;
      for (const one of known) {
        for (const receiver of receivers(one, 'audio')) {
          if (!arrives(receiver, nowMs)) continue;
          for (const { audioLevel } of receiver.getSynchronizationSources()) {
            if (audioLevel !== undefined) loudest = Math.max(loudest ?? 0, audioLevel);
          }
        }
      }
      return loudest;
    },

    get made() {
      return made;
    },
  };
}
