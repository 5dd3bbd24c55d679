import { expect, test } from 'vitest';
import type { ConnectionObservation } from '../../../utils/connection-observation.ts';
import { readConnectionObservation } from '../../../utils/overlay/untrusted-connection.ts';

const LOSS = { ratio: 0.02, packets: 300, overMs: 2000 };
const GOOD: ConnectionObservation = {
  overMs: 2000,
  iceState: 'connected',
  isHeard: true,
  roundTripMs: 80,
  availableOutKbps: 900,
  sent: {
    packetsPerSecond: 180,
    kbps: 1200,
    loss: LOSS,
    jitterMs: 5,
    framesPerSecond: 25,
    widthPx: 1280,
    heightPx: 720,
    limitedBy: 'none',
  },
  received: {
    packetsPerSecond: 180,
    kbps: 1200,
    loss: null,
    jitterMs: 5,
    framesPerSecond: 25,
    freezes: 0,
    frozenMs: 0,
  },
};

test('an observation is read, and nothing else with it', () => {
  expect(readConnectionObservation({ ...GOOD, address: '192.0.2.1' })).toEqual(GOOD);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['text', 'connected'],
  ['a part', { overMs: 2000 }],
  ['an unknown state', { ...GOOD, iceState: 'closed' }],
  ['text for a number', { ...GOOD, roundTripMs: '80' }],
  ['a time below nought', { ...GOOD, roundTripMs: -1 }],
  ['an endless time', { ...GOOD, overMs: Number.POSITIVE_INFINITY }],
  ['no number', { ...GOOD, availableOutKbps: Number.NaN }],
  ['more lost than sent', { ...GOOD, sent: { ...GOOD.sent, loss: { ...LOSS, ratio: 1.1 } } }],
  ['an unknown limit', { ...GOOD, sent: { ...GOOD.sent, limitedBy: 'weather' } }],
  ['a number for yes or no', { ...GOOD, isHeard: 1 }],
])('%s is dropped', (_name, untrusted) => expect(readConnectionObservation(untrusted)).toBeNull());
