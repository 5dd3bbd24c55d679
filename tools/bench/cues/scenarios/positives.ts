import { GOOD_SITUATION, type Situation } from '../../../../demo/sitter/situation.ts';
import type { Random } from '../../../../tests/unit/support/random.ts';
import type { CameraState } from '../../../../utils/observation.ts';
import { BENCHED, BENCHED_IDS, type BenchedId } from '../benched.ts';
import { nextSentenceMs, type Scenario } from '../scenario.ts';
import { distanceFor, drawFor, drawGood, pick, rounded } from './sampling.ts';

/** Of each cue; the issue asks for 50. */
export const POSITIVES = 51;

/** Good, then the cause, then good again. A cue that should clear within 1 s, or 3, is watched longer. */
const TIMES = {
  fast: { goodMs: 2400, badMs: 3800, afterMs: 2400 },
  slow: { goodMs: 3200, badMs: 8000, afterMs: 4200 },
} as const;
/** The cause comes at any moment between two looks. */
const JITTER_MS = 700;
/** A person or a screen does not jump. */
const RAMP_MS = 400;

/** What the cause may use: the draw, and the good situation before it. */
interface Cause {
  readonly random: Random;
  readonly index: number;
  readonly good: Partial<Situation>;
}

interface Positive {
  /** Undefined: the camera goes off instead. */
  readonly cause?: (cause: Cause) => Partial<Situation>;
  /** The person before the cause, where not everybody will do. */
  readonly person?: Partial<Situation> | ((index: number) => Partial<Situation>);
  /** In other than 16:9 pictures this would be out of view. */
  readonly wide?: true;
  /** The microphone is off: all along, or for as long as the cause lasts. */
  readonly muted?: (index: number) => 'always' | 'with-cause';
  /** Where the cause has a rhythm of its own: ended in the middle of it, the sitter would jump. */
  readonly badMs?: number;
}

const either = (random: Random, low: number, high: number) =>
  random.between(low, high) * (random.next() < 0.5 ? -1 : 1);
const ofSize = ({ good }: Cause, iodOfShortSide: number) =>
  distanceFor(iodOfShortSide, good.verticalFovDeg ?? 40, good.headShape ?? 0);
/** In a lit room; dim ones are asked about in good pictures. */
const LIT = { lightDirection: 'front', lightLevel: 1 } as const;

const TALKING = ['talking', 'gesturing'] as const;

/** One line a cue: what brings it about. `tools/bench/cues/truth.ts` holds that it does, and nothing else. */
const CAUSES: Readonly<Record<BenchedId, Positive>> = {
  'camera-off': {},
  'camera-covered': { cause: () => ({ lensCovered: true }) },
  'no-face': {
    cause: ({ index }) => (index % 3 === 0 ? { movement: 'walking-out' } : { present: false }),
    badMs: 5500,
  },
  'too-dark': { cause: ({ random }) => ({ lightLevel: random.between(0.012, 0.04) }) },
  backlit: {
    cause: ({ random }) => ({ lightDirection: 'behind', lightLevel: random.between(0.6, 1.4) }),
    person: LIT,
  },
  'side-lit': {
    cause: ({ random }) => ({
      lightDirection: pick(random, ['left', 'right']),
      lightLevel: random.between(0.6, 1.4),
    }),
    person: LIT,
  },
  'too-bright': {
    // The camera's own exposure masters more light on darker skin.
    cause: ({ random, good: { skinTone = 4 } }) => ({
      lightDirection: 'front',
      lightLevel: random.between(5.2 + skinTone / 4, 8),
    }),
    person: LIT,
  },
  'too-far': {
    cause: (cause) => ({ distanceCm: ofSize(cause, cause.random.between(0.055, 0.099)) }),
  },
  'too-close': {
    cause: (cause) => ({ distanceCm: ofSize(cause, cause.random.between(0.365, 0.43)) }),
  },
  'off-centre': {
    cause: ({ random, index }) =>
      index % 4 < 2
        ? { offsetXRatio: (index % 2 ? 1 : -1) * random.between(0.2, 0.32) }
        : {
            offsetYRatio:
              index % 4 === 2 ? random.between(0.34, 0.4) : random.between(-0.34, -0.27),
          },
    person: { verticalFovDeg: 40, distanceCm: 62 },
    wide: true,
  },
  'camera-too-low': {
    cause: ({ random }) => ({ cameraElevationDeg: random.between(-33, -21), pitchDeg: 0 }),
  },
  'camera-too-high': {
    cause: ({ random }) => ({ cameraElevationDeg: random.between(20, 33), pitchDeg: 0 }),
  },
  'turned-away': { cause: ({ random }) => ({ yawDeg: either(random, 39, 55) }) },
  tilted: { cause: ({ random }) => ({ rollDeg: either(random, 20, 38) }) },
  'hold-still': {
    cause: () => ({ movement: 'walking-about' }),
    person: { offsetXRatio: 0, distanceCm: 75, verticalFovDeg: 42 },
    wide: true,
    // Three times to and fro.
    badMs: 12_000,
  },
  'camera-shaking': { cause: ({ random }) => ({ cameraShakeDeg: random.between(1.1, 4) }) },
  'out-of-focus': {
    cause: ({ random, index }) => ({
      blurRatio: random.between(0.0065, 0.011),
      focusOn: index % 3 === 0 ? 'background' : 'face',
    }),
  },
  'someone-else-in-view': {
    cause: ({ index }) => ({
      company: (['behind', 'beside', 'child-on-lap'] as const)[index % 3] ?? 'behind',
    }),
    person: { offsetXRatio: -0.03, distanceCm: 72, verticalFovDeg: 42 },
    wide: true,
  },
  'muted-while-talking': {
    // One in three talks all along, and turns the microphone off and on again.
    cause: ({ index }) => (index % 3 === 0 ? {} : { movement: TALKING[index % 2] ?? 'talking' }),
    person: (index) => ({
      movement: index % 3 === 0 ? (TALKING[index % 2] ?? 'talking') : 'still',
    }),
    muted: (index) => (index % 3 === 0 ? 'with-cause' : 'always'),
    // The first whole sentence begins up to 4 s after the microphone is off.
    badMs: 9_500,
  },
};

export function positives(): Scenario[] {
  return BENCHED_IDS.flatMap((id, cue) =>
    Array.from({ length: POSITIVES }, (_, index) => positive(id, index, 100 + cue)),
  );
}

function positive(id: BenchedId, index: number, seed: number): Scenario {
  const { cause, person = {}, wide = false, muted, badMs } = CAUSES[id];
  const draw = drawFor(seed, index, wide);
  const { random, picture } = draw;
  const of = typeof person === 'function' ? person(index) : person;
  const good = rounded({ ...drawGood(draw), ...of });
  const changes = rounded(cause?.({ random, index, good }) ?? {});
  const times = TIMES[BENCHED[id]];
  const ownSeed = seed * 1000 + index;
  const drawnMs = Math.round(times.goodMs + random.between(0, JITTER_MS));
  // Who begins to talk begins with a sentence.
  const begins = changes.movement === 'talking' || changes.movement === 'gesturing';
  const fromMs = begins ? nextSentenceMs({ seed: ownSeed }, drawnMs) : drawnMs;
  const toMs = Math.round(fromMs + (badMs ?? times.badMs + random.between(0, JITTER_MS)));
  const back = Object.fromEntries(
    (Object.keys(changes) as (keyof Situation)[]).map((key) => [key, before(good, key)]),
  ) as Partial<Situation>;
  const camera: CameraState | undefined = cause ? undefined : pick(random, ['off', 'muted']);
  const rampMs = isGradual(changes) ? RAMP_MS : 0;
  const lengthMs = toMs + times.afterMs;
  return {
    name: `${id}-${index}`,
    kind: 'positive',
    seed: ownSeed,
    picture,
    base: good,
    steps: [
      { atMs: fromMs, changes, rampMs, ...(camera && { camera }) },
      { atMs: toMs, changes: back, rampMs, ...(camera && { camera: 'live' }) },
    ],
    lengthMs,
    ...(muted && {
      muted: muted(index) === 'always' ? { fromMs: 0, toMs: lengthMs } : { fromMs, toMs },
    }),
  };
}

/** Place and pose change over a moment; lamps, lids, people and lenses at once. */
function isGradual(changes: Partial<Situation>): boolean {
  const gradual: readonly (keyof Situation)[] = [
    'distanceCm',
    'offsetXRatio',
    'offsetYRatio',
    'cameraElevationDeg',
    'yawDeg',
    'rollDeg',
  ];
  return gradual.some((key) => key in changes);
}

function before<K extends keyof Situation>(good: Partial<Situation>, key: K): Situation[K] {
  return good[key] ?? GOOD_SITUATION[key];
}
