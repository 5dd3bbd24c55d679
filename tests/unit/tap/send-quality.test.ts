import { expect, test } from 'vitest';
import { readSendQuality, type SendCounters } from '../../../utils/tap/send-quality.ts';

const reportOf = (...entries: object[]) =>
  new Map(entries.map((entry, i) => [String(i), entry])) as unknown as RTCStatsReport;

/** A picture of Chromium's, ten seconds into a call. */
const CHROMIUM = {
  type: 'outbound-rtp',
  kind: 'video',
  framesEncoded: 300,
  totalEncodeTime: 3.6,
  framesPerSecond: 30,
  frameWidth: 1280,
  frameHeight: 720,
  qualityLimitationReason: 'none',
};
/** The same of a browser that says less. */
const { qualityLimitationReason: _reason, ...LESS } = CHROMIUM;
const BEFORE: SendCounters = { framesEncoded: 240, totalEncodeS: 3 };
const SMALL = { ...CHROMIUM, frameWidth: 320, frameHeight: 180, totalEncodeTime: 0.6 };

const GOOD = {
  limitedBy: 'none',
  encodeMs: 10,
  framesPerSecond: 30,
  widthPx: 1280,
  heightPx: 720,
};

test.each<[string, object[], SendCounters | null, object | null]>([
  ['nothing is sent', [{ type: 'codec' }, { type: 'remote-inbound-rtp' }], null, null],
  ['all is well', [{ type: 'codec' }, CHROMIUM], BEFORE, GOOD],
  ['the first look knows no time', [CHROMIUM], null, { ...GOOD, encodeMs: null }],
  ['no picture since', [CHROMIUM], { framesEncoded: 300, totalEncodeS: 3.6 }, { encodeMs: null }],
  [
    'counters that begin anew',
    [CHROMIUM],
    { framesEncoded: 900, totalEncodeS: 9 },
    { encodeMs: null },
  ],
  ['no reason told', [LESS], BEFORE, GOOD],
  ['processor', [{ ...CHROMIUM, qualityLimitationReason: 'cpu' }], BEFORE, { limitedBy: 'cpu' }],
  [
    'line',
    [{ ...CHROMIUM, qualityLimitationReason: 'bandwidth' }],
    BEFORE,
    { limitedBy: 'bandwidth' },
  ],
  [
    'a reason of tomorrow',
    [{ ...CHROMIUM, qualityLimitationReason: 'heat' }],
    BEFORE,
    { limitedBy: 'none' },
  ],
  [
    'camera off: nothing but the entry',
    [{ type: 'outbound-rtp', kind: 'video' }],
    null,
    { limitedBy: 'none', encodeMs: null, framesPerSecond: null, widthPx: null, heightPx: null },
  ],
  [
    'three sizes: the largest is the picture, all cost, the worst reason counts',
    [
      { ...SMALL, qualityLimitationReason: 'bandwidth' },
      CHROMIUM,
      { ...SMALL, qualityLimitationReason: 'cpu' },
    ],
    { framesEncoded: 240, totalEncodeS: 4.2 },
    { ...GOOD, limitedBy: 'cpu' },
  ],
])('%s', (_name, entries, before, expected) => {
  const seen = readSendQuality(reportOf(...entries), before);
  if (expected === null) expect(seen).toBeNull();
  else {
    const { encodeMs, ...quality } = seen?.quality ?? { encodeMs: null };
    // Thousandths of a second as floats.
    const rounded = encodeMs === null ? null : Math.round(encodeMs * 1e6) / 1e6;
    expect({ ...quality, encodeMs: rounded }).toMatchObject(expected);
  }
});
