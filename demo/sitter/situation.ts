import type { SkinTone } from './monk-tones.ts';

/**
 * How the sitter sits: the whole truth of a picture, in units, as one flat plain object.
 *
 * Directions are the person's own (left is the sitter's left, which is the right of an unmirrored
 * picture). Angles follow the face's own axes: x to the sitter's left, y up, z out of the face.
 */
export interface Situation {
  /** Above (+) or below (-) the eyes, seen from eyes that look straight ahead. */
  cameraElevationDeg: number;
  /** The head turned to the sitter's left (+) or right (-), away from facing the camera's side. */
  yawDeg: number;
  /** The face turned up (+) or down (-). The camera seen from the head is then at elevation - pitch. */
  pitchDeg: number;
  /** The head tilted toward the sitter's right shoulder (+) or left (-); the body comes along beyond 45. */
  rollDeg: number;
  /** From the camera to the middle between the eyes. */
  distanceCm: number;
  /** How much the camera sees across the shorter side of its picture: its height, unless portrait. */
  verticalFovDeg: number;
  /**
   * Where the eyes are in the picture, as a share of its width from the middle; + is the sitter's
   * left. The camera is aimed past the sitter: distance and camera elevation stay what they say.
   */
  offsetXRatio: number;
  /** As a share of the picture's height from the middle; + is up. */
  offsetYRatio: number;
  /** 1 is a well-lit room, 0.2 dim, 0.02 dark; above 4 a lamp or the sun shines into the face. */
  lightLevel: number;
  lightDirection: LightDirection;
  /** Share of light that the wall behind reflects: 0.05 dark, 0.35 usual, 0.8 white. */
  backgroundReflectance: number;
  skinTone: SkinTone;
  /** Whose head it is: 0 the average one, the others as different as people are (head-shapes.ts). */
  headShape: number;
  hair: Hair;
  eyewear: Eyewear;
  /** Share of the glasses that a reflection of light covers. */
  glareRatio: number;
  onFace: OnFace;
  movement: Movement;
  /** Of `tremor`: swings a second, and centimetres from one end of the swing to the other. */
  tremorHz: number;
  tremorCm: number;
  /** Who else, or whose picture, the camera sees. */
  company: Company;
  /** false: the chair is empty. */
  present: boolean;
  /** A lid or a finger over the lens; the camera itself goes on. */
  lensCovered: boolean;
  /** Something held before the mouth, or a hand over most of the face. */
  inHand: InHand;
  /** How far the camera itself shakes, each way (a phone in the hand, a wobbling table). */
  cameraShakeDeg: number;
  /** Blur by the lens (out of focus, smeared): its standard deviation in widths of the picture. */
  blurRatio: number;
  /** `background`: the wall is sharp and only people are blurred. */
  focusOn: FocusOn;
  /** Level of the sitter's voice in the microphone while talking. */
  speechLevelDbfs: number;
  /** Level of the room's noise in the microphone. */
  roomNoiseDbfs: number;
}

export const LIGHT_DIRECTIONS = ['front', 'behind', 'left', 'right', 'top', 'screen'] as const;
/**
 * Where the light comes from, seen from the sitter; `behind` is a bright window at the back,
 * `screen` the computer's screen alone in a dim room.
 */
export type LightDirection = (typeof LIGHT_DIRECTIONS)[number];

export const MOVEMENTS = [
  'still',
  'talking',
  'gesturing',
  'nodding',
  'reading',
  'chewing',
  'yawning',
  'counting',
  'rocking',
  'tremor',
  'walking-about',
  'walking-out',
] as const;
export type Movement = (typeof MOVEMENTS)[number];

export const HAIRS = ['bob', 'short', 'none', 'long', 'headscarf'] as const;
export type Hair = (typeof HAIRS)[number];

export const EYEWEARS = ['none', 'glasses', 'dark-glasses', 'eye-patch'] as const;
export type Eyewear = (typeof EYEWEARS)[number];

export const ON_FACES = ['nothing', 'mask', 'nasal-tube'] as const;
export type OnFace = (typeof ON_FACES)[number];

export const COMPANIES = [
  'nobody',
  'behind',
  'beside',
  'child-on-lap',
  'far-behind',
  'poster',
  'shirt-print',
] as const;
/** `poster` and `shirt-print` are printed faces: nobody, though a detector may see a face. */
export type Company = (typeof COMPANIES)[number];

export const IN_HAND = ['nothing', 'hand', 'cup', 'hand-before-face'] as const;
export type InHand = (typeof IN_HAND)[number];

export const FOCUS_ON = ['face', 'background'] as const;
export type FocusOn = (typeof FOCUS_ON)[number];

/** A sitter about whom a coach has nothing to say. */
export const GOOD_SITUATION: Readonly<Situation> = {
  cameraElevationDeg: 0,
  yawDeg: 0,
  pitchDeg: 0,
  rollDeg: 0,
  distanceCm: 60,
  verticalFovDeg: 40,
  offsetXRatio: 0,
  offsetYRatio: 0.08,
  lightLevel: 1,
  lightDirection: 'front',
  backgroundReflectance: 0.35,
  skinTone: 4,
  headShape: 0,
  hair: 'bob',
  eyewear: 'none',
  glareRatio: 0,
  onFace: 'nothing',
  movement: 'still',
  tremorHz: 5,
  tremorCm: 1,
  company: 'nobody',
  present: true,
  lensCovered: false,
  inHand: 'nothing',
  cameraShakeDeg: 0,
  blurRatio: 0,
  focusOn: 'face',
  speechLevelDbfs: -24,
  roomNoiseDbfs: -62,
};

/** Smallest and largest sensible value of each number; beyond them the picture means nothing. */
export const RANGES = {
  cameraElevationDeg: [-60, 60],
  yawDeg: [-90, 90],
  pitchDeg: [-60, 60],
  rollDeg: [-100, 100],
  distanceCm: [20, 400],
  verticalFovDeg: [30, 60],
  offsetXRatio: [-0.6, 0.6],
  offsetYRatio: [-0.6, 0.6],
  lightLevel: [0, 8],
  backgroundReflectance: [0, 0.95],
  skinTone: [1, 10],
  headShape: [0, 9],
  glareRatio: [0, 1],
  tremorHz: [4, 6],
  tremorCm: [0, 2],
  cameraShakeDeg: [0, 10],
  blurRatio: [0, 0.02],
  speechLevelDbfs: [-90, -3],
  roomNoiseDbfs: [-90, -3],
} as const satisfies Partial<Record<keyof Situation, readonly [number, number]>>;

const CHOICES = {
  lightDirection: LIGHT_DIRECTIONS,
  hair: HAIRS,
  eyewear: EYEWEARS,
  onFace: ON_FACES,
  movement: MOVEMENTS,
  company: COMPANIES,
  inHand: IN_HAND,
  focusOn: FOCUS_ON,
} as const;

/** Numbers that name one of several; there is nothing between two of them. */
const WHOLE = ['skinTone', 'headShape'] as const;

export type NumberField = keyof typeof RANGES;
type ChoiceField = keyof typeof CHOICES;

const isNumberField = (key: string): key is NumberField => Object.hasOwn(RANGES, key);
const isWholeField = (key: NumberField): key is (typeof WHOLE)[number] =>
  (WHOLE as readonly NumberField[]).includes(key);
const isChoiceField = (key: string): key is ChoiceField => Object.hasOwn(CHOICES, key);

/**
 * Reads one field from anything (a query's text, an input's value, a test's value).
 * @throws RangeError on an unknown field or a value outside its range: a test with a slip in it
 * must not run on quietly with another situation than it names.
 */
export function readField(key: string, value: unknown): Partial<Situation> {
  if (isNumberField(key)) {
    const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
    const [min, max] = RANGES[key];
    if (!(number >= min && number <= max)) throw new RangeError(`${key}: ${String(value)}`);
    if (isWholeField(key) && !Number.isInteger(number)) {
      throw new RangeError(`${key}: ${number}`);
    }
    return { [key]: number };
  }
  if (isChoiceField(key)) {
    if (!(CHOICES[key] as readonly unknown[]).includes(value)) {
      throw new RangeError(`${key}: ${String(value)}`);
    }
    return { [key]: value };
  }
  if (Object.hasOwn(GOOD_SITUATION, key)) {
    if (value === true || value === 'true' || value === '1') return { [key]: true };
    if (value === false || value === 'false' || value === '0') return { [key]: false };
    throw new RangeError(`${key}: ${String(value)}`);
  }
  throw new RangeError(`no such field: ${key}`);
}

/** Changes a situation; what is not named stays. @throws RangeError as {@link readField}. */
export function withChanges(from: Situation, changes: Partial<Situation>): Situation {
  const next = { ...from };
  for (const [key, value] of Object.entries(changes)) Object.assign(next, readField(key, value));
  return next;
}

/** The situation that a page's address asks for: `?distanceCm=120&lightDirection=behind`. */
export function situationOfQuery(query: URLSearchParams): Situation {
  let situation: Situation = { ...GOOD_SITUATION };
  for (const [key, value] of query) {
    if (Object.hasOwn(GOOD_SITUATION, key)) {
      situation = { ...situation, ...readField(key, value) };
    }
  }
  return situation;
}

/** Between two situations: numbers go evenly (`share` 0 to 1), all else changes at once. */
export function between(from: Situation, to: Situation, share: number): Situation {
  const mixed: Situation = { ...to };
  for (const key of Object.keys(RANGES) as NumberField[]) {
    if (isWholeField(key)) continue;
    mixed[key] = from[key] + (to[key] - from[key]) * share;
  }
  return mixed;
}
