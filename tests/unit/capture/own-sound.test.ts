import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOwnSound } from '../../../utils/capture/own-sound.ts';

const RATE_HZ = 48_000;

/** The browser's sound, as little of it as is touched. What a microphone gives is 0.1, all the time. */
let contexts: FakeContext[] = [];
let connected: unknown[] = [];
class FakeContext {
  state = 'running';
  currentTime = 0;
  sampleRate = RATE_HZ;
  constructor() {
    contexts.push(this);
  }
  createAnalyser = () => ({
    fftSize: 0,
    getFloatTimeDomainData: (into: Float32Array) => into.fill(0.1),
  });
  createMediaStreamSource(stream: { tracks: unknown[] }) {
    connected.push(...stream.tracks);
    return { connect: () => undefined };
  }
  async close() {
    this.state = 'closed';
  }
}
beforeEach(() => {
  contexts = [];
  connected = [];
  vi.stubGlobal('AudioContext', FakeContext);
  vi.stubGlobal(
    'MediaStream',
    class {
      constructor(readonly tracks: unknown[]) {}
    },
  );
  vi.stubGlobal('navigator', { userActivation: { hasBeenActive: true } });
});
afterEach(() => vi.unstubAllGlobals());

const track = (more: object = {}) =>
  ({ readyState: 'live', enabled: true, muted: false, ...more }) as MediaStreamTrack;

test.each([
  ['no track', null],
  ['a track that has ended', track({ readyState: 'ended' })],
  ['turned off by the page', track({ enabled: false })],
  ['muted by the system', track({ muted: true })],
])('%s is never connected', (_name, one) => {
  const sound = createOwnSound();
  sound.setTrack(one);
  for (let i = 0; i < 5; i++) expect(sound.read()).toBeNull();
  expect([contexts, connected]).toEqual([[], []]);
});

test('what is new since the reading before is given, and no sample twice', () => {
  const sound = createOwnSound();
  const microphone = track();
  sound.setTrack(microphone);
  expect(sound.read(), 'nothing has come yet').toBeNull();
  expect(connected).toEqual([microphone]);
  for (const [atS, count] of [
    [0.2, 9_600],
    [0.45, 12_000],
    [0.45, undefined],
    // A page that was busy: older sound is gone.
    [3, 32_768],
  ] as const) {
    if (contexts[0]) contexts[0].currentTime = atS;
    const read = sound.read();
    expect(read?.samples.length).toBe(count);
    if (read) expect(read.dbfs).toBeCloseTo(-20, 3);
  }
});

test('samples are handed over: those of the next reading are others', () => {
  const sound = createOwnSound();
  sound.setTrack(track());
  sound.read();
  const buffers = [0.2, 0.4].map((atS) => {
    if (contexts[0]) contexts[0].currentTime = atS;
    return sound.read()?.samples.buffer;
  });
  expect(buffers[0]).not.toBe(buffers[1]);
});

test.each([
  ['enabled', false],
  ['muted', true],
  ['readyState', 'ended'],
])('%s turns to %s: let go at once, with what was said just before', (name, value) => {
  const sound = createOwnSound();
  const microphone = track();
  sound.setTrack(microphone);
  sound.read();
  if (contexts[0]) contexts[0].currentTime = 0.2;
  Object.assign(microphone, { [name]: value });
  expect(sound.read()).toBeNull();
  expect(contexts[0]?.state).toBe('closed');
});

test('opened again it begins anew', () => {
  const sound = createOwnSound();
  const microphone = track();
  sound.setTrack(microphone);
  sound.read();
  Object.assign(microphone, { enabled: false });
  sound.read();
  Object.assign(microphone, { enabled: true });
  sound.read();
  if (contexts[1]) contexts[1].currentTime = 0.1;
  expect(sound.read()?.samples.length).toBe(4_800);
});

test('a page that nobody has pressed anything on is not listened to', () => {
  vi.stubGlobal('navigator', { userActivation: { hasBeenActive: false } });
  const sound = createOwnSound();
  sound.setTrack(track());
  expect(sound.read()).toBeNull();
  expect(contexts).toEqual([]);
});
