import { headShapeOf, interocularCm } from '../../../../demo/sitter/head-shapes.ts';
import type { SkinTone } from '../../../../demo/sitter/monk-tones.ts';
import { GOOD_SITUATION, type Situation } from '../../../../demo/sitter/situation.ts';
import { createRandom, type Random } from '../../../../tests/unit/support/random.ts';
import type { Picture } from '../scenario.ts';
import { truthAt } from '../truth.ts';

export interface Draw {
  readonly random: Random;
  /** Counts the scenarios of a set: what must be spread evenly (skin tones, head shapes) goes by it. */
  readonly index: number;
  readonly picture: Picture;
}

/** @param wide 16:9 only: elsewhere what is beside the person is out of the picture */
export function drawFor(seed: number, index: number, wide = false): Draw {
  const random = createRandom(seed * 7919 + index * 104_729);
  return { random, index, picture: drawPicture(random, wide) };
}

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random.next() * from.length)] as T;
}

/** Most cameras give 16:9 and not much of it; large pictures are dear to draw, so they are few. */
const SIZES = [
  { share: 0.62, widthPx: 640, heightPx: 360 },
  { share: 0.14, widthPx: 640, heightPx: 480 },
  { share: 0.14, widthPx: 480, heightPx: 640 },
  { share: 0.06, widthPx: 960, heightPx: 540 },
  { share: 0.04, widthPx: 1280, heightPx: 720 },
] as const;

function drawPicture(random: Random, wide: boolean): Picture {
  let rest = random.next();
  const size = SIZES.find(({ share }) => {
    rest -= share;
    return rest < 0;
  });
  const compressed = random.next() < 0.4;
  const noisy = random.next() < 0.4;
  const quality = random.between(0.4, 0.92);
  const noise = random.between(0.5, 3);
  const { widthPx, heightPx } =
    size && !(wide && size.widthPx / size.heightPx < 1.6) ? size : SIZES[0];
  return {
    widthPx,
    heightPx,
    ...(compressed && { jpegQuality: round(quality) }),
    ...(noisy && { extraNoiseLuma: round(noise) }),
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Light in which nobody has a word to say. */
export const GOOD_LIGHTS = [
  { lightDirection: 'front', lightLevel: 1 },
  { lightDirection: 'front', lightLevel: 0.6 },
  { lightDirection: 'front', lightLevel: 1.5 },
  { lightDirection: 'front', lightLevel: 0.35 },
  { lightDirection: 'top', lightLevel: 1 },
  { lightDirection: 'top', lightLevel: 0.7 },
] as const satisfies readonly Partial<Situation>[];

const MOVEMENTS = ['still', 'talking', 'nodding', 'gesturing', 'talking'] as const;
const HAIR = ['bob', 'short', 'none', 'long', 'headscarf'] as const;

/** Somebody who sits well, each time another person in another room. */
export function drawGood({ random, index, picture }: Draw): Partial<Situation> {
  for (;;) {
    const glasses = random.next() < 0.35;
    const iodOfShortSide = random.between(0.15, 0.235);
    const verticalFovDeg = random.between(34, 50);
    const headShape = (index * 3 + Math.floor(index / 10)) % 10;
    const situation = {
      ...GOOD_LIGHTS[index % GOOD_LIGHTS.length],
      cameraElevationDeg: random.between(-7, 7),
      yawDeg: random.between(-12, 12),
      pitchDeg: random.between(-4, 4),
      rollDeg: random.between(-7, 7),
      verticalFovDeg,
      distanceCm: distanceFor(iodOfShortSide, verticalFovDeg, headShape),
      offsetXRatio: random.between(-0.08, 0.08),
      offsetYRatio: random.between(-0.02, 0.14),
      backgroundReflectance: pick(random, [0.05, 0.15, 0.35, 0.35, 0.6, 0.85]),
      skinTone: (1 + (index % 10)) as SkinTone,
      headShape,
      hair: pick(random, HAIR),
      eyewear: glasses ? ('glasses' as const) : ('none' as const),
      glareRatio: glasses ? random.between(0, 0.6) : 0,
      movement: pick(random, MOVEMENTS),
    };
    if (isGood(situation, picture)) return rounded(situation);
  }
}

/** So far away this head has that interocular distance, in units of the picture's shorter side. */
export function distanceFor(
  iodOfShortSide: number,
  verticalFovDeg: number,
  headShape: number,
): number {
  const shorterSideCm = interocularCm(headShapeOf(headShape)) / iodOfShortSide;
  return shorterSideCm / (2 * Math.tan((verticalFovDeg / 360) * Math.PI));
}

export function isGood(changes: Partial<Situation>, picture: Picture): boolean {
  const situation = { ...GOOD_SITUATION, ...changes };
  const moment = { situation, camera: 'live', movementSinceMs: 0, steady: true } as const;
  return Object.values(truthAt(moment, picture, 0).of).every((truth) => truth === 'good');
}

/** Three decimals: the scenario's text, and with it its key in the cache, is the same everywhere. */
export function rounded(situation: Partial<Situation>): Partial<Situation> {
  const entries = Object.entries(situation).map(([key, value]) => [
    key,
    typeof value === 'number' ? round(value) : value,
  ]);
  return Object.fromEntries(entries) as Partial<Situation>;
}
