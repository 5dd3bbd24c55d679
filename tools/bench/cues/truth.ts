import { headShapeOf, interocularCm } from '../../../demo/sitter/head-shapes.ts';
import { lightOf } from '../../../demo/sitter/light.ts';
import type { Situation } from '../../../demo/sitter/situation.ts';
import type { CueDirection } from '../../../utils/cues/types.ts';
import { BENCHED_IDS, type BenchedId } from './benched.ts';
import {
  isMuted,
  type Moment,
  momentAt,
  type Picture,
  type Scenario,
  speaksAt,
} from './scenario.ts';

/**
 * What a perfect observer would say of a moment, for each cue, from the situation alone.
 *
 * `bad`: the cue must hold. `good`: it must not. `may`: between, or another cue's cause makes it true as
 * well; not scored. The edges here are the bench's own: they lie outside the product's thresholds, so that
 * a measurement that is a little off decides nothing, and they follow the labels of the clips.
 */
export type Truth = 'bad' | 'may' | 'good';

interface Edges {
  readonly bad: number;
  readonly good: number;
}

/** Interocular distance in units of the picture's shorter side: about 1.2 m and 0.95 m; 34 cm and 43 cm. */
const FAR: Edges = { bad: 0.102, good: 0.13 };
const CLOSE: Edges = { bad: 0.355, good: 0.275 };
/** The eyes from the middle, in picture widths. */
const ASIDE: Edges = { bad: 0.18, good: 0.1 };
/** From the eyes, cm, on an adult's head: hair, chin, the middle of the face. */
const HAIR_ABOVE_EYES_CM = 13;
const CHIN_BELOW_EYES_CM = 11.2;
const MIDDLE_BELOW_EYES_CM = 2.6;
/** Degrees, without a neutral: only a wide band is called wrong (design, fact 12). */
const LOW_DEG: Edges = { bad: -20, good: -12 };
const HIGH_DEG: Edges = { bad: 19, good: 10 };
/** Degrees from the neutral (design, fact 12: "with one, 8 degrees can"). */
const MOVED_DEG: Edges = { bad: 8.5, good: 4 };
const TURNED_DEG: Edges = { bad: 37, good: 22 };
/** A label of the clips calls 15 to 20 degrees tilted. */
const TILTED_DEG: Edges = { bad: 18, good: 10 };
/** Light in the room, 1 being well lit; the darkest that people call dim is about 0.25. */
const DARK_LEVEL: Edges = { bad: 0.045, good: 0.2 };
/** Light from one direction only shows as such in this much light. */
const LIT_LEVEL: Edges = { bad: 0.4, good: 0.05 };
/** Of the face as the camera exposes it, on average: linear, 1 is the sensor's top. */
const EXPOSED: Edges = { bad: 1, good: 0.6 };
/** Degrees each way: a tablet held in the hand. */
const SHAKE_DEG: Edges = { bad: 1, good: 0.15 };
/** Standard deviation of the blur, picture widths: 3 px and 0.6 px of 480. */
const BLUR: Edges = { bad: 0.006, good: 0.0012 };
/** Walking begins in the middle of the picture: 1.5 interocular distances are behind after this. */
const WALKED_MS = 450;
/** Walking out: from here on nothing of the face is in the picture, in widths beyond the edge. */
const OUT_BY: Edges = { bad: 0.12, good: -0.12 };
/** As demo/sitter/movement.ts walks out. */
const LEAVE = { afterMs: 600, cmPerMs: 0.07 };

/** Which side of both edges; the edges' order tells the direction. */
function side(value: number, { bad, good }: Edges): Truth {
  const sign = Math.sign(bad - good);
  if (sign * value >= sign * bad) return 'bad';
  return sign * value <= sign * good ? 'good' : 'may';
}

const ORDER: readonly Truth[] = ['good', 'may', 'bad'];
const worst = (...all: readonly Truth[]): Truth =>
  ORDER[Math.max(...all.map((one) => ORDER.indexOf(one)))] ?? 'good';
const least = (...all: readonly Truth[]): Truth =>
  ORDER[Math.min(...all.map((one) => ORDER.indexOf(one)))] ?? 'good';
const unless = (another: boolean, truth: Truth): Truth =>
  another && truth === 'good' ? 'may' : truth;

export interface TruthOfMoment {
  readonly of: Readonly<Record<BenchedId, Truth>>;
  /** Of off-centre. */
  readonly direction: CueDirection | undefined;
}

export interface TruthOptions {
  readonly accompanied?: boolean;
  /** The microphone is off, and the sitter has begun a sentence since: `bad`. In the middle of one: `may`. */
  readonly unheard?: Truth;
  /** Degrees; null: without a neutral. */
  readonly neutralDeg?: number | null;
}

const NOTHING = Object.fromEntries(BENCHED_IDS.map((id) => [id, 'good'])) as Record<
  BenchedId,
  Truth
>;

export function truthAt(
  { situation, camera, movementSinceMs }: Moment,
  { widthPx, heightPx }: Picture,
  atMs: number,
  { accompanied = false, unheard = 'good', neutralDeg = null }: TruthOptions = {},
): TruthOfMoment {
  if (camera !== 'live') {
    // What held before may hold a moment longer: nobody knows.
    const of = Object.fromEntries(BENCHED_IDS.map((id) => [id, 'may'])) as typeof NOTHING;
    return { of: { ...of, 'camera-off': 'bad' }, direction: undefined };
  }
  if (situation.lensCovered) {
    const of = {
      ...NOTHING,
      'camera-covered': 'bad',
      'no-face': 'may',
      'too-dark': 'may',
    } as const;
    return { of, direction: undefined };
  }
  const gone = situation.present
    ? walkedOut(situation, widthPx / heightPx, atMs - movementSinceMs)
    : 'bad';
  if (gone !== 'good') {
    const light = lightTruth(situation, false);
    const of = { ...NOTHING, ...light, 'no-face': gone, 'off-centre': 'may', 'hold-still': 'may' };
    return { of: of as typeof NOTHING, direction: undefined };
  }
  const walking = situation.movement === 'walking-about' || situation.movement === 'walking-out';
  const place = placeTruth(situation, widthPx / heightPx);
  const close = side(place.iodOfShortSide, CLOSE);
  const turned = side(Math.abs(situation.yawDeg), TURNED_DEG);
  const tilted = side(Math.abs(situation.rollDeg), TILTED_DEG);
  const height = heightTruth(situation, neutralDeg);
  const unsure = turned !== 'good' || tilted !== 'good' || close !== 'good';
  const of = {
    ...NOTHING,
    ...lightTruth(situation, true),
    'no-face': unless(side(situation.lightLevel, DARK_LEVEL) === 'bad' || walking, 'good'),
    'too-far': side(place.iodOfShortSide, FAR),
    'too-close': close,
    'off-centre': unless(walking || close !== 'good', place.truth),
    'camera-too-low': unless(unsure && height.low !== 'good', height.low),
    'camera-too-high': unless(unsure && height.high !== 'good', height.high),
    'turned-away': turned,
    tilted,
    'hold-still': walkingTruth(situation, atMs - movementSinceMs),
    'camera-shaking': side(situation.cameraShakeDeg, SHAKE_DEG),
    'out-of-focus': side(situation.blurRatio, BLUR),
    'someone-else-in-view': companyTruth(situation, accompanied),
    'muted-while-talking': least(unheard, lipsTruth(situation)),
  } as const;
  return { of, direction: of['off-centre'] === 'bad' ? place.direction : undefined };
}

function lightTruth(situation: Situation, seen: boolean): Partial<Record<BenchedId, Truth>> {
  const { lightLevel, lightDirection } = situation;
  const dark = side(lightLevel, DARK_LEVEL);
  const lit = side(lightLevel, LIT_LEVEL);
  const sideways = lightDirection === 'left' || lightDirection === 'right';
  return {
    'too-dark': dark,
    backlit: lightDirection !== 'behind' ? 'good' : seen ? lit : unless(lit !== 'good', 'good'),
    'side-lit': !sideways ? 'good' : seen ? lit : 'good',
    'too-bright': seen ? side(lightOf(situation).face, EXPOSED) : 'good',
  };
}

/** What the picture shows across its shorter side, at the distance of the eyes. */
function shorterSideCm({ distanceCm, verticalFovDeg }: Situation): number {
  return 2 * distanceCm * Math.tan((verticalFovDeg / 360) * Math.PI);
}

function placeTruth(situation: Situation, aspect: number) {
  const heightCm = shorterSideCm(situation) / Math.min(1, aspect);
  const eyesY = 0.5 - situation.offsetYRatio;
  const hairY = eyesY - HAIR_ABOVE_EYES_CM / heightCm;
  const chinY = eyesY + CHIN_BELOW_EYES_CM / heightCm;
  const middleY = eyesY + MIDDLE_BELOW_EYES_CM / heightCm;
  const up = worst(
    least(side(hairY, { bad: 0.03, good: 0.1 }), side(middleY, { bad: 0.31, good: 0.38 })),
    side(middleY, { bad: 0.16, good: 0.23 }),
  );
  const down = worst(
    least(side(chinY, { bad: 0.97, good: 0.88 }), side(middleY, { bad: 0.65, good: 0.58 })),
    side(middleY, { bad: 0.75, good: 0.68 }),
  );
  const aside = side(Math.abs(situation.offsetXRatio), ASIDE);
  const sideways: CueDirection = situation.offsetXRatio > 0 ? 'left' : 'right';
  const direction: CueDirection = aside === 'bad' ? sideways : up === 'bad' ? 'up' : 'down';
  return {
    iodOfShortSide: interocularCm(headShapeOf(situation.headShape)) / shorterSideCm(situation),
    truth: worst(aside, up, down),
    direction,
  };
}

function heightTruth({ cameraElevationDeg, pitchDeg }: Situation, neutralDeg: number | null) {
  const deg = cameraElevationDeg - pitchDeg;
  if (neutralDeg === null) return { low: side(deg, LOW_DEG), high: side(deg, HIGH_DEG) };
  const moved = deg - neutralDeg;
  return { low: side(-moved, MOVED_DEG), high: side(moved, MOVED_DEG) };
}

function walkingTruth({ movement }: Situation, sinceMs: number): Truth {
  if (movement === 'walking-out') return 'may';
  if (movement !== 'walking-about') return 'good';
  return sinceMs >= WALKED_MS ? 'bad' : 'may';
}

/** Of no-face. */
function walkedOut(situation: Situation, aspect: number, sinceMs: number): Truth {
  if (situation.movement !== 'walking-out') return 'good';
  const widthCm = shorterSideCm(situation) * Math.max(1, aspect);
  const walkedCm = Math.max(0, sinceMs - LEAVE.afterMs) * LEAVE.cmPerMs;
  return side(situation.offsetXRatio + walkedCm / widthCm - 0.5, OUT_BY);
}

function companyTruth({ company }: Situation, accompanied: boolean): Truth {
  const near = company === 'behind' || company === 'beside' || company === 'child-on-lap';
  return near && !accompanied ? 'bad' : 'good';
}

/** Who covers the mouth, or turns aside, is left alone. */
function lipsTruth({ onFace, inHand, yawDeg }: Situation): Truth {
  if (onFace === 'mask' || inHand !== 'nothing') return 'good';
  return side(Math.abs(yawDeg), { bad: 18, good: TURNED_DEG.bad });
}

const TALKS: ReadonlySet<Situation['movement']> = new Set(['talking', 'gesturing']);

/** Camera frames come so often; evidence begins with one of them, whether it was looked at or not. */
export const FRAME_MS = 1000 / 30;

export interface TruthFrame extends TruthOfMoment {
  readonly atMs: number;
  readonly steady: boolean;
}

/** The truth of each camera frame. Bodies that cannot comply are never wrong. */
export function truthOf(scenario: Scenario): TruthFrame[] {
  const frames: TruthFrame[] = [];
  const { accompanied = false } = scenario;
  const neutralDeg = scenario.kind === 'neutral' ? (scenario.base.cameraElevationDeg ?? 0) : null;
  let unheard: Truth = 'good';
  let spoke = true;
  for (let frame = 0; frame * FRAME_MS < scenario.lengthMs; frame++) {
    const atMs = frame * FRAME_MS;
    const moment = momentAt(scenario, atMs);
    const speaks = speaksAt(scenario, atMs);
    // Who pauses longer than lips may be still is taken for silent until the next words: that is no flicker.
    const pauses = isMuted(scenario, atMs) && TALKS.has(moment.situation.movement) && !speaks;
    const steady = moment.steady && !pauses;
    if (!isMuted(scenario, atMs) || !TALKS.has(moment.situation.movement)) unheard = 'good';
    // From the first word of a sentence on, over the pauses between them.
    else if (unheard !== 'bad') unheard = speaks && !spoke ? 'bad' : 'may';
    spoke = speaks;
    if (scenario.kind === 'body') {
      const of = { ...NOTHING };
      for (const id of scenario.may ?? []) of[id] = 'may';
      frames.push({ atMs, steady, of, direction: undefined });
    } else {
      const known = { accompanied, unheard, neutralDeg };
      const truth = truthAt(moment, scenario.picture, atMs, known);
      frames.push({ atMs, steady, ...truth });
    }
  }
  return frames;
}
