import { describe, expect, it } from 'vitest';
import { arrivalOf } from '../../../utils/tap/arrival.ts';
import type { Arrived } from '../../../utils/tap/connection-stats.ts';
import { readConnection } from '../../../utils/tap/connection-stats.ts';
import { reportOf } from '../connection/line.ts';

const facts = { overMs: 2000, expects: () => true, isMixed: false };
const sound = (change: Partial<Arrived> = {}): Arrived => ({
  kind: 'audio',
  packets: 100,
  frames: null,
  playedEnergy: 0.4,
  ...change,
});

describe('what comes from the far end', () => {
  it('is what all streams of a kind are together', () => {
    const video = { kind: 'video', packets: 200, frames: 50, playedEnergy: null };
    expect(arrivalOf([sound(), sound({ packets: 5, playedEnergy: 0 }), video], facts)).toEqual({
      overMs: 2000,
      sound: { isExpected: true, packets: 105, isPlayed: true, isMixed: false },
      picture: { isExpected: true, packets: 200, frames: 50 },
    });
  });

  it('is nothing where there is no stream, and not known at the first look', () => {
    expect(arrivalOf([], facts).sound).toMatchObject({ packets: 0, isPlayed: null });
    expect(arrivalOf([], { ...facts, overMs: null }).sound.packets).toBeNull();
    expect(arrivalOf([sound({ packets: null, playedEnergy: null })], facts).sound).toMatchObject({
      packets: null,
      isPlayed: null,
    });
  });

  it('a counter that began anew takes nothing away', () => {
    expect(arrivalOf([sound({ packets: -900, playedEnergy: -3 })], facts).sound).toMatchObject({
      packets: 0,
      isPlayed: false,
    });
  });
});

describe('what the statistics tell of it', () => {
  const entry = (change: object) => ({
    id: 'IN1',
    type: 'inbound-rtp',
    kind: 'audio',
    ssrc: 7,
    timestamp: 1000,
    packetsReceived: 10,
    totalAudioEnergy: 0.5,
    ...change,
  });
  const read = (first: object, then: object) => {
    const look = (change: object, before: Parameters<typeof readConnection>[1]) =>
      readConnection([{ id: 1, iceState: 'connected', report: reportOf([entry(change)]) }], before);
    return look(
      { timestamp: 3000, packetsReceived: 110, ...then },
      look(first, null)?.counters ?? null,
    )?.arrived;
  };

  it('Chromium: what came out of the players', () => {
    const [muted] = read({ playoutId: 'AP' }, { playoutId: 'AP' }) ?? [];
    expect(muted).toEqual({ kind: 'audio', packets: 100, frames: null, playedEnergy: 0 });
    const [heard] = read({ playoutId: 'AP' }, { playoutId: 'AP', totalAudioEnergy: 0.75 }) ?? [];
    expect(heard?.playedEnergy).toBe(0.25);
  });

  it('Firefox counts the sound itself, whatever the players do: nothing is taken from it', () => {
    expect(read({}, { totalAudioEnergy: 0.75 })?.[0]?.playedEnergy).toBeNull();
  });
});
