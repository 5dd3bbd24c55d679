import {
  type ConnectionObservation,
  ICE_STATES,
  type IceState,
  LIMITS,
  type Limit,
  type Loss,
} from '../connection-observation.ts';
import type { ArrivingStream } from '../playback-observation.ts';

/** What one connection of the page says now. */
export interface ConnectionReport {
  /** The same for the same connection in every look. */
  readonly id: number;
  readonly iceState: RTCIceConnectionState;
  /** Of the whole connection. */
  readonly report: RTCStatsReport;
}

/**
 * The fields that are read. All may be missing: Firefox has none of the bandwidth and of what limits the picture;
 * Chromium says nothing that it has no value for. Source: W3C, Identifiers for WebRTC's Statistics; which browser tells
 * which is measured by `npm run bench:connection`.
 */
const NUMBERS = [
  'timestamp',
  'ssrc',
  // candidate-pair
  'totalRoundTripTime',
  'responsesReceived',
  'availableOutgoingBitrate',
  'lastPacketReceivedTimestamp',
  // candidate-pair, transport, inbound-rtp
  'bytesReceived',
  // outbound-rtp
  'packetsSent',
  'retransmittedPacketsSent',
  'bytesSent',
  'framesEncoded',
  // inbound-rtp
  'packetsReceived',
  'framesDecoded',
  'freezeCount',
  'totalFreezesDuration',
  'totalAudioEnergy',
  // inbound-rtp, remote-inbound-rtp
  'packetsLost',
  'jitter',
  // remote-inbound-rtp
  'roundTripTime',
  // outbound-rtp, inbound-rtp
  'framesPerSecond',
  'frameWidth',
  'frameHeight',
] as const;
const TEXTS = [
  'id',
  'type',
  'kind',
  'state',
  'localId',
  'selectedCandidatePairId',
  'playoutId',
  'trackIdentifier',
  'qualityLimitationReason',
] as const;
/** All of them, for whoever asks which browser tells what. */
export const READ_FIELDS: readonly string[] = [...NUMBERS, ...TEXTS, 'selected'];
type Entry = Partial<Record<(typeof NUMBERS)[number], number>> &
  Partial<Record<(typeof TEXTS)[number], string>> & { readonly isSelected?: boolean };

/** These only grow. One that is smaller than before began anew, and tells nothing of the time between. */
const ONLY_GROW = [
  'timestamp',
  'packetsSent',
  'bytesSent',
  'packetsReceived',
  'bytesReceived',
] as const;

/** What is kept of an entry until the next look. */
interface Kept {
  readonly entry: Entry;
  /** Of a report of the far end: how many packets had been sent, each counted once, when it was first seen. */
  readonly sentOnce?: number;
}
/** Counters of one look, by connection and entry. */
export type ConnectionCounters = ReadonlyMap<string, Kept>;

/**
 * Reads the statistics of all open connections of a page.
 * @param before what the look before gave; without it nothing is known yet of what has to be counted
 * @returns null where there is no connection
 */
export function readConnection(
  reports: readonly ConnectionReport[],
  before: ConnectionCounters | null,
): {
  readonly observation: ConnectionObservation;
  readonly arrived: readonly ArrivingStream[];
  readonly counters: ConnectionCounters;
} | null {
  const open = reports.filter(({ iceState }) => iceState !== 'closed');
  if (open.length === 0) return null;
  const all = open.map(({ id, iceState, report }) => ({
    iceState,
    streams: streamsOf(id, entriesOf(report), before),
  }));
  // A page may also hold connections for data, for a test, or that it never used.
  const withMedia = all.filter(({ streams }) => streams.some(({ entry }) => carriesMedia(entry)));
  const used = withMedia.length > 0 ? withMedia : all;
  const streams = used.flatMap((one) => one.streams);
  const overMs = most(streams.map(({ overMs }) => overMs));
  const isHeard = heard(streams);
  return {
    counters: new Map(streams.map(({ key, keep }) => [key, keep])),
    arrived: [...arriving(streams, 'audio'), ...arriving(streams, 'video')],
    observation: {
      overMs,
      iceState: bestOf(used.map(({ iceState }) => iceState)),
      isHeard,
      // The last one is told for ever, also when nothing comes any more.
      roundTripMs: isHeard === false ? null : least(used.map((one) => roundTripMs(one.streams))),
      availableOutKbps: most(
        pairsOf(streams).map(({ entry }) => scaled(entry.availableOutgoingBitrate, 1 / 1000)),
      ),
      sent: sentOf(streams, overMs),
      received: receivedOf(streams, overMs),
    },
  };
}

/** An entry with what it was at the look before. */
interface Stream {
  readonly key: string;
  readonly entry: Entry;
  /** Null: not there before, or begun anew. */
  readonly before: Entry | null;
  readonly overMs: number | null;
  /** Is it the pair of addresses over which the connection runs? */
  readonly isPath: boolean;
  readonly keep: Kept;
  readonly loss: Loss | null;
}

function streamsOf(
  id: number,
  entries: readonly Entry[],
  before: ConnectionCounters | null,
): Stream[] {
  const path = pathOf(entries);
  return entries.map((entry): Stream => {
    const key = `${id} ${entry.type} ${entry.id} ${entry.ssrc ?? ''}`;
    const kept = before?.get(key);
    const then =
      kept && ONLY_GROW.every((name) => !shrank(kept.entry[name], entry[name])) ? kept : null;
    const stream = { key, entry, isPath: entry === path };
    const looked = then ? difference(then.entry, entry, 'timestamp') : null;
    // The same look a second time.
    const overMs = looked === 0 ? null : looked;
    if (entry.type !== 'remote-inbound-rtp') {
      const loss =
        entry.type === 'inbound-rtp' && then ? lossReceived(then.entry, entry, overMs) : null;
      return { ...stream, before: then?.entry ?? null, overMs, keep: { entry }, loss };
    }
    // Its timestamp is when the far end's report came. Until the next one there is nothing new in it, and packets
    // are counted from one report to the next, or one report's losses would fall on another look's packets.
    if (then && overMs === null) {
      return { ...stream, before: null, overMs: null, keep: then, loss: null };
    }
    const sentOnce = sentOnceOf(entries.find((other) => other.id === entry.localId));
    const keep = { entry, ...(sentOnce !== undefined && { sentOnce }) };
    const loss = then ? lossSent(then, keep, overMs) : null;
    return { ...stream, before: then?.entry ?? null, overMs: null, keep, loss };
  });
}

function entriesOf(report: RTCStatsReport): Entry[] {
  const entries: Entry[] = [];
  for (const raw of report.values()) {
    const { type } = raw;
    const isRead =
      type === 'candidate-pair' ||
      type === 'transport' ||
      type === 'inbound-rtp' ||
      type === 'outbound-rtp' ||
      type === 'remote-inbound-rtp';
    if (!isRead) continue;
    const entry: Record<string, unknown> = { isSelected: raw.selected === true };
    for (const name of NUMBERS) if (Number.isFinite(raw[name])) entry[name] = raw[name];
    for (const name of TEXTS) if (typeof raw[name] === 'string') entry[name] = raw[name];
    entries.push(entry);
  }
  return entries;
}

/** The standard names the path in `transport`; Firefox marks the pair, too. */
function pathOf(entries: readonly Entry[]): Entry | null {
  const pairs = entries.filter(({ type }) => type === 'candidate-pair');
  const named = entries.find(({ selectedCandidatePairId }) => selectedCandidatePairId);
  return (
    pairs.find(({ id }) => id === named?.selectedCandidatePairId) ??
    pairs.find(({ isSelected }) => isSelected) ??
    pairs
      .filter(({ state }) => state === 'succeeded')
      .sort((a, b) => (b.bytesReceived ?? 0) - (a.bytesReceived ?? 0))[0] ??
    null
  );
}

const carriesMedia = ({ packetsSent = 0, packetsReceived = 0, type }: Entry) =>
  type !== 'transport' && packetsSent + packetsReceived > 0;
const pairsOf = (streams: readonly Stream[]) => streams.filter(({ isPath }) => isPath);
const ofType = (streams: readonly Stream[], type: string, kind?: string) =>
  streams.filter(({ entry }) => entry.type === type && (!kind || entry.kind === kind));

function heard(streams: readonly Stream[]): boolean | null {
  const grown = streams
    .filter(({ entry }) => entry.type !== 'outbound-rtp')
    .flatMap(({ entry, before, keep }) => {
      // A report that has not come anew says that none came.
      if (entry.type === 'remote-inbound-rtp') {
        return before ? [1] : keep.entry === entry ? [] : [0];
      }
      if (!before) return [];
      return [
        difference(before, entry, 'bytesReceived'),
        difference(before, entry, 'packetsReceived'),
        difference(before, entry, 'responsesReceived'),
        difference(before, entry, 'lastPacketReceivedTimestamp'),
      ];
    })
    .filter((more) => more !== null);
  return grown.length === 0 ? null : grown.some((more) => more > 0);
}

/**
 * The least that was measured since the look before: what a busy computer adds, it adds now to one, now to another. Only
 * what is new counts, since a browser tells the last one until the next comes. Chromium has an answer to a check every
 * 2.5 s, Firefox every 5; both have a report every second with a picture, every five of sound alone.
 */
function roundTripMs(streams: readonly Stream[]): number | null {
  const ofAnswers = pairsOf(streams).map(({ entry, before }) => {
    const answers = before && difference(before, entry, 'responsesReceived');
    const total = before && difference(before, entry, 'totalRoundTripTime');
    return answers && total ? (1000 * total) / answers : null;
  });
  const ofReports = ofType(streams, 'remote-inbound-rtp')
    .filter(({ before }) => before)
    .map(({ entry }) => scaled(entry.roundTripTime || null, 1000));
  return least([...ofAnswers, ...ofReports]);
}

function sentOf(streams: readonly Stream[], overMs: number | null): ConnectionObservation['sent'] {
  const sent = ofType(streams, 'outbound-rtp');
  const pictures = ofType(streams, 'outbound-rtp', 'video');
  const largest = largestOf(pictures);
  const perSecond = rate(overMs);
  // Of sound the far end reports every five seconds, of a picture every one: what comes later tells of the past.
  const lossKind = sum(pictures, 'packetsSent') ? 'video' : 'audio';
  return {
    packetsPerSecond: perSecond(sum(sent, 'packetsSent')),
    kbps: scaled(perSecond(sum(sent, 'bytesSent')), 8 / 1000),
    loss: together(ofType(streams, 'remote-inbound-rtp', lossKind)),
    jitterMs: jitterMs(ofType(streams, 'remote-inbound-rtp').filter(({ before }) => before)),
    framesPerSecond:
      perSecond(most(pictures.map((one) => grown(one, 'framesEncoded')))) ??
      largest?.entry.framesPerSecond ??
      null,
    widthPx: largest?.entry.frameWidth ?? null,
    heightPx: largest?.entry.frameHeight ?? null,
    limitedBy: limitOf(pictures),
  };
}

function receivedOf(
  streams: readonly Stream[],
  overMs: number | null,
): ConnectionObservation['received'] {
  const received = ofType(streams, 'inbound-rtp');
  const pictures = ofType(streams, 'inbound-rtp', 'video');
  const largest = largestOf(pictures);
  const perSecond = rate(overMs);
  return {
    packetsPerSecond: perSecond(sum(received, 'packetsReceived')),
    kbps: scaled(perSecond(sum(received, 'bytesReceived')), 8 / 1000),
    loss: together(received),
    jitterMs: jitterMs(received.filter((one) => (grown(one, 'packetsReceived') ?? 0) > 0)),
    framesPerSecond:
      perSecond(largest ? grown(largest, 'framesDecoded') : null) ??
      largest?.entry.framesPerSecond ??
      null,
    freezes: sum(pictures, 'freezeCount'),
    frozenMs: scaled(sum(pictures, 'totalFreezesDuration'), 1000),
  };
}

/** Only a browser that says where it plays (`playoutId`: Chromium) counts the energy of what was played. */
function arriving(streams: readonly Stream[], kind: ArrivingStream['kind']): ArrivingStream[] {
  return ofType(streams, 'inbound-rtp', kind).map((one) => {
    const energy = one.entry.playoutId === undefined ? null : grown(one, 'totalAudioEnergy');
    return {
      kind,
      trackId: one.entry.trackIdentifier ?? '',
      packets: notBelowNought(grown(one, 'packetsReceived')),
      frames: notBelowNought(grown(one, 'framesDecoded')),
      isPlayed: energy === null ? null : energy > 0,
    };
  });
}

const notBelowNought = (count: number | null) => (count === null ? null : Math.max(0, count));

/** Packets of a picture come in bursts, frame by frame: where there is sound, its jitter is the line's. */
function jitterMs(streams: readonly Stream[]): number | null {
  const sound = streams.filter(({ entry }) => entry.kind === 'audio');
  const told = (sound.length > 0 ? sound : streams).map(({ entry }) => scaled(entry.jitter, 1000));
  return most(told);
}

/** Worst first: with several sizes one may be limited, and the others not. */
function limitOf(pictures: readonly Stream[]): Limit {
  const worstFirst = LIMITS.filter((limit) => limit !== 'none');
  const told = pictures.map(({ entry }) => entry.qualityLimitationReason);
  return worstFirst.find((limit) => told.includes(limit)) ?? 'none';
}

function bestOf(states: readonly RTCIceConnectionState[]): IceState | null {
  const told = states.map((state) => (state === 'completed' ? 'connected' : state));
  return ICE_STATES.find((state) => told.includes(state)) ?? null;
}

function largestOf(pictures: readonly Stream[]): Stream | undefined {
  return pictures.toSorted((a, b) => (b.entry.frameWidth ?? 0) - (a.entry.frameWidth ?? 0))[0];
}

function lossReceived(before: Entry, now: Entry, overMs: number | null): Loss | null {
  const came = difference(before, now, 'packetsReceived');
  const lost = difference(before, now, 'packetsLost');
  if (came === null || lost === null || overMs === null) return null;
  // Late ones are taken back (RFC 3550, A.3).
  return lossOf(Math.max(0, lost), came + Math.max(0, lost), overMs);
}

function lossSent(before: Kept, now: Kept, overMs: number | null): Loss | null {
  const lost = difference(before.entry, now.entry, 'packetsLost');
  const sent =
    before.sentOnce === undefined || now.sentOnce === undefined
      ? null
      : now.sentOnce - before.sentOnce;
  // Fewer lost than before: the far end counts anew.
  if (lost === null || sent === null || overMs === null || lost < 0 || sent < 0) return null;
  return lossOf(lost, Math.max(lost, sent), overMs);
}

/** Packets that were sent again are no further packets: the far end counts the losses of first ones. */
function sentOnceOf(outbound: Entry | undefined): number | undefined {
  if (outbound?.packetsSent === undefined) return undefined;
  return outbound.packetsSent - (outbound.retransmittedPacketsSent ?? 0);
}

const lossOf = (lost: number, packets: number, overMs: number): Loss | null =>
  packets > 0 ? { ratio: lost / packets, packets, overMs } : null;

function together(streams: readonly Stream[]): Loss | null {
  const losses = streams.map(({ loss }) => loss).filter((loss) => loss !== null);
  const packets = losses.reduce((all, loss) => all + loss.packets, 0);
  const lost = losses.reduce((all, loss) => all + loss.ratio * loss.packets, 0);
  return lossOf(lost, packets, Math.max(0, ...losses.map(({ overMs }) => overMs)));
}

type Counter = (typeof NUMBERS)[number];

function difference(before: Entry, now: Entry, name: Counter): number | null {
  const [from, to] = [before[name], now[name]];
  return from === undefined || to === undefined ? null : to - from;
}

const grown = ({ before, entry }: Stream, name: Counter) =>
  before ? difference(before, entry, name) : null;

function sum(streams: readonly Stream[], name: Counter): number | null {
  const told = streams.map((one) => grown(one, name)).filter((more) => more !== null);
  return told.length === 0 ? null : told.reduce((all, more) => all + Math.max(0, more), 0);
}

const most = (values: readonly (number | null)[]) => ofTold(values, Math.max);
const least = (values: readonly (number | null)[]) => ofTold(values, Math.min);

/** Null where nothing is told. */
function ofTold(
  values: readonly (number | null)[],
  pick: (...told: number[]) => number,
): number | null {
  const told = values.filter((one) => one !== null);
  return told.length === 0 ? null : pick(...told);
}

const shrank = (before: number | undefined, now: number | undefined) =>
  before !== undefined && now !== undefined && now < before;
const scaled = (value: number | null | undefined, by: number) =>
  value === null || value === undefined ? null : value * by;
const rate = (overMs: number | null) => (count: number | null) =>
  count === null || !overMs ? null : (1000 * Math.max(0, count)) / overMs;
