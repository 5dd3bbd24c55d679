import { EYES_CM, OUTER_EYE_CORNER_CM } from './face-regions.ts';

/**
 * How a head differs from the canonical one. Factors and centimetres stay within what adults differ
 * by (anthropometric tables: about 8 % either way in width and length, 5 % in the eyes' distance).
 */
export interface HeadShape {
  /** Factors: of the whole head's width; of the face's length below and above the eyes. */
  width: number;
  length: number;
  forehead: number;
  /** Factor on the width at the chin, from the mouth down. */
  jaw: number;
  /** Factor on the distance between the eyes. */
  eyes: number;
  /** Tip of the nose, further down and further out. */
  noseDownCm: number;
  noseOutCm: number;
  /** Cheeks rounder (+) or hollow (-). */
  cheeksCm: number;
  /** Lines of age, 0 to 1. */
  lines: number;
  hair: string;
}

const CANONICAL: HeadShape = {
  width: 1,
  length: 1,
  forehead: 1,
  jaw: 1,
  eyes: 1,
  noseDownCm: 0,
  noseOutCm: 0,
  cheeksCm: 0,
  lines: 0,
  hair: '#3d2b20',
};

/** `headShape` of a situation is a place in this list. */
export const HEAD_SHAPES: readonly HeadShape[] = [
  CANONICAL,
  // Wide and short.
  { ...CANONICAL, width: 1.08, length: 0.95, eyes: 1.04, hair: '#1f1916' },
  // Narrow and long.
  { ...CANONICAL, width: 0.93, length: 1.08, forehead: 1.04, eyes: 0.97, hair: '#6b4a2e' },
  // Narrow jaw, eyes far apart.
  { ...CANONICAL, jaw: 0.84, eyes: 1.05, noseDownCm: -0.2, hair: '#8a6136' },
  // Broad jaw, eyes near each other.
  { ...CANONICAL, width: 1.02, jaw: 1.12, length: 1.03, eyes: 0.96, hair: '#2a2019' },
  // Long nose, low forehead.
  { ...CANONICAL, forehead: 0.94, noseDownCm: 0.7, noseOutCm: 0.5, hair: '#4a2f22' },
  // Short nose, high forehead.
  { ...CANONICAL, forehead: 1.08, noseDownCm: -0.5, noseOutCm: -0.3, eyes: 1.02, hair: '#75706b' },
  // Like a child's.
  {
    ...CANONICAL,
    length: 0.92,
    forehead: 1.08,
    jaw: 0.88,
    eyes: 0.95,
    noseDownCm: -0.5,
    noseOutCm: -0.6,
    cheeksCm: 0.3,
    hair: '#7a5634',
  },
  // Heavy cheeks.
  { ...CANONICAL, width: 1.05, jaw: 1.1, cheeksCm: 0.8, eyes: 1.01, lines: 0.3, hair: '#3a2d26' },
  // Old and gaunt.
  {
    ...CANONICAL,
    width: 0.95,
    length: 1.05,
    jaw: 0.96,
    eyes: 0.96,
    noseDownCm: 0.4,
    noseOutCm: 0.3,
    cheeksCm: -0.6,
    lines: 1,
    hair: '#a8a39c',
  },
];

export function headShapeOf(number: number): HeadShape {
  return HEAD_SHAPES[number] ?? CANONICAL;
}

const MOUTH_Y = -4.3;
const CHIN_Y = -9.4;
const bump = (value: number, middle: number, width: number): number =>
  Math.exp(-(((value - middle) / width) ** 2));
const ramp = (value: number, from: number, to: number): number => {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
};

/**
 * Moves a point of the canonical head (cm) to where it is on this one. Smooth, alike on both sides,
 * and the middle between the eyes stays where it is.
 */
export function deform(shape: HeadShape, point: { x: number; y: number; z: number }): void {
  const { x, y, z } = point;
  const fromEyes = y - EYES_CM.y;
  const front = ramp(z, -2, 2.5);
  const atEyes = bump(y, EYES_CM.y, 2.4) * bump(Math.abs(x), 3.1, 2.6) * front;
  const atJaw = ramp(y, MOUTH_Y + 2, CHIN_Y);
  const atNose = bump(x, 0, 1.7) * bump(y, -1.3, 2) * front;
  const atCheek = bump(Math.abs(x), 5, 2.2) * bump(y, -3, 2.8) * ramp(z, -3, 2);
  const width = shape.width + (shape.eyes - shape.width) * atEyes;
  point.x +=
    x * (width * (1 + (shape.jaw - 1) * atJaw) - 1) + Math.sign(x) * shape.cheeksCm * atCheek;
  point.y +=
    fromEyes * ((fromEyes < 0 ? shape.length : shape.forehead) - 1) - shape.noseDownCm * atNose;
  point.z += shape.noseOutCm * atNose + 0.6 * shape.cheeksCm * atCheek;
}

/** Outer eye corner to outer eye corner on this head. */
export function interocularCm(shape: HeadShape): number {
  const corner: { x: number; y: number; z: number } = { ...OUTER_EYE_CORNER_CM };
  deform(shape, corner);
  return 2 * corner.x;
}
