import { describe, expect, it } from 'vitest';
import { gradeOf, judgeConnection } from '../../../utils/prepare/line.ts';

const GOOD_LINE = { online: true, downlinkMbps: 10, roundTripMs: 50 };
const UNKNOWN_LINE = { online: true, downlinkMbps: null, roundTripMs: null };
const GOOD_CALL = { framesPerSecond: 24, soundPacketsPerSecond: 50 };
const NO_CALL = { framesPerSecond: null, soundPacketsPerSecond: null };

describe('the connection', () => {
  it.each([
    ['a good line', GOOD_LINE, GOOD_CALL, 'good', 'good'],
    ['a line of which nothing is known', UNKNOWN_LINE, GOOD_CALL, 'good', 'good'],
    ['enough for sound alone', { ...GOOD_LINE, downlinkMbps: 0.3 }, GOOD_CALL, 'good', 'weak'],
    ['hardly a line', { ...GOOD_LINE, downlinkMbps: 0.05 }, GOOD_CALL, 'weak', 'weak'],
    ['a long way', { ...GOOD_LINE, roundTripMs: 700 }, GOOD_CALL, 'weak', 'weak'],
    ['a somewhat long way', { ...GOOD_LINE, roundTripMs: 300 }, GOOD_CALL, 'good', 'good'],
    ['no line', { ...GOOD_LINE, online: false }, GOOD_CALL, 'none', 'none'],
    ['a slow computer', GOOD_LINE, { ...GOOD_CALL, framesPerSecond: 6 }, 'good', 'weak'],
    ['no picture', GOOD_LINE, { ...GOOD_CALL, framesPerSecond: 0 }, 'good', 'none'],
    ['no sound', GOOD_LINE, { ...GOOD_CALL, soundPacketsPerSecond: 0 }, 'none', 'good'],
    ['no call', GOOD_LINE, NO_CALL, 'none', 'none'],
  ] as const)('%s', (_, line, loopback, sound, picture) => {
    const verdict = judgeConnection(line, loopback);
    expect([gradeOf(verdict, 'sound'), gradeOf(verdict, 'picture')]).toEqual([sound, picture]);
  });

  it('says what it does not know', () => {
    expect(judgeConnection(UNKNOWN_LINE, GOOD_CALL).line).toEqual({
      sound: 'not-known',
      picture: 'not-known',
    });
  });
});
