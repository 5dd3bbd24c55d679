import { describe, expect, it } from 'vitest';
import {
  createMicrophoneJudge,
  type Heard,
  meterShare,
  type SoundReading,
} from '../../../utils/prepare/microphone-judge.ts';
import { bandsOf } from '../../../utils/prepare/sound.ts';

const FULL_BAND = { below4kHz: -30, above4kHz: -50, above8kHz: -60 };

/** One reading each 100 ms. */
function listen(seconds: number, at: (s: number) => Partial<SoundReading>): Heard[] {
  const judge = createMicrophoneJudge();
  return Array.from({ length: seconds * 10 }, (_, index) =>
    judge.hear({
      atMs: 5_000 + index * 100,
      levelDbfs: -60,
      peak: 0.2,
      bands: FULL_BAND,
      muted: false,
      sampleRateHz: null,
      ...at(index / 10),
    }),
  );
}
const last = (heard: readonly Heard[]) => heard.at(-1);
/** Words of 400 ms and pauses of 200 ms. */
const talk = (s: number, loudDbfs: number, quietDbfs: number) =>
  Math.floor(s * 10) % 6 < 4 ? loudDbfs : quietDbfs;

describe('the microphone step', () => {
  it.each([
    ['a voice', (s: number) => talk(s, -28, -60), 'heard'],
    ['a low voice', (s: number) => talk(s, -43, -65), 'heard'],
    ['a voice beside a fan', (s: number) => talk(s, -25, -40), 'heard'],
    ['a mute that gives zeros', () => -100, 'silent'],
    ['a mute of the system: flat, and not zero', (s: number) => -88 - (s % 0.3), 'silent'],
    ['a quiet room', (s: number) => -58 + (s % 0.3) * 10, 'quiet'],
    ['a voice that is hardly heard', (s: number) => talk(s, -52, -66), 'quiet'],
    ['a steady hum', () => -30, 'steady'],
  ])('says of %s', (_, levelDbfs, hearing) => {
    const heard = listen(14, (s) => ({ levelDbfs: levelDbfs(s) }));
    expect(last(heard)?.hearing).toBe(hearing);
  });

  it('takes a door that slams for no voice', () => {
    const heard = listen(8, (s) => ({ levelDbfs: s > 2 && s < 2.3 ? -15 : -62 }));
    expect(last(heard)?.hearing).toBe('listening');
  });

  it('hears a voice within two seconds of talking', () => {
    const heard = listen(6, (s) => ({ levelDbfs: s < 3 ? -62 : talk(s, -30, -60) }));
    const index = heard.findIndex(({ hearing }) => hearing === 'heard');
    expect(index / 10).toBeGreaterThan(3);
    expect(index / 10).toBeLessThan(5);
  });

  it('says that nothing comes after some seconds, and not at once', () => {
    const heard = listen(6, () => ({ levelDbfs: -100 }));
    const index = heard.findIndex(({ hearing }) => hearing === 'silent');
    expect(index / 10).toBeCloseTo(4, 0);
  });

  it('believes the system that says muted at once', () => {
    expect(listen(0.1, () => ({ muted: true }))[0]?.hearing).toBe('silent');
  });

  it('hears again who found the switch', () => {
    const heard = listen(12, (s) => ({ levelDbfs: s < 6 ? -100 : talk(s, -30, -60) }));
    expect(last(heard)?.hearing).toBe('heard');
  });

  it('keeps that a voice was heard through what comes after', () => {
    const heard = listen(20, (s) => ({ levelDbfs: s < 3 ? talk(s, -30, -60) : -100 }));
    expect(last(heard)?.hearing).toBe('heard');
  });

  it('tells clipping from one loud word', () => {
    const levels = (peaks: (s: number) => number) =>
      listen(4, (s) => ({ levelDbfs: talk(s, -6, -60), peak: peaks(s) }));
    expect(last(levels((s) => talk(s, 1, 0.1)))?.clipped).toBe(true);
    expect(last(levels((s) => (s === 1 ? 1 : 0.5)))?.clipped).toBe(false);
  });
});

describe('a headset in low quality', () => {
  const speak = (part: Partial<SoundReading>) =>
    last(listen(5, (s) => ({ levelDbfs: talk(s, -30, -60), ...part })))?.thin;

  it.each([
    ['the browser says 8 kHz', { sampleRateHz: 8_000 }, true],
    ['the browser says 16 kHz', { sampleRateHz: 16_000 }, true],
    ['the browser says 48 kHz', { sampleRateHz: 48_000 }, false],
    [
      'nothing above 4 kHz comes through',
      { bands: { below4kHz: -30, above4kHz: -105, above8kHz: -115 } },
      true,
    ],
    [
      'nothing above 8 kHz comes through',
      { bands: { below4kHz: -30, above4kHz: -50, above8kHz: -110 } },
      true,
    ],
    ['all comes through', { bands: FULL_BAND }, false],
  ])('%s', (_, part, thin) => expect(speak(part)).toBe(thin));

  it.each([
    ['a click now and then has all bands, and is no voice', 20, true],
    ['an s and a t in every second word are enough', 5, false],
  ])('%s', (_, every, thin) => {
    const wide = { below4kHz: -30, above4kHz: -50, above8kHz: -55 };
    const narrow = { below4kHz: -30, above4kHz: -105, above8kHz: -115 };
    const bandsAt = (s: number) => (Math.round(10 * s) % every === 1 ? wide : narrow);
    const heard = listen(8, (s) => ({ levelDbfs: talk(s, -30, -60), bands: bandsAt(s) }));
    expect(last(heard)?.thin).toBe(thin);
  });

  it('is not said of silence', () => {
    const bands = { below4kHz: -90, above4kHz: -160, above8kHz: -170 };
    expect(last(listen(8, () => ({ levelDbfs: -70, bands })))?.thin).toBe(false);
  });
});

describe('the bands of a spectrum', () => {
  // 2,048 bins of 11.7 Hz at 48 kHz.
  const tone = (hz: number) => {
    const spectrum = new Float32Array(2048).fill(Number.NEGATIVE_INFINITY);
    spectrum[Math.round(hz / 11.71875)] = -20;
    return bandsOf(spectrum, 48_000);
  };
  it.each([
    [1_000, 'below4kHz'],
    [6_000, 'above4kHz'],
    [12_000, 'above8kHz'],
  ] as const)('puts %s Hz where it belongs', (hz, band) => {
    const others = { below4kHz: -200, above4kHz: -200, above8kHz: -200 };
    expect(tone(hz)).toEqual({ ...others, [band]: expect.closeTo(-20, 3) });
  });

  it('has none where the rate allows none', () => {
    const spectrum = new Float32Array(2048).fill(-60);
    expect(bandsOf(spectrum, 8_000).above8kHz).toBe(-200);
  });
});

describe('the bar', () => {
  it.each([
    [-100, 0],
    [-60, 0],
    [-30, 0.5],
    [0, 1],
  ])('at %s dBFS is filled to %s', (dbfs, share) => expect(meterShare(dbfs)).toBe(share));
});
