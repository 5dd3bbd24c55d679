import { isSpeaking } from '../../../demo/sitter/movement.ts';
import { between, GOOD_SITUATION, type Situation } from '../../../demo/sitter/situation.ts';
import type { CameraState } from '../../../utils/observation.ts';
import type { BenchedId } from './benched.ts';

/** What the camera makes of the scene. */
export interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Each frame goes through JPEG at this quality (0 to 1), as MJPEG cameras and poor calls do. */
  readonly jpegQuality?: number;
  /** Standard deviation of noise beyond the sitter's own, luma. */
  readonly extraNoiseLuma?: number;
}

/** From `atMs` on these fields are so; numbers go there evenly within `rampMs`. */
export interface Step {
  readonly atMs: number;
  readonly changes: Partial<Situation>;
  readonly rampMs?: number;
  /** What the track says from here on. */
  readonly camera?: CameraState;
}

export const KINDS = ['positive', 'good', 'body', 'neutral', 'elevation', 'muted'] as const;
/**
 * `positive`: one cue's cause comes and goes. `good`: nothing to say, all along. `body`: a body, a
 * companion or a habit that is never to be told off. `neutral`: a personal neutral, then the camera moves.
 * `elevation`: one pose, for the error of the angles. `muted`: the microphone is off, and lips move or not; only
 * muted-while-talking is scored there.
 */
export type Kind = (typeof KINDS)[number];

/** One simulated stretch before the camera: all that a trace needs, and what its truth is. */
export interface Scenario {
  /** Unique. */
  readonly name: string;
  readonly kind: Kind;
  /** Shifts the phases of breath, blinks and movement. */
  readonly seed: number;
  readonly picture: Picture;
  readonly base: Partial<Situation>;
  readonly steps: readonly Step[];
  readonly lengthMs: number;
  /** The microphone is off in this time, and on before and after; absent: nobody knows. */
  readonly muted?: { readonly fromMs: number; readonly toMs: number };
  /** The scenario whose trace is judged, where the picture is the same. */
  readonly pictureOf?: string;
  /** "Someone is with me" is pressed. */
  readonly accompanied?: boolean;
  /** Not scored before: the design lets a tilt or turn become the person's own within a minute. */
  readonly scoredFromMs?: number;
  /** For bodies: this may hold, in one go, and not again. */
  readonly once?: readonly BenchedId[];
  /** For bodies: not scored. */
  readonly may?: readonly BenchedId[];
}

/** One moment of a scenario: all that its truth needs. */
export interface Moment {
  readonly situation: Situation;
  readonly camera: CameraState;
  /** Since when the sitter moves in this way, on the scenario's clock. */
  readonly movementSinceMs: number;
  /** Nothing has changed since the look before, but for the sitter's own movement. */
  readonly steady: boolean;
}

export function momentAt({ base, steps }: Scenario, atMs: number): Moment {
  let situation: Situation = { ...GOOD_SITUATION, ...base };
  let camera: CameraState = 'live';
  let movementSinceMs = 0;
  let steady = true;
  for (const step of steps) {
    if (step.atMs > atMs) break;
    const to: Situation = { ...situation, ...step.changes };
    if (to.movement !== situation.movement) movementSinceMs = step.atMs;
    const { rampMs = 0 } = step;
    const share = rampMs === 0 ? 1 : Math.min(1, (atMs - step.atMs) / rampMs);
    situation = share === 1 ? to : between(situation, to, share);
    camera = step.camera ?? camera;
    steady = share === 1;
  }
  return { situation, camera, movementSinceMs, steady };
}

/** The coach's quick pace, and half of its slow one (utils/coach/pace.ts): every look it takes is in the trace. */
export const LOOK_EVERY_MS = 240;

/** The sitter's movements have phases: a scenario's seed is another moment of an endless sitting. */
const SEED_MS = 1370;
/** As createSitter has it when it is not told. */
const SITTER_SEED = 1;

/** Whether the sitter, when it talks, is in the middle of a sentence. */
export function speaksAt({ seed }: Pick<Scenario, 'seed'>, atMs: number): boolean {
  return isSpeaking(SITTER_SEED, seed * SEED_MS + atMs);
}

/** When the sitter's next sentence begins, should it talk then. */
export function nextSentenceMs(scenario: Pick<Scenario, 'seed'>, fromMs: number): number {
  let atMs = Math.ceil(fromMs);
  while (speaksAt(scenario, atMs)) atMs++;
  while (!speaksAt(scenario, atMs)) atMs++;
  return atMs;
}

/** False also where nobody knows. */
export function isMuted({ muted }: Scenario, atMs: number): boolean {
  return muted !== undefined && atMs >= muted.fromMs && atMs < muted.toMs;
}

export function looksOf({ lengthMs }: Scenario): number {
  return Math.floor(lengthMs / LOOK_EVERY_MS);
}
