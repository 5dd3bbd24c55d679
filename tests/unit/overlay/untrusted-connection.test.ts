import { expect, test } from 'vitest';
import { readTapMessage } from '../../../utils/overlay/untrusted.ts';
import { GOOD_CONNECTION } from '../connection/line.ts';

const read = (connection: unknown) => readTapMessage({ kind: 'connection', connection });

test('an observation is read, and nothing else with it', () => {
  expect(read({ ...GOOD_CONNECTION, address: '192.0.2.1' })).toEqual({
    kind: 'connection',
    connection: GOOD_CONNECTION,
  });
  expect(read(null)).toEqual({ kind: 'connection', connection: null });
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['text', 'connected'],
  ['a part', { overMs: 2000 }],
  ['an unknown state', { ...GOOD_CONNECTION, iceState: 'closed' }],
  ['text for a number', { ...GOOD_CONNECTION, roundTripMs: '80' }],
  ['a time below nought', { ...GOOD_CONNECTION, roundTripMs: -1 }],
  ['an endless time', { ...GOOD_CONNECTION, overMs: Number.POSITIVE_INFINITY }],
  ['no number', { ...GOOD_CONNECTION, availableOutKbps: Number.NaN }],
  [
    'more lost than sent',
    {
      ...GOOD_CONNECTION,
      sent: { ...GOOD_CONNECTION.sent, loss: { ...GOOD_CONNECTION.sent.loss, ratio: 1.1 } },
    },
  ],
  [
    'an unknown limit',
    { ...GOOD_CONNECTION, sent: { ...GOOD_CONNECTION.sent, limitedBy: 'weather' } },
  ],
  ['a number for yes or no', { ...GOOD_CONNECTION, isHeard: 1 }],
])('%s is dropped', (_name, untrusted) => expect(read(untrusted)).toBeNull());
