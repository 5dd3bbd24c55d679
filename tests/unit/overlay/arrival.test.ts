import { describe, expect, it } from 'vitest';
import { arrivalOf } from '../../../utils/overlay/arrival.ts';
import type { Arrival, ArrivingStream } from '../../../utils/playback-observation.ts';

const sound = (change: Partial<ArrivingStream> = {}): ArrivingStream => ({
  kind: 'audio',
  trackId: 'voice',
  packets: 100,
  frames: null,
  isPlayed: true,
  ...change,
});
const PICTURE: ArrivingStream = {
  kind: 'video',
  trackId: 'picture',
  packets: 200,
  frames: 50,
  isPlayed: null,
};
const of = (
  streams: readonly ArrivingStream[],
  held: string[] = [],
  overMs: number | null = 2000,
) => {
  const arrival: Arrival = {
    overMs,
    isSoundExpected: true,
    isPictureExpected: true,
    isMixed: false,
    streams,
  };
  return arrivalOf(arrival, new Set(held));
};

describe('what comes from the far end', () => {
  it('is what all streams of a kind are together', () => {
    const silent = sound({ trackId: 'other', packets: 5, isPlayed: false });
    expect(of([sound(), silent, PICTURE])).toEqual({
      overMs: 2000,
      sound: { isExpected: true, packets: 105, isPlayed: true, isMixed: false },
      picture: { isExpected: true, packets: 200, frames: 50 },
    });
  });

  it('what the page’s players have goes before what none of them has', () => {
    const own = sound({ trackId: 'own', packets: 90, isPlayed: false });
    const mine = sound({ packets: 0 });
    expect(of([mine, own], ['voice', 'picture']).sound.packets).toBe(0);
    expect(of([mine, own], ['picture']).sound.packets).toBe(90);
  });

  it('is nothing where there is no stream, and not known at the first look', () => {
    expect(of([]).sound).toMatchObject({ packets: 0, isPlayed: null });
    expect(of([], [], null).sound.packets).toBeNull();
    expect(of([sound({ packets: null, isPlayed: null })]).sound).toMatchObject({
      packets: null,
      isPlayed: null,
    });
  });
});
