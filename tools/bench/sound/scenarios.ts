import { createRandom } from '../../../tests/unit/support/random.ts';
import { gainOf, mixed, noiseAt, scaled, speechAt } from './level.ts';
import { LASTING, type NoiseName, noise, PASSING } from './noises.ts';
import { RATE_HZ } from './programs.ts';
import type { Group, Heard, Interval, Scenario, SoundCueId } from './scenario.ts';
import { electrolarynx, OTHER_VOICES, speech, VOICES, type Voice } from './voices.ts';

/** Speech as calls have it (ITU-T G.191: -26 dBov), and the own noise of a microphone in a quiet room. */
const USUAL_DBFS = -26;
const ROOM_DBFS = -66;

const SNRS_DB = [-5, 0, 5, 10, 15, 20, 25, 30];
/** ISO 9921: up to 3 dB bad, to 10 poor, to 15 fair. Between these nobody is asked. */
const MUST_BE_NOISY_DB = 5;
const MUST_NOT_BE_NOISY_DB = 15;
/** ITU-T P.830 tests codecs 10 dB below the usual level, at which speech is still to be understood well. */
const MUST_BE_QUIET_DBFS = -46;
const MUST_NOT_BE_QUIET_DBFS = -36;

const FROM_THE_START: Interval = { fromS: 0, toS: Number.POSITIVE_INFINITY };

function scenario(
  group: Group,
  name: string,
  make: () => Heard,
  more: Partial<Omit<Scenario, 'group' | 'name' | 'make'>> = {},
): Scenario {
  return { group, name, make, must: {}, notAsked: [], ...more };
}

const room = (seconds: number, seed: number, dbfs = ROOM_DBFS) =>
  noiseAt(LASTING.white(seconds, seed).subarray(0, seconds * RATE_HZ), dbfs);

function noiseBehindSpeech(): Scenario[] {
  const names: readonly NoiseName[] = ['white', 'hum', 'babble', 'music', 'typing'];
  // Each noise at each level behind every other voice.
  return VOICES.flatMap((voice, v) =>
    names.flatMap((name, n) =>
      SNRS_DB.filter((_, s) => (v + n + s) % 2 === 0).map((snrDb, s) => {
        const seed = 1 + ((v + n + s) % 4);
        const speechDbfs = USUAL_DBFS + 3 * ((v % 3) - 1);
        const isLasting = name in LASTING;
        const isBetween = snrDb > MUST_BE_NOISY_DB && snrDb < MUST_NOT_BE_NOISY_DB;
        return scenario(
          'noise behind speech',
          `${voice.name}, ${name}, ${snrDb} dB`,
          () => ({
            own: mixed(
              speechAt(speech(voice, 30, { seed }).samples, speechDbfs),
              noiseAt(noise(name, 30, seed), speechDbfs - snrDb),
            ),
          }),
          {
            snrDb,
            speechDbfs,
            must: isLasting && snrDb <= MUST_BE_NOISY_DB ? { noisy: FROM_THE_START } : {},
            notAsked: isLasting && isBetween ? ['noisy'] : [],
          },
        );
      }),
    ),
  );
}

function levelOfSpeech(): Scenario[] {
  return VOICES.flatMap((voice, v) =>
    [-16, -21, -26, -31, -36, -41, -46, -51, -56].map((speechDbfs) => {
      const isBetween = speechDbfs > MUST_BE_QUIET_DBFS && speechDbfs < MUST_NOT_BE_QUIET_DBFS;
      return scenario(
        'level of speech',
        `${voice.name}, ${speechDbfs} dBFS`,
        () => ({
          own: mixed(
            speechAt(speech(voice, 30, { seed: 11 + v }).samples, speechDbfs),
            room(30, v, speechDbfs - 30),
          ),
        }),
        {
          speechDbfs,
          must: speechDbfs <= MUST_BE_QUIET_DBFS ? { 'too-quiet': FROM_THE_START } : {},
          notAsked: isBetween ? ['too-quiet'] : [],
        },
      );
    }),
  );
}

/** What a microphone gives that gives nothing. */
const NOTHING: Readonly<Record<string, (samples: number) => Float32Array>> = {
  zeros: (samples) => new Float32Array(samples),
  'a constant': (samples) => new Float32Array(samples).fill(0.02),
  'one step of 16 bits': (samples) =>
    Float32Array.from({ length: samples }, (_, i) => ((i * 7919) % 3) - 1).map((x) => x / 32_768),
};

function noSound(): Scenario[] {
  return Object.entries(NOTHING).flatMap(([name, nothing], n) =>
    VOICES.filter((_, v) => v % 2 === n % 2).flatMap((voice, v) => {
      const spoken = () =>
        mixed(speechAt(speech(voice, 40, { seed: 21 + v }).samples, USUAL_DBFS), room(40, v));
      const silenced = (fromS: number, toS: number): Heard => {
        const own = spoken();
        own.set(nothing((toS - fromS) * RATE_HZ), fromS * RATE_HZ);
        return { own };
      };
      return [
        scenario('no sound', `${voice.name}, ${name} from the start`, () => silenced(0, 20), {
          must: { 'no-sound': { fromS: 0, toS: 20 } },
        }),
        scenario('no sound', `${voice.name}, ${name} later`, () => silenced(20, 32), {
          must: { 'no-sound': { fromS: 20, toS: 32 } },
        }),
        ...(name === 'zeros'
          ? [
              scenario('no sound', `${voice.name}, muted by the page`, () => ({
                ...silenced(20, 32),
                muted: { fromS: 20, toS: 32 },
              })),
            ]
          : []),
      ];
    }),
  );
}

function clipped(): Scenario[] {
  return VOICES.flatMap((voice, v) =>
    [0, -6].map((dbfs) =>
      scenario(
        'clipped',
        `${voice.name}, ${dbfs} dBFS`,
        () => ({
          own: mixed(speechAt(speech(voice, 30, { seed: 31 + v }).samples, dbfs), room(30, v)),
        }),
        { isClipped: true },
      ),
    ),
  );
}

/** Two who take turns, and now and then speak at once; `own` and `far` of the same length. */
function talk(seconds: number, v: number): { own: Float32Array; far: Float32Array } {
  const random = createRandom(41 + v);
  const own = new Float32Array(seconds * RATE_HZ);
  const far = new Float32Array(seconds * RATE_HZ);
  const say = (into: Float32Array, voice: Voice, atS: number, lastsS: number, seed: number) => {
    const said = speechAt(
      speech(voice, Math.ceil(lastsS), { seed, pauseS: [0.2, 0.8] }).samples,
      USUAL_DBFS,
    );
    const at = Math.round(atS * RATE_HZ);
    into.set(said.subarray(0, Math.min(said.length, into.length - at)), at);
  };
  const patient = VOICES[v % VOICES.length] as Voice;
  const clinician = VOICES[(v + 3) % VOICES.length] as Voice;
  let isFar = true;
  for (let at = 0; at < seconds - 1; ) {
    const lastsS = random.between(4, 12);
    const seed = Math.floor(random.between(0, 1000));
    if (isFar) {
      say(far, clinician, at, lastsS, seed);
      // "Yes", while the clinician goes on.
      if (random.next() < 0.4) say(own, patient, at + random.between(1, lastsS), 1, seed);
    } else say(own, patient, at, lastsS, seed);
    at += lastsS + random.between(-0.5, 1);
    isFar = !isFar;
  }
  return { own, far };
}

/** The far end, from the loudspeaker through the room into the microphone. */
function echoOf(far: Float32Array, delayMs: number, gainDb: number): Float32Array {
  const delay = Math.round((delayMs * RATE_HZ) / 1000);
  const out = new Float32Array(far.length);
  // The way straight, and three walls.
  for (const [laterMs, share] of [
    [0, 1],
    [11, 0.4],
    [23, 0.3],
    [47, 0.2],
  ] as const) {
    const from = delay + Math.round((laterMs * RATE_HZ) / 1000);
    for (let i = from; i < out.length; i++) {
      out[i] = (out[i] as number) + share * (far[i - from] as number);
    }
  }
  return scaled(out, gainOf(gainDb));
}

function echo(): Scenario[] {
  return [20, 80, 200, 400].flatMap((delayMs, d) =>
    [-3, -10, -20].flatMap((gainDb, g) =>
      [0, 1].map((i) =>
        scenario(
          'echo',
          `talk ${i + 2 * ((d + g) % 4)}, ${delayMs} ms, ${gainDb} dB`,
          () => {
            const { own, far } = talk(90, i + 2 * ((d + g) % 4));
            return { own: mixed(own, echoOf(far, delayMs, gainDb), room(90, i)), far };
          },
          { must: { echo: FROM_THE_START } },
        ),
      ),
    ),
  );
}

function noEcho(): Scenario[] {
  const behind: readonly (readonly [string, (v: number) => Float32Array, SoundCueId[]])[] = [
    ['a quiet room', (v) => room(90, v), []],
    ['a fan', (v) => room(90, v, -46), []],
    ['a waiting room', (v) => noiseAt(noise('babble', 90, v), -44), []],
    ['music', (v) => noiseAt(noise('music', 90, v), -44), []],
  ];
  return behind.flatMap(([name, make, notAsked], b) =>
    [0, 2, 4, 6]
      .map((first) => first + (b % 2))
      .map((v) =>
        scenario(
          'no echo',
          `talk ${v}, ${name}`,
          () => {
            const { own, far } = talk(90, v);
            return { own: mixed(own, make(v)), far };
          },
          { notAsked },
        ),
      ),
  );
}

function otherVoices(): Scenario[] {
  const levels = [USUAL_DBFS, USUAL_DBFS - 8];
  const spoken = OTHER_VOICES.flatMap((voice) =>
    levels.flatMap((dbfs) =>
      [1, 2].map((seed) =>
        scenario('other voices', `${voice.name}, ${dbfs} dBFS, ${seed}`, () => ({
          own: mixed(speechAt(speech(voice, 60, { seed }).samples, dbfs), room(60, seed)),
        })),
      ),
    ),
  );
  // As people whisper: some 20 dB below their voice.
  const soft = OTHER_VOICES.filter(({ name }) => name.startsWith('whisper')).flatMap((voice) =>
    [1, 2].map((seed) =>
      scenario('other voices', `${voice.name}, as soft as it is, ${seed}`, () => ({
        own: mixed(speechAt(speech(voice, 60, { seed }).samples, USUAL_DBFS - 20), room(60, seed)),
      })),
    ),
  );
  const buzzing = [-6, -12, -20].flatMap((leakDb) =>
    [1, 2, 3].map((seed) =>
      scenario('other voices', `electrolarynx, ${leakDb} dB beside, ${seed}`, () => ({
        own: mixed(speechAt(electrolarynx(60, seed, leakDb).samples, USUAL_DBFS), room(60, seed)),
      })),
    ),
  );
  const slow = VOICES.map((voice, v) =>
    scenario('other voices', `${voice.name}, pauses of 5 s`, () => ({
      own: mixed(
        speechAt(
          speech({ ...voice, options: [...voice.options, '-s', '80', '-g', '20'] }, 90, {
            seed: v,
            pauseS: [4.5, 5.5],
          }).samples,
          USUAL_DBFS,
        ),
        room(90, v),
      ),
    })),
  );
  return [...spoken, ...soft, ...buzzing, ...slow];
}

function passingSounds(): Scenario[] {
  return (Object.keys(PASSING) as (keyof typeof PASSING)[]).flatMap((name) =>
    [0, 1, 2, 3].flatMap((i) => {
      const voice = VOICES[2 * i] as Voice;
      const sound = (dbfs: number) => noiseAt(noise(name, 60, i + 1), dbfs);
      return [
        scenario('passing sounds', `${name} alone, ${i}`, () => ({
          own: mixed(sound(USUAL_DBFS - 4), room(60, i)),
        })),
        scenario('passing sounds', `${name} while ${voice.name} speaks`, () => ({
          own: mixed(
            speechAt(speech(voice, 60, { seed: i }).samples, USUAL_DBFS),
            sound(USUAL_DBFS - 3),
            room(60, i),
          ),
        })),
      ];
    }),
  );
}

/** Some noise-suppressing microphones give nothing at all between words. */
function cleanSpeech(): Scenario[] {
  return VOICES.filter((_, v) => v % 3 === 0).flatMap((voice, v) => {
    const spoken = () =>
      speechAt(speech(voice, 600, { seed: 61 + v, pauseS: [0.3, 4] }).samples, USUAL_DBFS);
    return [
      scenario('clean speech, 10 minutes', `${voice.name}, a quiet room`, () => ({
        own: mixed(spoken(), room(600, v)),
      })),
      scenario('clean speech, 10 minutes', `${voice.name}, nothing between words`, () => ({
        own: spoken(),
      })),
    ];
  });
}

export const SCENARIOS: readonly Scenario[] = [
  ...noiseBehindSpeech(),
  ...levelOfSpeech(),
  ...noSound(),
  ...clipped(),
  ...echo(),
  ...noEcho(),
  ...otherVoices(),
  ...passingSounds(),
  ...cleanSpeech(),
];
