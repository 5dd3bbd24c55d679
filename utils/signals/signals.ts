import type { Circumstances } from '../circumstances.ts';
import type { CallQuality, Observation, PersonObservation } from '../observation.ts';
import { type CameraElevation, cameraElevation } from './camera-elevation.ts';
import { type Change, change } from './change.ts';
import { type Company, company } from './company.ts';
import { type Facing, facing } from './facing.ts';
import { type Focus, focus, focusLevel } from './focus.ts';
import { type Framing, framing } from './framing.ts';
import { type History, remember } from './history.ts';
import { type Light, light } from './light.ts';
import { type Lips, lips } from './lips.ts';
import { type Movement, movement } from './movement.ts';
import { person } from './person.ts';
import { type PictureSignal, picture } from './picture.ts';
import { type Presence, presence } from './presence.ts';
import { type Shaking, shaking } from './shaking.ts';
import { steadyDeg } from './steady.ts';
import { type Tilt, tilt } from './tilt.ts';

/** All quantities over time, of one tick. Null: cannot be judged now. */
export interface Signals {
  readonly atMs: number;
  readonly circumstances: Circumstances;
  readonly presence: Presence;
  /** Looked for only while there is no face. */
  readonly person: PersonObservation | null;
  readonly picture: PictureSignal | null;
  readonly light: Light | null;
  readonly framing: Framing | null;
  readonly cameraElevation: CameraElevation | null;
  readonly facing: Facing | null;
  readonly tilt: Tilt | null;
  readonly movement: Movement | null;
  readonly shaking: Shaking | null;
  readonly focus: Focus | null;
  readonly company: Company | null;
  /** Read only while the microphone is off, and since then. */
  readonly lips: Lips | null;
  readonly call: CallQuality | null;
  readonly change: Change;
}

/** What is carried from one tick to the next. */
export interface SignalMemory {
  readonly history: History;
  /** The turn and the tilt that have become the person's own; see steady.ts. */
  readonly neutralAzimuthDeg: number | null;
  readonly neutralRollDeg: number | null;
  /** Focus at its best: what this camera can. */
  readonly bestFocus: number | null;
  /** Since when the microphone is off; null: it is not, or nobody knows. */
  readonly mutedSinceMs: number | null;
}

export const NO_MEMORY: SignalMemory = {
  history: [],
  neutralAzimuthDeg: null,
  neutralRollDeg: null,
  bestFocus: null,
  mutedSinceMs: null,
};

export function updateSignals(
  before: SignalMemory,
  observation: Observation,
  circumstances: Circumstances,
): { signals: Signals; memory: SignalMemory } {
  const history = remember(before.history, observation);
  const neutralAzimuthDeg =
    steadyDeg(history, (face) => face.cameraAzimuthDeg) ?? before.neutralAzimuthDeg;
  const neutralRollDeg = steadyDeg(history, (face) => face.rollDeg) ?? before.neutralRollDeg;
  const level = focusLevel(history);
  const bestFocus = level === null ? before.bestFocus : Math.max(level, before.bestFocus ?? 0);
  // In company nobody in particular has to sit straight and still: a child squirms.
  const { accompanied, microphoneMuted } = circumstances;
  const mutedSinceMs = microphoneMuted ? (before.mutedSinceMs ?? observation.capturedAtMs) : null;
  const others = company(history);
  return {
    memory: { history, neutralAzimuthDeg, neutralRollDeg, bestFocus, mutedSinceMs },
    signals: {
      atMs: observation.capturedAtMs,
      circumstances,
      presence: presence(history),
      person: person(history),
      picture: picture(history),
      light: light(history),
      framing: framing(history, accompanied ? others?.others : []),
      cameraElevation: cameraElevation(history, circumstances.neutral),
      facing: accompanied ? null : facing(history, neutralAzimuthDeg),
      tilt: accompanied ? null : tilt(history, neutralRollDeg),
      movement: accompanied ? null : movement(history),
      shaking: shaking(history),
      focus: focus(level, bestFocus),
      company: others,
      // Who has company may talk to them.
      lips: accompanied || mutedSinceMs === null ? null : lips(history, mutedSinceMs),
      call: observation.call,
      change: change(history),
    },
  };
}
