/** What the microphone gave in about 100 ms. */
export interface SoundReading {
  readonly atMs: number;
  /** Root mean square, dBFS; -100 is exact silence. */
  readonly levelDbfs: number;
  /** Largest sample, 0 to 1. */
  readonly peak: number;
  /** Levels of three bands, dBFS. */
  readonly bands: SoundBands;
  /** The browser or the system says that the microphone is muted. */
  readonly muted: boolean;
  /** As the browser gives it for the microphone itself; null where it does not. */
  readonly sampleRateHz: number | null;
}

export interface SoundBands {
  readonly below4kHz: number;
  /** 4.3 to 7.6 kHz: none of it gets through a telephone's 8 kHz. */
  readonly above4kHz: number;
  /** 8.5 to 16 kHz: none of it gets through 16 kHz. */
  readonly above8kHz: number;
}

/**
 * `listening`: nothing to say yet. `heard`: a voice came. `silent`: muted by a switch, the system or the
 * cable. `quiet`: faint sounds and no voice. `steady`: loud enough, and always the same.
 */
export const MICROPHONE_STATES = ['listening', 'heard', 'silent', 'quiet', 'steady'] as const;
export type MicrophoneState = (typeof MICROPHONE_STATES)[number];

export interface Heard {
  readonly hearing: MicrophoneState;
  readonly levelDbfs: number;
  /** Now: the sound is cut off at the top. */
  readonly clipped: boolean;
  /** Only low sounds come through: a wireless headset in its mode for calls, at 8 or 16 kHz. */
  readonly thin: boolean;
}

/**
 * A voice at the level that speech is aimed at has -26 dBFS (ITU-T P.56, G.100.1 take it as nominal); the browsers' gain
 * control lifts what is some 20 dB below.
 */
const VOICE_DBFS = -45;
/** A voice comes and goes: so much above the quietest moment, so long in all. */
const VOICE_ABOVE_DB = 10;
const VOICE_FOR_MS = 500;
/** Below this no room is: a microphone that is muted by the system gives zeros, or a little noise of its own. */
const MUTED_DBFS = -75;
const SILENT_FOR_MS = 4_000;
/** Who has not been heard by then is helped. Reading the page and coughing take their time. */
const NO_VOICE_FOR_MS = 12_000;
/** What is looked back on for a voice. */
const WINDOW_MS = 5_000;

const CLIPPED_PEAK = 0.985;
const CLIPPED_READINGS = 3;
const CLIPPED_WINDOW_MS = 3_000;

/** Resamplers leave some 80 dB less; an s of a real voice above 8 kHz has some 30 dB less than its vowels. */
const BAND_MISSING_DB = -60;
/** A voice of so many readings has had its s and t. */
const THIN_READINGS = 15;
/** A band that is in fewer of them comes from clicks and gaps of a busy computer: those have all bands. */
const BAND_SHARE = 0.1;
const THIN_RATE_HZ = 16_000;

/** The bar begins where a quiet room ends. */
const METER_FROM_DBFS = -60;

/** How much of the bar is filled, 0 to 1. */
export function meterShare(levelDbfs: number): number {
  return Math.min(1, Math.max(0, 1 - levelDbfs / METER_FROM_DBFS));
}

export interface MicrophoneJudge {
  hear(reading: SoundReading): Heard;
}

/** Judges one microphone from the moment it was opened. Once a voice was heard, it was heard. */
export function createMicrophoneJudge(): MicrophoneJudge {
  let firstAtMs: number | null = null;
  let recent: SoundReading[] = [];
  let heard = false;
  let loudReadings = 0;
  let above4Readings = 0;
  let above8Readings = 0;

  const within = (nowMs: number, ms: number) => recent.filter(({ atMs }) => nowMs - atMs <= ms);

  const hearsVoice = (nowMs: number): boolean => {
    const window = within(nowMs, WINDOW_MS);
    const quietest = Math.min(...window.map(({ levelDbfs }) => levelDbfs));
    const loud = window.filter(
      ({ levelDbfs }) => levelDbfs >= VOICE_DBFS && levelDbfs >= quietest + VOICE_ABOVE_DB,
    );
    const everyMs = nowMs - (window[0]?.atMs ?? nowMs);
    return loud.length * (everyMs / Math.max(1, window.length - 1)) >= VOICE_FOR_MS;
  };

  const judge = ({ atMs, muted }: SoundReading): MicrophoneState => {
    if (heard) return 'heard';
    if (muted) return 'silent';
    const forMs = atMs - (firstAtMs ?? atMs);
    if (hearsVoice(atMs)) {
      heard = true;
      return 'heard';
    }
    const isMuted = within(atMs, SILENT_FOR_MS).every(({ levelDbfs }) => levelDbfs < MUTED_DBFS);
    if (forMs >= SILENT_FOR_MS && isMuted) return 'silent';
    if (forMs < NO_VOICE_FOR_MS) return 'listening';
    return within(atMs, WINDOW_MS).some(({ levelDbfs }) => levelDbfs >= VOICE_DBFS)
      ? 'steady'
      : 'quiet';
  };

  const isThin = ({ levelDbfs, bands, sampleRateHz }: SoundReading): boolean => {
    if (sampleRateHz !== null && sampleRateHz <= THIN_RATE_HZ) return true;
    if (levelDbfs >= VOICE_DBFS) {
      loudReadings += 1;
      if (bands.above4kHz - bands.below4kHz >= BAND_MISSING_DB) above4Readings += 1;
      if (bands.above8kHz - bands.below4kHz >= BAND_MISSING_DB) above8Readings += 1;
    }
    const isMissing = Math.min(above4Readings, above8Readings) < BAND_SHARE * loudReadings;
    return heard && loudReadings >= THIN_READINGS && isMissing;
  };

  return {
    hear(reading) {
      firstAtMs ??= reading.atMs;
      recent.push(reading);
      recent = within(reading.atMs, WINDOW_MS);
      const hearing = judge(reading);
      const cut = within(reading.atMs, CLIPPED_WINDOW_MS).filter(
        ({ peak }) => peak >= CLIPPED_PEAK,
      );
      return {
        hearing,
        levelDbfs: reading.levelDbfs,
        clipped: cut.length >= CLIPPED_READINGS,
        thin: isThin(reading),
      };
    },
  };
}
