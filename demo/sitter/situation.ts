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
  /** The head tilted toward the sitter's right shoulder (+) or left (-). */
  rollDeg: number;
  /** From the camera to the middle between the eyes. */
  distanceCm: number;
  /**
   * Where the eyes are in the picture, as a share of its width from the middle; + is the sitter's
   * left. The camera is aimed past the sitter: distance and camera elevation stay what they say.
   */
  offsetXRatio: number;
  /** As a share of the picture's height from the middle; + is up. */
  offsetYRatio: number;
  /** 1 is a well-lit room, 0.2 dim, 0.02 dark, 4 far too bright. */
  lightLevel: number;
  lightDirection: LightDirection;
  /** Share of light that the wall behind reflects: 0.05 dark, 0.35 usual, 0.8 white. */
  backgroundReflectance: number;
  skinTone: SkinTone;
  movement: Movement;
  /** A second person sits behind the sitter's left shoulder. */
  secondPerson: boolean;
  /** false: the chair is empty. */
  present: boolean;
  /** A lid or a finger over the lens; the camera itself goes on. */
  lensCovered: boolean;
  /** Something held before the mouth. */
  inHand: 'nothing' | 'hand' | 'cup';
  /** How far the camera itself shakes, each way (a phone in the hand, a wobbling table). */
  cameraShakeDeg: number;
  /** Level of the sitter's voice in the microphone while talking. */
  speechLevelDbfs: number;
  /** Level of the room's noise in the microphone. */
  roomNoiseDbfs: number;
}

export const LIGHT_DIRECTIONS = ['front', 'behind', 'left', 'right', 'top'] as const;
/** Where the light comes from, seen from the sitter; `behind` is a bright window at the back. */
export type LightDirection = (typeof LIGHT_DIRECTIONS)[number];

export const MOVEMENTS = ['still', 'talking', 'nodding', 'walking-about', 'walking-out'] as const;
export type Movement = (typeof MOVEMENTS)[number];

export const IN_HAND = ['nothing', 'hand', 'cup'] as const;

/** A sitter about whom a coach has nothing to say. */
export const GOOD_SITUATION: Readonly<Situation> = {
  cameraElevationDeg: 0,
  yawDeg: 0,
  pitchDeg: 0,
  rollDeg: 0,
  distanceCm: 60,
  offsetXRatio: 0,
  offsetYRatio: 0.08,
  lightLevel: 1,
  lightDirection: 'front',
  backgroundReflectance: 0.35,
  skinTone: 4,
  movement: 'still',
  secondPerson: false,
  present: true,
  lensCovered: false,
  inHand: 'nothing',
  cameraShakeDeg: 0,
  speechLevelDbfs: -24,
  roomNoiseDbfs: -62,
};

/** Smallest and largest sensible value of each number; beyond them the picture means nothing. */
export const RANGES = {
  cameraElevationDeg: [-60, 60],
  yawDeg: [-90, 90],
  pitchDeg: [-60, 60],
  rollDeg: [-60, 60],
  distanceCm: [20, 400],
  offsetXRatio: [-0.6, 0.6],
  offsetYRatio: [-0.6, 0.6],
  lightLevel: [0, 8],
  backgroundReflectance: [0, 0.95],
  skinTone: [1, 10],
  cameraShakeDeg: [0, 10],
  speechLevelDbfs: [-90, -3],
  roomNoiseDbfs: [-90, -3],
} as const satisfies Partial<Record<keyof Situation, readonly [number, number]>>;

const CHOICES = {
  lightDirection: LIGHT_DIRECTIONS,
  movement: MOVEMENTS,
  inHand: IN_HAND,
} as const;

export type NumberField = keyof typeof RANGES;
type ChoiceField = keyof typeof CHOICES;

const isNumberField = (key: string): key is NumberField => Object.hasOwn(RANGES, key);
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
    if (key === 'skinTone' && !Number.isInteger(number)) throw new RangeError(`${key}: ${number}`);
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
    if (key === 'skinTone') continue;
    mixed[key] = from[key] + (to[key] - from[key]) * share;
  }
  return mixed;
}
