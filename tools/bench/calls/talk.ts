import type { Random } from '../../../tests/unit/support/random.ts';

/**
 * Who speaks when, in a call of two. The quick to and fro is the four-state model of ITU-T P.59 (Artificial
 * conversational speech): one speaks, then both or neither, then one again, for times that are exponential.
 * A visit has long silences besides, which a model of telephone talk does not: the clinician writes, the
 * patient thinks.
 */
export interface Talk {
  /** In order of time. */
  readonly own: readonly Spurt[];
  readonly far: readonly Spurt[];
}
export interface Spurt {
  readonly fromMs: number;
  readonly toMs: number;
}

/** ITU-T P.59, means of the exponential times, in ms. */
const ONE_SPEAKS_MS = 854;
const BOTH_SPEAK_MS = 226;
const NEITHER_SPEAKS_MS = 456;
/** ITU-T P.59: from one who speaks to both; else to neither. From there either side goes on, evenly. */
const TO_BOTH = 0.4;
/** Own choice: how often the long silences come, from a lively talker to a taciturn one, and how long. */
const SILENCE_EVERY_MS = { least: 15_000, most: 120_000 };
const SILENCE_MS = { least: 1_200, most: 12_000 };

export function talk(random: Random, lengthMs: number): Talk {
  const own: Spurt[] = [];
  const far: Spurt[] = [];
  const silenceEveryMs = random.between(SILENCE_EVERY_MS.least, SILENCE_EVERY_MS.most);
  const lasting = (meanMs: number) => -meanMs * Math.log(1 - random.next());
  let nextSilenceMs = lasting(silenceEveryMs);
  let ownSpeaks = random.next() < 0.5;
  for (let atMs = 0; atMs < lengthMs; ) {
    atMs = speak(ownSpeaks ? own : far, atMs, lasting(ONE_SPEAKS_MS));
    if (atMs >= nextSilenceMs) {
      atMs += SILENCE_MS.least * (SILENCE_MS.most / SILENCE_MS.least) ** random.next();
      nextSilenceMs = atMs + lasting(silenceEveryMs);
    } else if (random.next() < TO_BOTH) {
      const bothMs = lasting(BOTH_SPEAK_MS);
      speak(own, atMs, bothMs);
      atMs = speak(far, atMs, bothMs);
    } else {
      atMs += lasting(NEITHER_SPEAKS_MS);
    }
    ownSpeaks = random.next() < 0.5;
  }
  return { own, far };
}

/** Spurts that touch are one. */
function speak(spurts: Spurt[], fromMs: number, forMs: number): number {
  const last = spurts.at(-1);
  const toMs = fromMs + forMs;
  if (last && last.toMs >= fromMs) spurts[spurts.length - 1] = { fromMs: last.fromMs, toMs };
  else spurts.push({ fromMs, toMs });
  return toMs;
}

/** The spurt that is on at `atMs` or comes next. */
export function spurtFrom(spurts: readonly Spurt[], atMs: number): Spurt | null {
  let low = 0;
  let high = spurts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spurts[middle] as Spurt).toMs > atMs) high = middle;
    else low = middle + 1;
  }
  return spurts[low] ?? null;
}

export function speaks(spurts: readonly Spurt[], atMs: number): boolean {
  const spurt = spurtFrom(spurts, atMs);
  return spurt !== null && spurt.fromMs <= atMs;
}

/** Share of the time from `fromMs` to `toMs` in which the side speaks. */
function spokenShare(spurts: readonly Spurt[], fromMs: number, toMs: number): number {
  let spokenMs = 0;
  for (let atMs = fromMs; atMs < toMs; ) {
    const spurt = spurtFrom(spurts, atMs);
    if (!spurt || spurt.fromMs >= toMs) break;
    spokenMs += Math.min(toMs, spurt.toMs) - Math.max(atMs, spurt.fromMs);
    atMs = spurt.toMs;
  }
  return spokenMs / (toMs - fromMs);
}

/** How one side sounds at its meter, in dBFS. */
export interface Voice {
  readonly speechDbfs: number;
  readonly noiseDbfs: number;
  /** The browser's noise suppression gives digital silence between words. */
  readonly suppressed: boolean;
}

/**
 * Own choice: active speech about the usual -26 dBov (ITU-T G.191), from a soft voice far from the
 * microphone to a loud one near it; rooms from a quiet bedroom to a fan.
 */
export function anyVoice(random: Random): Voice {
  return {
    speechDbfs: random.between(-38, -22),
    noiseDbfs: random.between(-70, -50),
    suppressed: random.next() < 0.3,
  };
}

/** Standard deviation of speech from one reading to the next, and of a room's noise, in dB. */
const SPEECH_UNREST_DB = 4;
const NOISE_UNREST_DB = 1.5;
/** What utils/capture gives for digital silence. */
const SILENCE_DBFS = -100;

const energy = (dbfs: number) => 10 ** (dbfs / 10);

/** Level of what was heard from `fromMs` to `toMs`. */
export function levelDbfs(
  spurts: readonly Spurt[],
  voice: Voice,
  fromMs: number,
  toMs: number,
  random: Random,
): number {
  const share = spokenShare(spurts, fromMs, toMs);
  const noiseDbfs =
    voice.suppressed && share === 0
      ? SILENCE_DBFS
      : voice.noiseDbfs + random.noise(NOISE_UNREST_DB);
  const speechDbfs = voice.speechDbfs + random.noise(SPEECH_UNREST_DB);
  return 10 * Math.log10(share * energy(speechDbfs) + energy(noiseDbfs));
}
