import {
  actAt,
  type Head,
  headAt,
  observe,
  planInAnyOrder,
} from '../../../tests/unit/support/conversation.ts';
import { createRandom } from '../../../tests/unit/support/random.ts';
import type { CueId } from '../../../utils/cues/types.ts';
import type {
  FaceObservation,
  Observation,
  PictureObservation,
} from '../../../utils/observation.ts';
import type { CallScript } from './run-call.ts';

/** The kinds of call that are counted. */
export const KINDS = ['good', 'unmendable', 'lively', 'lively, nobody speaks'] as const;
export type Kind = (typeof KINDS)[number];

/** Long enough before the call for a picture that "was good for a minute". */
const WAITING_MS = 90_000;
const CALL_MS = 20 * 60_000;
/** What a patient does in a lively call begins so soon, and ends so long before the end. */
const FIRST_ACT_MS = 10_000;
const LAST_ACT_MS = 10_000;

/** Six that can hold at once, since none hides another. */
export const UNMENDABLE: readonly CueId[] = [
  'too-dark',
  'too-far',
  'off-centre',
  'turned-away',
  'tilted',
  'camera-shaking',
];

export function scriptOf(kind: Kind, seed: number): CallScript {
  const isLively = kind.startsWith('lively');
  const see = seeing(seed, isLively);
  return {
    seed,
    waitingMs: WAITING_MS,
    callMs: CALL_MS,
    see: kind === 'unmendable' ? (atMs, speaks) => spoilt(see(atMs, speaks)) : see,
    ...(kind === 'lively, nobody speaks' && { nobodySpeaks: true }),
  };
}

/** One who sits and talks, in a lively call with all that patients do besides. */
function seeing(seed: number, isLively: boolean): CallScript['see'] {
  const random = createRandom(seed + 0x5eed);
  /** Everybody sways in their own time. */
  const phaseS = random.between(0, 200);
  const fromS = (WAITING_MS + FIRST_ACT_MS) / 1000;
  const toS = (WAITING_MS + CALL_MS - LAST_ACT_MS) / 1000;
  const acts = isLively ? planInAnyOrder(random, fromS, toS) : [];
  const inTime = acts.map((act) => ({
    ...act,
    fromS: act.fromS + phaseS,
    toS: act.toS + phaseS,
  }));
  let before: Head | null = null;
  return (atMs, ownSpeaks) => {
    const atS = atMs / 1000 + phaseS;
    const head = headAt(atS, actAt(inTime, atS), ownSpeaks, random);
    const observation = observe(atMs, head, before, random);
    before = head;
    return observation;
  };
}

/** In the dark, far off, at the side, turned and leaning now more, now less, the tablet in the hand. */
function spoilt(observation: Observation): Observation {
  const { capturedAtMs, picture, faces } = observation;
  if (!picture || !faces) return observation;
  return {
    ...observation,
    picture: { ...picture, ...IN_THE_DARK, ...shaken(capturedAtMs) },
    faces: faces.map((face) => spoiltFace(face, capturedAtMs)),
  };
}

const IN_THE_DARK: Partial<PictureObservation> = {
  meanLuma: 35,
  structureLuma: 12,
  backgroundLuminance: 0.01,
  backgroundBrightLuminance: 0.03,
};
const DARK_FACE = 0.02;
const DARK_EYE_WHITE = 0.03;
/** About a metre and a half away. */
const FAR_AWAY = 0.45;
const ASIDE = 0.3;
/** A turn or a tilt that stays the same for a minute is the person's own: these go to and fro. */
const TO_AND_FRO_MS = 25_000;
const TURN_DEG = { middle: 55, swing: 15 };
const TILT_DEG = { middle: 29, swing: 11 };

function spoiltFace(face: FaceObservation, atMs: number): FaceObservation {
  const swing = Math.sin((2 * Math.PI * atMs) / TO_AND_FRO_MS);
  const { box, eyes, luminance } = face;
  const light = Object.keys(luminance).map((part) => [part, DARK_FACE]);
  return {
    ...face,
    box: {
      x: box.x + ASIDE,
      y: box.y + 0.2 * box.height,
      width: box.width * FAR_AWAY,
      height: box.height * FAR_AWAY,
    },
    eyes: { x: eyes.x + ASIDE, y: eyes.y },
    iodRatio: face.iodRatio * FAR_AWAY,
    distanceCm: face.distanceCm / FAR_AWAY,
    cameraAzimuthDeg: TURN_DEG.middle + TURN_DEG.swing * swing,
    rollDeg: TILT_DEG.middle + TILT_DEG.swing * swing,
    luminance: Object.fromEntries(light) as unknown as FaceObservation['luminance'],
    eyeWhiteLuminance: DARK_EYE_WHITE,
  };
}

/** Picture widths that a hand moves a tablet from look to look; a camera that stands: 0.001. */
const HAND_RATIO = 0.012;

function shaken(atMs: number) {
  const xRatio = HAND_RATIO * (1 + 0.3 * Math.sin(atMs / 700));
  return { shift: { xRatio, yRatio: HAND_RATIO / 2 } };
}
