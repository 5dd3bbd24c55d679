import { describe, expect, test } from 'vitest';
import { readConnection } from '../../../utils/tap/connection-stats.ts';
import { reportOf } from '../connection/line.ts';

/** Written by hand after W3C's "Identifiers for WebRTC's Statistics", two looks of two seconds; no recording. */
type Entries = Readonly<Record<string, object>>;

const CHROMIUM_BEFORE: Entries = {
  pair: {
    id: 'CPab',
    type: 'candidate-pair',
    timestamp: 10_000,
    state: 'succeeded',
    nominated: true,
    bytesReceived: 100_000,
    responsesReceived: 4,
    totalRoundTripTime: 0.2,
    currentRoundTripTime: 0.05,
    availableOutgoingBitrate: 900_000,
  },
  other: {
    id: 'CPcd',
    type: 'candidate-pair',
    timestamp: 10_000,
    state: 'succeeded',
    bytesReceived: 999_999,
    currentRoundTripTime: 0.9,
  },
  transport: {
    id: 'T01',
    type: 'transport',
    timestamp: 10_000,
    selectedCandidatePairId: 'CPab',
    bytesReceived: 100_000,
  },
  soundOut: {
    id: 'OTa1',
    type: 'outbound-rtp',
    kind: 'audio',
    ssrc: 1,
    timestamp: 10_000,
    packetsSent: 500,
    bytesSent: 50_000,
  },
  pictureOut: {
    id: 'OTv2',
    type: 'outbound-rtp',
    kind: 'video',
    ssrc: 2,
    timestamp: 10_000,
    packetsSent: 1000,
    retransmittedPacketsSent: 10,
    bytesSent: 1_000_000,
    framesEncoded: 300,
    framesPerSecond: 30,
    frameWidth: 1280,
    frameHeight: 720,
    qualityLimitationReason: 'none',
  },
  soundIn: {
    id: 'ITa3',
    type: 'inbound-rtp',
    kind: 'audio',
    ssrc: 3,
    timestamp: 10_000,
    packetsReceived: 500,
    packetsLost: 5,
    bytesReceived: 40_000,
    jitter: 0.004,
  },
  pictureIn: {
    id: 'ITv4',
    type: 'inbound-rtp',
    kind: 'video',
    ssrc: 4,
    timestamp: 10_000,
    packetsReceived: 900,
    packetsLost: 0,
    bytesReceived: 800_000,
    jitter: 0.03,
    framesDecoded: 290,
    frameWidth: 640,
    freezeCount: 1,
    totalFreezesDuration: 0.5,
  },
  pictureReport: {
    id: 'RIv2',
    type: 'remote-inbound-rtp',
    kind: 'video',
    ssrc: 2,
    localId: 'OTv2',
    timestamp: 9_800,
    packetsLost: 20,
    jitter: 0.012,
    roundTripTime: 0.06,
  },
};
const change = (from: Entries, by: Readonly<Record<string, object>>): Entries =>
  Object.fromEntries(
    Object.entries(from).map(([name, entry]) => [
      name,
      {
        ...entry,
        ...('timestamp' in entry && name !== 'pictureReport' && { timestamp: 12_000 }),
        ...by[name],
      },
    ]),
  );
const CHROMIUM_AFTER = change(CHROMIUM_BEFORE, {
  pair: { bytesReceived: 120_000, responsesReceived: 6, totalRoundTripTime: 0.36 },
  transport: { bytesReceived: 120_000 },
  soundOut: { packetsSent: 600, bytesSent: 60_000 },
  pictureOut: {
    packetsSent: 1300,
    retransmittedPacketsSent: 20,
    bytesSent: 1_250_000,
    framesEncoded: 350,
  },
  soundIn: { packetsReceived: 596, packetsLost: 9, bytesReceived: 48_000 },
  pictureIn: {
    packetsReceived: 1100,
    bytesReceived: 900_000,
    framesDecoded: 330,
    freezeCount: 2,
    totalFreezesDuration: 0.9,
  },
  pictureReport: { timestamp: 11_800, packetsLost: 49 },
});
const without = (entries: Entries, ...names: string[]): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([name]) => !names.includes(name)));
/** What Firefox leaves out, measured with 153 (npm run bench:connection), and how it marks the pair. */
const asFirefox = (entries: Entries): Entries => {
  const strip = (name: string, ...fields: string[]) =>
    Object.fromEntries(
      Object.entries(entries[name] ?? {}).filter(([field]) => !fields.includes(field)),
    );
  return {
    ...entries,
    transport: strip('transport', 'bytesReceived'),
    pair: { ...strip('pair', 'availableOutgoingBitrate'), selected: true },
    pictureOut: strip('pictureOut', 'qualityLimitationReason'),
  };
};

const one = (entries: Entries, iceState: RTCIceConnectionState = 'connected', id = 1) => ({
  id,
  iceState,
  report: reportOf(Object.values(entries)),
});
/** Two looks; what the second says. */
const look = (before: Entries, after: Entries) => {
  const first = readConnection([one(before)], null);
  return readConnection([one(after)], first?.counters ?? null)?.observation;
};

const EXPECTED = {
  overMs: 2000,
  iceState: 'connected',
  isHeard: true,
  // The report's: the answers to checks took 80.
  roundTripMs: 60,
  availableOutKbps: 900,
  sent: {
    packetsPerSecond: 200,
    kbps: 1040,
    // 29 of 290: what was sent again is no further packet.
    loss: { ratio: 0.1, packets: 290, overMs: 2000 },
    jitterMs: 12,
    framesPerSecond: 25,
    widthPx: 1280,
    heightPx: 720,
    limitedBy: 'none',
  },
  received: {
    packetsPerSecond: 148,
    kbps: 432,
    loss: { ratio: expect.closeTo(4 / 300, 6), packets: 300, overMs: 2000 },
    jitterMs: 4,
    framesPerSecond: 20,
    freezes: 1,
    frozenMs: expect.closeTo(400, 6),
  },
};

test('two looks of Chromium', () => {
  expect(look(CHROMIUM_BEFORE, CHROMIUM_AFTER)).toEqual(EXPECTED);
});

test('two looks of Firefox: what it does not tell is not known', () => {
  expect(look(asFirefox(CHROMIUM_BEFORE), asFirefox(CHROMIUM_AFTER))).toEqual({
    ...EXPECTED,
    availableOutKbps: null,
  });
});

test('the first look knows sizes, and nothing that has to be counted', () => {
  const { sent, received, ...line } =
    readConnection([one(CHROMIUM_BEFORE)], null)?.observation ?? {};
  expect(line).toEqual({
    overMs: null,
    iceState: 'connected',
    isHeard: null,
    roundTripMs: null,
    availableOutKbps: 900,
  });
  expect(sent).toMatchObject({ packetsPerSecond: null, kbps: null, loss: null, widthPx: 1280 });
  expect(received).toMatchObject({ packetsPerSecond: null, loss: null, freezes: null });
});

test('no connection, or closed ones alone', () => {
  expect(readConnection([], null)).toBeNull();
  expect(readConnection([one(CHROMIUM_BEFORE, 'closed')], null)).toBeNull();
});

test('a connection without any statistics', () => {
  expect(readConnection([one({}, 'checking')], null)?.observation).toMatchObject({
    overMs: null,
    iceState: 'checking',
    isHeard: null,
    roundTripMs: null,
  });
});

test('no new report of the far end: its losses are counted from report to report', () => {
  const first = readConnection([one(CHROMIUM_BEFORE)], null);
  const old = CHROMIUM_BEFORE.pictureReport ?? {};
  const second = readConnection(
    [one({ ...CHROMIUM_AFTER, pictureReport: old })],
    first?.counters ?? null,
  );
  expect(second?.observation.sent.loss).toBeNull();
  const later = change(CHROMIUM_AFTER, {
    pictureOut: { packetsSent: 1600, retransmittedPacketsSent: 30, timestamp: 14_000 },
    pictureReport: { timestamp: 13_800, packetsLost: 78 },
  });
  const third = readConnection([one(later)], second?.counters ?? null);
  // 58 of 580 since the first look.
  expect(third?.observation.sent.loss).toEqual({ ratio: 58 / 580, packets: 580, overMs: 4000 });
});

describe('the last round trip is told until the next', () => {
  const noAnswer = { pair: { responsesReceived: 4, totalRoundTripTime: 0.2 } };
  const noReport = { pictureReport: CHROMIUM_BEFORE.pictureReport ?? {} };
  test.each<[string, Readonly<Record<string, object>>, number | null]>([
    ['no new answer to a check', noAnswer, 60],
    ['no new report', noReport, 80],
    ['neither', { ...noAnswer, ...noReport }, null],
  ])('%s', (_name, by, ms) => {
    const said = look(CHROMIUM_BEFORE, change(CHROMIUM_AFTER, by))?.roundTripMs;
    expect(said).toEqual(ms && expect.closeTo(ms, 6));
  });
});

test('a report of the sound comes late: while a picture is sent, only the picture tells of loss', () => {
  const soundReport = (timestamp: number, packetsLost: number) => ({
    ...CHROMIUM_BEFORE.pictureReport,
    id: 'RIa1',
    kind: 'audio',
    ssrc: 1,
    localId: 'OTa1',
    timestamp,
    packetsLost,
  });
  const before = { ...CHROMIUM_BEFORE, soundReport: soundReport(5_000, 0) };
  const after = { ...CHROMIUM_AFTER, soundReport: soundReport(11_500, 90) };
  expect(look(before, after)?.sent.loss).toEqual(EXPECTED.sent.loss);
  const alone = (entries: Entries) => without(entries, 'pictureOut', 'pictureReport');
  expect(look(alone(before), alone(after))?.sent.loss).toEqual({
    ratio: 0.9,
    packets: 100,
    overMs: 6_500,
  });
});

describe('counters that begin anew tell nothing of the time between', () => {
  test('the own streams', () => {
    const renewed = change(CHROMIUM_AFTER, { pictureOut: { packetsSent: 40, bytesSent: 30_000 } });
    expect(look(CHROMIUM_BEFORE, renewed)?.sent).toMatchObject({
      packetsPerSecond: 50,
      loss: null,
    });
  });

  test('streams under another name', () => {
    const renewed = change(CHROMIUM_AFTER, {
      pictureOut: { id: 'OTv9', ssrc: 9, packetsSent: 4000 },
      pictureReport: { id: 'RIv9', ssrc: 9, localId: 'OTv9', packetsLost: 2000 },
    });
    expect(look(CHROMIUM_BEFORE, renewed)?.sent).toMatchObject({
      packetsPerSecond: 50,
      loss: null,
    });
  });

  test('the far end', () => {
    const renewed = change(CHROMIUM_AFTER, {
      pictureReport: { timestamp: 11_800, packetsLost: 3 },
    });
    expect(look(CHROMIUM_BEFORE, renewed)?.sent.loss).toBeNull();
  });

  test('what is received', () => {
    const renewed = change(CHROMIUM_AFTER, {
      pictureIn: { packetsReceived: 30, packetsLost: 0, bytesReceived: 9000, framesDecoded: 4 },
    });
    expect(look(CHROMIUM_BEFORE, renewed)?.received.loss?.packets).toBe(100);
  });
});

test('packets that were given up and came late are no loss below nought', () => {
  const late = change(CHROMIUM_AFTER, { soundIn: { packetsReceived: 603, packetsLost: 2 } });
  expect(look(CHROMIUM_BEFORE, late)?.received.loss?.ratio).toBe(0);
});

test('three sizes of one picture: all packets count, the largest is the picture, the worst limit holds', () => {
  const { pictureOut: { ...full } = {} } = CHROMIUM_BEFORE;
  const small = { ...full, id: 'OTv5', ssrc: 5, frameWidth: 320, frameHeight: 180 };
  const before = { ...CHROMIUM_BEFORE, small };
  const after = {
    ...CHROMIUM_AFTER,
    small: {
      ...small,
      timestamp: 12_000,
      packetsSent: 1100,
      framesEncoded: 340,
      qualityLimitationReason: 'bandwidth',
    },
  };
  expect(look(before, after)?.sent).toMatchObject({
    packetsPerSecond: 250,
    framesPerSecond: 25,
    widthPx: 1280,
    limitedBy: 'bandwidth',
  });
});

describe('nothing comes any more', () => {
  const silent = change(CHROMIUM_BEFORE, { soundOut: { packetsSent: 600 } });

  test('is heard as that, and the old round trip is none of now', () => {
    expect(look(CHROMIUM_BEFORE, silent)).toMatchObject({ isHeard: false, roundTripMs: null });
  });

  test.each<[string, Readonly<Record<string, object>>]>([
    ['an answer to a check', { pair: { responsesReceived: 5 } }],
    ['a packet', { soundIn: { packetsReceived: 501 } }],
    ['a report', { pictureReport: { timestamp: 11_000 } }],
  ])('but %s is heard', (_name, by) => {
    expect(look(CHROMIUM_BEFORE, change(silent, by))?.isHeard).toBe(true);
  });
});

describe('several connections', () => {
  test('one that sends and one that receives are one line', () => {
    const out = (entries: Entries) => without(entries, 'soundIn', 'pictureIn');
    const into = (entries: Entries) => without(entries, 'soundOut', 'pictureOut', 'pictureReport');
    const first = readConnection(
      [one(out(CHROMIUM_BEFORE), 'connected', 1), one(into(CHROMIUM_BEFORE), 'completed', 2)],
      null,
    );
    const second = readConnection(
      [one(out(CHROMIUM_AFTER), 'connected', 1), one(into(CHROMIUM_AFTER), 'completed', 2)],
      first?.counters ?? null,
    );
    expect(second?.observation).toEqual(EXPECTED);
  });

  test('one that never carried anything does not count, nor one that the page has left behind', () => {
    const spare = without(CHROMIUM_BEFORE, ...Object.keys(CHROMIUM_BEFORE).slice(3));
    const states = (...reports: Parameters<typeof readConnection>[0]) =>
      readConnection(reports, null)?.observation.iceState;
    expect(states(one(CHROMIUM_BEFORE, 'disconnected', 1), one(spare, 'connected', 2))).toBe(
      'disconnected',
    );
    expect(states(one(CHROMIUM_BEFORE, 'failed', 1), one(CHROMIUM_AFTER, 'connected', 2))).toBe(
      'connected',
    );
  });
});

test('what is no number is not read', () => {
  const odd = change(CHROMIUM_AFTER, {
    pair: { totalRoundTripTime: '0.5', responsesReceived: Number.NaN },
    pictureOut: { frameWidth: {}, packetsSent: Number.POSITIVE_INFINITY },
  });
  expect(look(CHROMIUM_BEFORE, odd)).toMatchObject({ roundTripMs: 60, sent: { widthPx: null } });
});
