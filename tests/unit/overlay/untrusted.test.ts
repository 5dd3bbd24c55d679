import { describe, expect, test } from 'vitest';
import type { UntrustedTapMessage } from '../../../utils/messages/tap-overlay.ts';
import type { CallQuality } from '../../../utils/observation.ts';
import { createRateLimit, readTapMessage } from '../../../utils/overlay/untrusted.ts';

const QUALITY: CallQuality = {
  limitedBy: 'cpu',
  encodeMs: 12.5,
  framesPerSecond: 30,
  widthPx: 1280,
  heightPx: 720,
};
const NOT_TOLD: CallQuality = {
  limitedBy: 'none',
  encodeMs: null,
  framesPerSecond: null,
  widthPx: null,
  heightPx: null,
};
const quality = (more: object) => ({ kind: 'send-quality', quality: { ...QUALITY, ...more } });

const GOOD: UntrustedTapMessage[] = [
  { kind: 'tap-ready', fromStart: true },
  { kind: 'camera-asked' },
  { kind: 'camera-failed', name: 'NotAllowedError' },
  { kind: 'phase', phase: 'in-call' },
  { kind: 'sharing', active: false },
  { kind: 'not-self', trackIds: ['{5e2b}'] },
  { kind: 'sound-withdrawn', withdrawn: true },
  { kind: 'far-level', level: 0.5 },
  { kind: 'far-level', level: null },
  { kind: 'send-quality', quality: QUALITY },
  { kind: 'send-quality', quality: NOT_TOLD },
  { kind: 'send-quality', quality: null },
];

test.each(GOOD)('$kind is read', (message) => expect(readTapMessage(message)).toEqual(message));

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['text', 'phase'],
  ['no kind', {}],
  ['unknown kind', { kind: 'turn-off' }],
  ['unknown phase', { kind: 'phase', phase: 'over' }],
  ['wrong type', { kind: 'sharing', active: 'yes' }],
  ['withdrawn or not', { kind: 'sound-withdrawn' }],
  ['level out of range', { kind: 'far-level', level: 2 }],
  ['level not a number', { kind: 'far-level', level: Number.NaN }],
  ['no quality', { kind: 'send-quality' }],
  ['half a quality', { kind: 'send-quality', quality: { limitedBy: 'none' } }],
  ['unknown limit', quality({ limitedBy: 'weather' })],
  ['time below zero', quality({ encodeMs: -1 })],
  ['endless time', quality({ encodeMs: Number.POSITIVE_INFINITY })],
  ['text for a number', quality({ framesPerSecond: '30' })],
  ['size of no picture', quality({ widthPx: 1e9 })],
  ['long name', { kind: 'camera-failed', name: 'x'.repeat(65) }],
  ['long list', { kind: 'not-self', trackIds: Array(33).fill('x') }],
  ['long id', { kind: 'not-self', trackIds: ['x'.repeat(65)] }],
])('%s is dropped', (_name, message) => expect(readTapMessage(message)).toBeNull());

test('what is not in the schema does not pass', () => {
  expect(readTapMessage(quality({ name: 'x' }))).toEqual({
    kind: 'send-quality',
    quality: QUALITY,
  });
  expect(readTapMessage({ kind: 'camera-asked', more: 1 })).toEqual({ kind: 'camera-asked' });
});

describe('rate limit', () => {
  test('a flood gets ten a second, and no burst after it', () => {
    const may = createRateLimit();
    let read = 0;
    for (let nowMs = 0; nowMs < 3000; nowMs++) if (may(nowMs)) read++;
    expect(read).toBeGreaterThanOrEqual(39);
    expect(read).toBeLessThanOrEqual(40);
  });

  test('the pace of the tap passes', () => {
    const may = createRateLimit();
    for (let nowMs = 0; nowMs < 60_000; nowMs += 150) expect(may(nowMs)).toBe(true);
  });
});
