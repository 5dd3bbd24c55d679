import { afterEach, describe, expect, test, vi } from 'vitest';
import { createOwnLevel, dbfsOfLinear, dbfsOfSamples } from '../../../utils/capture/levels.ts';

test.each([
  [1, 0],
  [0.1, -20],
  [0.5, -6.02],
  [0, -100],
  [1e-9, -100],
])('linear %f is %f dBFS', (level, dbfs) => expect(dbfsOfLinear(level)).toBeCloseTo(dbfs, 2));

test('a full-scale sine is -3 dBFS', () => {
  const sine = Float32Array.from({ length: 4800 }, (_, i) => Math.sin((2 * Math.PI * i) / 48));
  expect(dbfsOfSamples(sine, 4800)).toBeCloseTo(-3.01, 2);
});

test('only the last samples count', () => {
  const samples = Float32Array.from({ length: 100 }, (_, i) => (i < 90 ? 1 : 0.1));
  expect(dbfsOfSamples(samples, 10)).toBeCloseTo(-20, 4);
  expect(dbfsOfSamples(samples, 1000)).toBeGreaterThan(-1);
});

describe('a microphone that is off', () => {
  afterEach(() => vi.unstubAllGlobals());

  /** The browser's edge; `heard` holds every track that was ever listened to, `open` what is now. */
  function startListening(more: { enabled?: boolean; muted?: boolean; readyState?: string } = {}) {
    const clone = vi.fn();
    const track = { readyState: 'live', enabled: true, muted: false, clone, ...more };
    const heard: unknown[] = [];
    const open = new Set<object>();
    class Context {
      state = 'running';
      sampleRate = 48_000;
      constructor() {
        open.add(this);
      }
      createAnalyser() {
        return { getFloatTimeDomainData: (samples: Float32Array) => samples.fill(0.1) };
      }
      createMediaStreamSource(stream: { tracks: readonly unknown[] }) {
        heard.push(...stream.tracks);
        return { connect: () => undefined };
      }
      async close() {
        open.delete(this);
      }
    }
    class Stream {
      constructor(readonly tracks: readonly unknown[]) {}
    }
    vi.stubGlobal('navigator', {});
    vi.stubGlobal('AudioContext', Context);
    vi.stubGlobal('MediaStream', Stream);
    const level = createOwnLevel();
    level.setTrack(track as unknown as MediaStreamTrack);
    return { track, level, heard, open };
  }

  test.each([
    ['by the page', { enabled: false }],
    ['by the system', { muted: true }],
    ['for good', { readyState: 'ended' }],
  ])('%s is never listened to', (_, state) => {
    const { track, level, heard, open } = startListening(state);
    for (let reading = 0; reading < 5; reading++) expect(level.read()).toBeNull();
    expect(heard).toEqual([]);
    expect(open.size).toBe(0);
    expect(track.clone).not.toHaveBeenCalled();
  });

  test('is let go at the next reading, and the very track is heard when it is on again', () => {
    const { track, level, heard, open } = startListening();
    expect(level.read()).toBeCloseTo(-20, 1);
    expect([heard, open.size]).toEqual([[track], 1]);
    track.enabled = false;
    expect(level.read()).toBeNull();
    expect([heard, open.size]).toEqual([[track], 0]);
    track.enabled = true;
    expect(level.read()).toBeCloseTo(-20, 1);
    expect([heard, open.size]).toEqual([[track, track], 1]);
    expect(track.clone).not.toHaveBeenCalled();
  });
});
