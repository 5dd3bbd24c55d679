import type { Area, Phase } from '../areas.ts';

/** Ids are stable: in the session format, in locales, in the contract for checks. */
export const CUE_IDS = [
  'camera-off',
  'camera-covered',
  'no-face',
  'too-far',
  'too-close',
  'off-centre',
  'camera-too-low',
  'camera-too-high',
  'turned-away',
  'tilted',
  'too-dark',
  'backlit',
  'side-lit',
  'too-bright',
  'hold-still',
  'camera-shaking',
  'out-of-focus',
  'someone-else-in-view',
  'connection-slow',
  'connection-unstable',
  'offline',
] as const;
export type CueId = (typeof CUE_IDS)[number];

/** Where the person is in their own body direction: `left` says that they sit too far to their own left. */
export const CUE_DIRECTIONS = ['left', 'right', 'up', 'down'] as const;
export type CueDirection = (typeof CUE_DIRECTIONS)[number];

/**
 * What the camera sits on, as the person told: it decides what can be done about its height. `on-screen`: a
 * camera on top of a screen, or a screen that has one. `fixed`: it cannot be moved.
 */
export const CAMERA_SUPPORTS = ['laptop', 'on-screen', 'tablet', 'fixed', 'unknown'] as const;
export type CameraSupport = (typeof CAMERA_SUPPORTS)[number];

/** Holding and stopping times: fast 1.5 s and 1 s, slow 5 s and 3 s, long 10 s both. */
export type CueSpeed = 'fast' | 'slow' | 'long';

/** A cue that holds now. */
export interface HoldingCue {
  readonly id: CueId;
  readonly direction?: CueDirection;
  /** How far the camera is from where it should be, in steps of 5; absent where it is not known. */
  readonly amountCm?: number;
  readonly sinceMs: number;
}

/** What the judgement says of one tick. */
export interface Judgement {
  readonly atMs: number;
  /** In order of importance, the first one most. */
  readonly holding: readonly HoldingCue[];
  /** Something is under way: evidence has begun for a cue that does not hold, or against one that does. */
  readonly unsettled: boolean;
  /** For the sign: is this area good now, and can it be judged at all? */
  readonly areas: Readonly<Record<Area, 'good' | 'could-be-better' | 'not-judged'>>;
  /** Does the person look still and in the picture? The arbiter's "clinician first" reads it. */
  readonly scene: SceneChange;
  /**
   * A person is there, and no face can be judged: a mask, a bandage, a veil, a head that stays turned
   * down. Nothing is wrong with that: it is said once, and faces are left alone.
   */
  readonly faceless: boolean;
}

/** What a sense beside the picture says now: the line, the sound. */
export interface SenseJudgement {
  /** The pictogram of the sign that it speaks for. */
  readonly area: Area;
  readonly holding: readonly HoldingCue[];
  /** Can it be judged now whether this area is good? */
  readonly isJudged: boolean;
}

/** A sudden change made on purpose: very near, away, whole body, head down. Null when there is none. */
export type SceneChange = 'very-near' | 'away' | 'whole-body' | 'head-down' | null;

/** Who speaks, as far as levels are known. `unknown`: no levels, so no pause can be known. */
export type Speech = 'silent' | 'speaking' | 'unknown';

/** What the arbiter is told of one tick, beside the judgement. */
export interface CallContext {
  readonly nowMs: number;
  readonly phase: Phase;
  readonly speech: Speech;
  /** A screen share is being sent: the coach shows nothing. */
  readonly sharing: boolean;
  /** The person pressed Pause tips. */
  readonly paused: boolean;
  /** "I can't change this", by cue. */
  readonly cannotChange: ReadonlySet<CueId>;
  /** "Someone is with me". */
  readonly accompanied: boolean;
}

/** The tip that is on screen. */
export interface Tip {
  readonly id: CueId;
  readonly direction?: CueDirection;
  /** As it was when the tip came: a number that changes cannot be followed. */
  readonly amountCm?: number;
  readonly shownAtMs: number;
  /** Announced through the live region: all in Prepare, preview and waiting; in a call only the urgent. */
  readonly announce: boolean;
}

/**
 * What is to be shown: a tip, a short "good now" after a tip was cleared, that no face can be judged, or
 * nothing.
 */
export type Presented =
  | { readonly kind: 'tip'; readonly tip: Tip }
  | { readonly kind: 'good-now'; readonly untilMs: number; readonly cleared: CueId }
  | { readonly kind: 'faceless'; readonly announce: boolean }
  | { readonly kind: 'none' };
