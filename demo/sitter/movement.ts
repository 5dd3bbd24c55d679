import type { Situation } from './situation.ts';

/** What a living body adds to a situation at one moment. */
export interface Pose {
  /** Of the whole person, to the sitter's left, up, and toward the camera. */
  xCm: number;
  yCm: number;
  zCm: number;
  /** Of the head, added to the situation's own angles; same signs. */
  yawDeg: number;
  pitchDeg: number;
  rollDeg: number;
  /** 0 shut to 1 open. */
  mouthOpenRatio: number;
  /** 0 open to 1 shut. */
  eyesShutRatio: number;
  /** An open hand in the picture, from the eyes; null while it rests below. */
  hand: Hand | null;
}

export interface Hand {
  xCm: number;
  yCm: number;
  zCm: number;
  /** Tilted toward the sitter's right (+). */
  rollDeg: number;
}

/** What of a situation moves. */
export type Moving = Pick<Situation, 'movement' | 'tremorHz' | 'tremorCm'>;

/** One way across the room: with this width, 44 cm within 2 s, about five interocular distances. */
const WALK_HALF_WIDTH_CM = 22;
const WALK_PERIOD_MS = 4000;
/** Nodding as in a talk: less than a tenth of an interocular distance from place to place. */
const NOD_DEG = 7;
const NOD_PERIOD_MS = 1100;
/** Walking out: a moment to rise, then sideways at a walking pace until far outside the picture. */
const LEAVE_AFTER_MS = 600;
const LEAVE_SPEED_CM_PER_S = 70;
/** A hand comes up beside the face, sweeps outwards and goes down again, now and then while talking. */
const GESTURE_EVERY_MS = 4300;
const GESTURE_MS = 1900;
/** To and fro with the upper body, as many do to calm themselves. */
const ROCK_HALF_CM = 6;
const ROCK_PERIOD_MS = 3000;
/** Reading: a moment after it began the head is bowed over a list. */
const READ_AFTER_MS = 1000;
const BOW_MS = 600;
const BOW_DEG = 25;
/** Words are read one after the other; the head follows the eyes a little. */
const READ_WORD_MS = 420;
const READ_LINE_WORDS = 6;
/** Chewing: the lips stay shut, and part a little as the jaw goes down. */
const CHEW_PERIOD_MS = 720;
/** A yawn: wide open for seconds, and not again for a while. */
const YAWN_EVERY_MS = 9000;
const YAWN_MS = 4500;
/** Counting to oneself: a number in so long, hardly seen on the lips. */
const COUNT_EVERY_MS = 900;
const BLINK_EVERY_MS = 3700;
const BLINK_MS = 260;

const wave = (nowMs: number, periodMs: number, phase: number): number =>
  Math.sin((2 * Math.PI * nowMs) / periodMs + phase);

/** A number from 0 to 1 that looks random and is always the same for the same input. */
export function hash01(seed: number, index: number): number {
  let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39);
  return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
}

/**
 * The body at one moment; the same (movement, seed, times) always give the same pose.
 * @param sinceMs when this kind of movement began, on the clock of `nowMs`
 */
export function poseAt(moving: Moving, seed: number, nowMs: number, sinceMs = 0): Pose {
  const phase = hash01(seed, 1) * 2 * Math.PI;
  // Nobody is a photograph: breath (4 s) and a slow sway of a few millimetres, under one degree.
  const pose: Pose = {
    xCm: 0.25 * wave(nowMs, 6100, phase) + 0.12 * wave(nowMs, 2300, phase * 2),
    yCm: 0.16 * wave(nowMs, 4100, phase),
    zCm: 0.2 * wave(nowMs, 5300, phase * 3),
    yawDeg: 0.7 * wave(nowMs, 7300, phase) + 0.25 * wave(nowMs, 1900, phase),
    pitchDeg: 0.6 * wave(nowMs, 4100, phase + 1) + 0.2 * wave(nowMs, 1700, phase),
    rollDeg: 0.4 * wave(nowMs, 8900, phase + 2),
    mouthOpenRatio: 0.03 + 0.03 * wave(nowMs, 4100, phase),
    eyesShutRatio: blinkAt(seed, nowMs),
    hand: null,
  };
  switch (moving.movement) {
    case 'still':
      return pose;
    case 'talking':
      return talking(pose, seed, nowMs);
    case 'gesturing':
      return { ...talking(pose, seed, nowMs), hand: gestureAt(seed, nowMs) };
    case 'nodding':
      return { ...pose, pitchDeg: pose.pitchDeg - NOD_DEG * wave(nowMs, NOD_PERIOD_MS, 0) };
    case 'reading': {
      const bowed = easeIn((nowMs - sinceMs - READ_AFTER_MS) / BOW_MS);
      const word = Math.floor(nowMs / READ_WORD_MS) % READ_LINE_WORDS;
      return {
        ...pose,
        yawDeg: pose.yawDeg + bowed * (2.4 - (4.8 * word) / (READ_LINE_WORDS - 1)),
        pitchDeg: pose.pitchDeg - bowed * (BOW_DEG + 0.8 * wave(nowMs, 5700, phase)),
        yCm: pose.yCm - 2 * bowed,
        // Who looks down has the lids half down.
        eyesShutRatio: Math.max(pose.eyesShutRatio, 0.4 * bowed),
      };
    }
    case 'chewing':
      return {
        ...pose,
        mouthOpenRatio: 0.05 + 0.05 * (1 + wave(nowMs, CHEW_PERIOD_MS, phase)) * 0.5,
        pitchDeg: pose.pitchDeg + 0.5 * wave(nowMs, CHEW_PERIOD_MS, phase),
      };
    case 'yawning': {
      const share = (nowMs % YAWN_EVERY_MS) / YAWN_MS;
      const open = share < 1 ? Math.sin(Math.PI * share) ** 0.7 : 0;
      return {
        ...pose,
        mouthOpenRatio: 0.04 + 0.94 * open,
        pitchDeg: pose.pitchDeg + 6 * open,
        eyesShutRatio: Math.max(pose.eyesShutRatio, 0.8 * open),
      };
    }
    case 'counting': {
      const share = (nowMs % COUNT_EVERY_MS) / COUNT_EVERY_MS;
      const number = Math.floor(nowMs / COUNT_EVERY_MS);
      return {
        ...pose,
        mouthOpenRatio:
          0.04 + (0.05 + 0.07 * hash01(seed, number + 700)) * Math.sin(Math.PI * share),
      };
    }
    case 'rocking': {
      const to = wave(nowMs, ROCK_PERIOD_MS, phase);
      return {
        ...pose,
        zCm: pose.zCm + ROCK_HALF_CM * to,
        // About the hips: further forward is a little lower.
        yCm: pose.yCm - 0.8 * to,
        pitchDeg: pose.pitchDeg - 3 * to,
      };
    }
    case 'tremor': {
      const swing = Math.sin(2 * Math.PI * moving.tremorHz * (nowMs / 1000) + phase);
      return {
        ...pose,
        xCm: pose.xCm + (moving.tremorCm / 2) * swing,
        yawDeg: pose.yawDeg + 1.2 * moving.tremorCm * swing,
      };
    }
    case 'walking-about': {
      const elapsedMs = Math.max(0, nowMs - sinceMs);
      return {
        ...pose,
        xCm: pose.xCm + WALK_HALF_WIDTH_CM * wave(elapsedMs, WALK_PERIOD_MS, 0),
        // Steps, twice a second.
        yCm: pose.yCm + 1.2 * Math.abs(wave(elapsedMs, 1000, 0)),
        zCm: pose.zCm + 6 * wave(elapsedMs, WALK_PERIOD_MS * 1.6, 0),
        yawDeg: pose.yawDeg + 6 * wave(elapsedMs, WALK_PERIOD_MS, Math.PI / 2),
      };
    }
    case 'walking-out': {
      const walkedMs = Math.max(0, nowMs - sinceMs - LEAVE_AFTER_MS);
      const risen = Math.min(1, Math.max(0, (nowMs - sinceMs) / LEAVE_AFTER_MS));
      return {
        ...pose,
        xCm: pose.xCm + Math.min(400, (walkedMs / 1000) * LEAVE_SPEED_CM_PER_S),
        yCm: pose.yCm + 10 * risen,
        yawDeg: pose.yawDeg + 30 * risen,
      };
    }
  }
}

function talking(pose: Pose, seed: number, nowMs: number): Pose {
  const phase = hash01(seed, 1) * 2 * Math.PI;
  return {
    ...pose,
    mouthOpenRatio: mouthWhileTalking(seed, nowMs),
    xCm: pose.xCm + 0.5 * wave(nowMs, 3100, phase),
    yawDeg: pose.yawDeg + 2.2 * wave(nowMs, 2700, phase + 1),
    pitchDeg: pose.pitchDeg + 1.6 * wave(nowMs, 1300, phase + 2),
    rollDeg: pose.rollDeg + 1.2 * wave(nowMs, 3900, phase),
  };
}

function gestureAt(seed: number, nowMs: number): Hand | null {
  const index = Math.floor(nowMs / GESTURE_EVERY_MS);
  const slackMs = GESTURE_EVERY_MS - GESTURE_MS;
  const share =
    (nowMs - index * GESTURE_EVERY_MS - slackMs * hash01(seed, index + 4000)) / GESTURE_MS;
  if (share <= 0 || share >= 1) return null;
  const side = hash01(seed, index + 4100) < 0.5 ? -1 : 1;
  const up = Math.sin(Math.PI * share) ** 0.8;
  return {
    xCm: side * (13 + 10 * share + 2 * Math.sin(6 * Math.PI * share)),
    yCm: -46 + (24 + 8 * hash01(seed, index + 4200)) * up,
    zCm: 12,
    rollDeg: -side * (10 + 25 * share),
  };
}

function easeIn(share: number): number {
  const kept = Math.min(1, Math.max(0, share));
  return kept * kept * (3 - 2 * kept);
}

/** True while the talking sitter's voice is heard; sentences of 2 to 4 s with pauses between. */
export function isSpeaking(seed: number, nowMs: number): boolean {
  const sentenceMs = 4200;
  const index = Math.floor(nowMs / sentenceMs);
  const spokenMs = sentenceMs * (0.6 + 0.3 * hash01(seed, index + 500));
  return nowMs - index * sentenceMs < spokenMs;
}

function mouthWhileTalking(seed: number, nowMs: number): number {
  if (!isSpeaking(seed, nowMs)) return 0.05;
  // About five syllables a second, none like the one before.
  const syllable = Math.floor(nowMs / 190);
  const share = (nowMs % 190) / 190;
  const open = 0.35 + 0.65 * hash01(seed, syllable);
  return open * Math.sin(Math.PI * share) ** 0.7 * 0.9 + 0.05;
}

function blinkAt(seed: number, nowMs: number): number {
  const index = Math.floor(nowMs / BLINK_EVERY_MS);
  const startMs = index * BLINK_EVERY_MS + hash01(seed, index + 9000) * (BLINK_EVERY_MS - BLINK_MS);
  const share = (nowMs - startMs) / BLINK_MS;
  return share > 0 && share < 1 ? Math.sin(Math.PI * share) : 0;
}
