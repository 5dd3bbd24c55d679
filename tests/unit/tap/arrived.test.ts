import { describe, expect, it } from 'vitest';
import { readConnection } from '../../../utils/tap/connection-stats.ts';
import { reportOf } from '../connection/line.ts';

const entry = (change: object) => ({
  id: 'IN1',
  type: 'inbound-rtp',
  kind: 'audio',
  ssrc: 7,
  timestamp: 1000,
  trackIdentifier: 'far',
  packetsReceived: 10,
  totalAudioEnergy: 0.5,
  ...change,
});
/** What a second look says of one stream. */
function arrived(first: object, then: object) {
  const look = (change: object, before: Parameters<typeof readConnection>[1]) =>
    readConnection([{ id: 1, iceState: 'connected', report: reportOf([entry(change)]) }], before);
  const later = { timestamp: 3000, packetsReceived: 110, ...then };
  return look(later, look(first, null)?.counters ?? null)?.arrived[0];
}

describe('what came of a stream', () => {
  it('Chromium: also what came out of the players', () => {
    const muted = arrived({ playoutId: 'AP' }, { playoutId: 'AP' });
    expect(muted).toEqual({
      kind: 'audio',
      trackId: 'far',
      packets: 100,
      frames: null,
      isPlayed: false,
    });
    const heard = arrived({ playoutId: 'AP' }, { playoutId: 'AP', totalAudioEnergy: 0.75 });
    expect(heard?.isPlayed).toBe(true);
  });

  it('Firefox counts the sound itself, whatever the players do: nothing is taken from it', () => {
    expect(arrived({}, { totalAudioEnergy: 0.75 })?.isPlayed).toBeNull();
  });

  it('a counter that began anew tells nothing', () => {
    expect(arrived({ playoutId: 'AP' }, { playoutId: 'AP', packetsReceived: 1 })).toMatchObject({
      packets: null,
      isPlayed: null,
    });
  });
});
