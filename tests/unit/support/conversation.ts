import type { Levels } from '../../../utils/cues/arbiter/speech.ts';
import type { FaceObservation, Observation } from '../../../utils/observation.ts';
import { createRandom, type Random } from './random.ts';

/**
 * A video visit as numbers: what vision and the level meters would say of twenty minutes in which a
 * patient does what patients do. Nothing in it is wrong, so nothing in it may bring a tip.
 */
export type Activity =
  | 'sitting'
  | 'drinking'
  | 'reading-a-list'
  | 'hands-before-face'
  | 'showing-the-throat'
  | 'gesturing'
  | 'standing-up'
  | 'walking'
  | 'sitting-down';

export interface Moment {
  readonly atMs: number;
  readonly activity: Activity;
  readonly observation: Observation;
  readonly levels: Levels;
}

export interface ConversationOptions {
  readonly seed: number;
  readonly lengthS?: number;
  /** How often the coach looks: 4 a second. */
  readonly stepMs?: number;
}

/** Where the head is, for a camera at the origin: cm to the picture's right, down, and away from it. */
export interface Head {
  readonly xCm: number;
  readonly yCm: number;
  readonly zCm: number;
  readonly yawDeg: number;
  readonly pitchDeg: number;
  readonly rollDeg: number;
  readonly found: boolean;
}

export interface Act {
  readonly activity: Activity;
  readonly fromS: number;
  readonly toS: number;
}

/** Sizes of a grown head, and the vertical field of view that MediaPipe assumes. */
const EYE_CORNERS_CM = 9;
const FACE_WIDTH_CM = 14;
const FACE_HEIGHT_CM = 19;
const FIELD_OF_VIEW_DEG = 63;
const WIDTH_PX = 1280;
const HEIGHT_PX = 720;

/** A laptop a little below the eyes, as on most tables. */
const CAMERA_ELEVATION_DEG = -4;

const QUIET_DBFS = -60;
const VOICE_DBFS = -28;

export function conversation({
  seed,
  lengthS = 20 * 60,
  stepMs = 250,
}: ConversationOptions): readonly Moment[] {
  const random = createRandom(seed);
  const acts = plan(random, lengthS);
  const talk = plan2Sides(random, lengthS);
  const moments: Moment[] = [];
  let before: Head | null = null;
  for (let atMs = 0; atMs < lengthS * 1000; atMs += stepMs) {
    const atS = atMs / 1000;
    const act = actAt(acts, atS);
    const own = talk.own(atS);
    const head: Head = headAt(atS, act, own, random);
    moments.push({
      atMs,
      activity: act?.activity ?? 'sitting',
      observation: observe(atMs, head, before, random),
      levels: {
        atMs,
        ownDbfs: levelOf(own, random),
        farDbfs: levelOf(talk.far(atS), random),
      },
    });
    before = head;
  }
  return moments;
}

export function actAt(acts: readonly Act[], atS: number): Act | undefined {
  return acts.find(({ fromS, toS }) => atS >= fromS && atS < toS);
}

type Part = readonly [Activity, number];

/** Everything that a patient does, each time as long as it takes. */
function everything(random: Random): readonly (readonly Part[])[] {
  return [
    [['drinking', random.between(4, 7)]],
    [['reading-a-list', 20]],
    [['hands-before-face', random.between(2, 5)]],
    [['showing-the-throat', random.between(15, 25)]],
    [['gesturing', random.between(5, 20)]],
    [['drinking', random.between(4, 7)]],
    [
      ['standing-up', 4],
      ['walking', random.between(15, 25)],
      ['sitting-down', 4],
    ],
    [['gesturing', random.between(5, 20)]],
    [['reading-a-list', 20]],
    [['hands-before-face', random.between(2, 5)]],
    [['showing-the-throat', random.between(10, 20)]],
    [['drinking', random.between(4, 7)]],
  ];
}

/** Nobody does two things at once, but for the least time between them. */
const BETWEEN_ACTS_AT_LEAST_S = 8;

/** Everything that a patient does, in any order, near together and far apart, from `fromS` on. */
export function planInAnyOrder(random: Random, fromS: number, toS: number): readonly Act[] {
  const all = everything(random)
    .map((parts) => ({ parts, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ parts }) => parts);
  const lengthS = (parts: readonly Part[]) => parts.reduce((sum, [, forS]) => sum + forS, 0);
  const busyS = all.reduce((sum, parts) => sum + lengthS(parts) + BETWEEN_ACTS_AT_LEAST_S, 0);
  // Exponential gaps: some follow at once, some after minutes.
  const shares = [...all, []].map(() => -Math.log(1 - random.next()));
  const sum = shares.reduce((a, b) => a + b, 0);
  const acts: Act[] = [];
  let atS = fromS;
  all.forEach((parts, i) => {
    atS += BETWEEN_ACTS_AT_LEAST_S + ((toS - fromS - busyS) * (shares[i] ?? 0)) / sum;
    for (const [activity, forS] of parts) {
      acts.push({ activity, fromS: atS, toS: atS + forS });
      atS += forS;
    }
  });
  return acts;
}

/** When the patient does what: each at its minute, give or take. */
function plan(random: Random, lengthS: number): readonly Act[] {
  const acts: Act[] = [];
  const add = (minute: number, ...parts: readonly Part[]) => {
    let fromS = minute * 60 + random.between(-15, 15);
    for (const [activity, forS] of parts) {
      acts.push({ activity, fromS, toS: fromS + forS });
      fromS += forS;
    }
  };
  add(2, ['drinking', random.between(4, 7)]);
  add(3.5, ['reading-a-list', 20]);
  add(5, ['hands-before-face', random.between(2, 5)]);
  add(6.5, ['showing-the-throat', random.between(15, 25)]);
  add(7.5, ['gesturing', random.between(5, 20)]);
  add(8.5, ['drinking', random.between(4, 7)]);
  add(10, ['standing-up', 4], ['walking', random.between(15, 25)], ['sitting-down', 4]);
  add(13, ['reading-a-list', 20]);
  add(15, ['hands-before-face', random.between(2, 5)]);
  add(16.5, ['showing-the-throat', random.between(10, 20)]);
  add(18.5, ['drinking', random.between(4, 7)]);
  return acts.filter(({ toS }) => toS < lengthS);
}

/** Turns of 2 to 20 s, mostly with no gap to speak of, at times with both silent for some seconds. */
function plan2Sides(random: Random, lengthS: number) {
  const turns: { readonly own: boolean; readonly fromS: number; readonly toS: number }[] = [];
  let fromS = 0;
  let own = false;
  while (fromS < lengthS) {
    const toS = fromS + random.between(2, 20);
    turns.push({ own, fromS, toS });
    const overlapOrGap = random.next() < 0.2 ? random.between(1.5, 4) : random.between(-0.4, 0.6);
    fromS = toS + overlapOrGap;
    own = !own;
  }
  const speaks = (side: boolean) => (atS: number) =>
    turns.some((turn) => turn.own === side && atS >= turn.fromS && atS < turn.toS);
  return { own: speaks(true), far: speaks(false) };
}

function levelOf(speaks: boolean, random: Random): number {
  return speaks ? VOICE_DBFS + random.noise(4) : QUIET_DBFS + random.noise(1.5);
}

export function headAt(atS: number, act: Act | undefined, speaking: boolean, random: Random): Head {
  // Everybody sways a little and nods; who speaks, more.
  const lively = speaking ? 1.6 : 1;
  const sitting: Head = {
    xCm: 1.5 * Math.sin(atS / 17) + random.noise(0.15),
    yCm: -2 + 0.6 * Math.sin(atS / 11) + random.noise(0.15),
    zCm: 58 + 3 * Math.sin(atS / 29) + random.noise(0.3),
    yawDeg: lively * (5 * Math.sin(atS / 5) + random.noise(1)),
    pitchDeg: lively * (3 * Math.sin(atS * 1.3) + random.noise(1)),
    rollDeg: lively * (2 * Math.sin(atS / 7) + random.noise(0.5)),
    found: true,
  };
  if (!act) return sitting;
  const intoS = atS - act.fromS;
  const leftS = act.toS - atS;
  /** 0 at the ends, 1 from a second and a half in: nobody jumps. */
  const there = Math.min(1, intoS / 1.5, leftS / 1.5);
  const change = (to: Partial<Head>): Head => {
    const mix = (from: number, target = from) => from + (target - from) * there;
    return {
      xCm: mix(sitting.xCm, to.xCm),
      yCm: mix(sitting.yCm, to.yCm),
      zCm: mix(sitting.zCm, to.zCm),
      yawDeg: mix(sitting.yawDeg, to.yawDeg),
      pitchDeg: mix(sitting.pitchDeg, to.pitchDeg),
      rollDeg: mix(sitting.rollDeg, to.rollDeg),
      found: to.found ?? true,
    };
  };
  switch (act.activity) {
    case 'sitting':
      return sitting;
    case 'drinking':
      // The head goes back, and the cup hides the face for the while in which it is up.
      return change({ pitchDeg: -18, zCm: 62, found: there < 1 });
    case 'reading-a-list':
      return change({
        pitchDeg: 34 + random.noise(2),
        yCm: 3,
        zCm: 55,
        found: random.next() > 0.15,
      });
    case 'hands-before-face':
      return change({ found: there < 0.6 });
    case 'showing-the-throat':
      return change({ zCm: 24 + random.noise(0.5), yCm: 1, pitchDeg: -14, xCm: 1 });
    case 'gesturing':
      // The hands pass before the face now and then; the head goes with them.
      return {
        ...sitting,
        xCm: sitting.xCm + 4 * Math.sin(intoS * 4),
        yawDeg: sitting.yawDeg + 12 * Math.sin(intoS * 2.5),
        found: random.next() > 0.08,
      };
    case 'standing-up':
      return change({ yCm: -55, zCm: 70, found: intoS < 1 });
    case 'walking': {
      const stepsCm = 60 * Math.sin((intoS * Math.PI) / 3);
      const away = {
        xCm: stepsCm,
        yCm: -35,
        zCm: 260,
        yawDeg: 25 * Math.cos((intoS * Math.PI) / 3),
      };
      return { ...sitting, ...away, found: random.next() > 0.3 };
    }
    case 'sitting-down':
      return change({ yCm: -55, zCm: 70, found: leftS < 1 });
  }
}

export function observe(
  atMs: number,
  head: Head,
  before: Head | null,
  random: Random,
): Observation {
  const movedCm = before ? Math.hypot(head.xCm - before.xCm, head.yCm - before.yCm) : 0;
  const near = Math.min(1, 50 / head.zCm);
  return {
    capturedAtMs: atMs,
    camera: 'live',
    picture: {
      widthPx: WIDTH_PX,
      heightPx: HEIGHT_PX,
      meanLuma: 118 + random.noise(1),
      spreadLuma: 48 + random.noise(1),
      structureLuma: 40 + random.noise(1),
      brightClippedRatio: 0.01,
      darkClippedRatio: 0.01,
      focus: null,
      noiseLuma: 1.4 + random.noise(0.1),
      // The camera stands.
      shift: before ? { xRatio: random.noise(0.0004), yRatio: random.noise(0.0004) } : null,
      changeLuma: before ? 0.8 + near * Math.min(20, movedCm) + Math.abs(random.noise(0.2)) : null,
      backgroundLuminance: 0.2 + random.noise(0.005),
      backgroundBrightLuminance: 0.38 + random.noise(0.01),
    },
    faces: head.found ? [faceOf(head, random)] : [],
    others: null,
    person: null,
    call: null,
  };
}

function faceOf(head: Head, random: Random): FaceObservation {
  // A pinhole: one cm at one cm away, in picture heights and in picture widths.
  const perHeight = 0.5 / Math.tan((FIELD_OF_VIEW_DEG * Math.PI) / 360);
  const perWidth = (perHeight * HEIGHT_PX) / WIDTH_PX;
  const eyes = {
    x: 0.5 + (perWidth * head.xCm) / head.zCm,
    y: 0.5 + (perHeight * head.yCm) / head.zCm,
  };
  const width = (perWidth * FACE_WIDTH_CM) / head.zCm;
  const height = (perHeight * FACE_HEIGHT_CM) / head.zCm;
  const skin = 0.3 + random.noise(0.005);
  return {
    box: { x: eyes.x - width / 2, y: eyes.y - 0.4 * height, width, height },
    eyes,
    iodRatio: (perWidth * EYE_CORNERS_CM) / head.zCm,
    distanceCm: head.zCm,
    yawDeg: head.yawDeg,
    pitchDeg: head.pitchDeg,
    rollDeg: head.rollDeg,
    cameraElevationDeg: CAMERA_ELEVATION_DEG + head.pitchDeg,
    cameraAzimuthDeg: -head.yawDeg,
    luminance: { face: skin, leftCheek: skin * 0.97, rightCheek: skin },
    eyeWhiteLuminance: 0.45 + random.noise(0.02),
    lipGapIod: 0.01,
    clippedRatio: 0.005,
    focus: 0.85 + random.noise(0.04),
  };
}
