import { luminanceOf, skinReflectance } from './monk-tones.ts';
import type { LightDirection, Situation } from './situation.ts';

/** The light in the room and what the camera's automatic exposure makes of it. */
export interface Light {
  /** From where the main light falls, in the room's axes (x: the sitter's left, y up, z to the camera). */
  keyFrom: readonly [number, number, number];
  /** Strength of the main light and of the light from everywhere, on the face. */
  key: number;
  ambient: number;
  /** On the wall behind. */
  wall: number;
  /** The luminance of the window, when there is one behind the sitter; else 0. */
  window: number;
  /** What the camera multiplies everything with. */
  gain: number;
  /** Luminance of the face's lit front in the picture; 1 is the sensor's top, what is above is burnt out. */
  face: number;
  /** Standard deviation of the sensor's noise, in picture code values (0 to 255). */
  noiseLuma: number;
}

interface Plan {
  from: readonly [number, number, number];
  key: number;
  ambient: number;
  wall: number;
  window: number;
}

/** Relative strengths at light level 1; the front plan makes a usual lit room. */
const PLANS: Record<LightDirection, Plan> = {
  front: { from: [0.3, 0.75, 1], key: 0.82, ambient: 0.34, wall: 0.72, window: 0 },
  behind: { from: [0.3, 0.9, -1], key: 0.35, ambient: 0.24, wall: 0.3, window: 4 },
  left: { from: [1, 0.25, 0.15], key: 0.95, ambient: 0.06, wall: 0.5, window: 0 },
  right: { from: [-1, 0.25, 0.15], key: 0.95, ambient: 0.06, wall: 0.5, window: 0 },
  top: { from: [0, 1, 0.12], key: 0.95, ambient: 0.2, wall: 0.6, window: 0 },
  screen: { from: [0, -0.35, 1], key: 0.42, ambient: 0.07, wall: 0.12, window: 0 },
};

/** Up to here more light is more light in the room; above, it is a lamp or the sun in the face. */
const ROOM_LEVEL = 4;
/** Doublings of the direct light a level above that: at 8, sixteen times, so that no skin keeps its detail. */
const DIRECT_STOPS_PER_LEVEL = 1;

/** The mean linear luminance that automatic exposure aims at (luma about 120). */
const WANTED_MEAN = 0.225;
/** A webcam's exposure and gain can go this far from its setting in a lit room, no further. */
const GAIN_RANGE = [0.45, 2.6] as const;
/** Sensor noise in good light, and what each doubling of gain above 1 adds (measured: none; chosen). */
const NOISE_LUMA = 1.1;
const NOISE_LUMA_PER_STOP = 2.6;

/** How much of the main light a face turned to the camera catches, on average. */
const LIT_SHARE = 0.75;
/** Share of the picture's exposure that the face, the wall and the window decide. */
const FACE_WEIGHT = 0.4;

/** What light there is. Pure: the same situation always gives the same picture. */
export function lightOf(situation: Situation): Light {
  const plan = PLANS[situation.lightDirection];
  const level = situation.lightLevel;
  const key = plan.key * level * 2 ** (DIRECT_STOPS_PER_LEVEL * Math.max(0, level - ROOM_LEVEL));
  const ambient = plan.ambient * level;
  const wall = plan.wall * level;
  const wallLuminance = wall * situation.backgroundReflectance;
  const window = plan.window * level;
  // Automatic exposure does not know what a window is: it sees a mean, clipped at the sensor's top.
  const background = plan.window > 0 ? 0.5 * wallLuminance + 0.5 * window : wallLuminance;
  const lit = plan.from[2] > 0 ? key * LIT_SHARE : 0;
  const face = luminanceOf(skinReflectance(situation.skinTone)) * (ambient + lit);
  const mean = situation.present ? FACE_WEIGHT * face + (1 - FACE_WEIGHT) * background : background;
  const gain = Math.min(GAIN_RANGE[1], Math.max(GAIN_RANGE[0], WANTED_MEAN / Math.max(mean, 1e-4)));
  return {
    keyFrom: plan.from,
    key,
    ambient,
    wall,
    window,
    gain,
    face: face * gain,
    noiseLuma: NOISE_LUMA + NOISE_LUMA_PER_STOP * Math.max(0, Math.log2(gain)),
  };
}
