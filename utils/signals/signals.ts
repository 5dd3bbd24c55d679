import type { Neutral } from '../cues/types.ts';
import type { Observation } from '../observation.ts';
import { type CameraElevation, cameraElevation } from './camera-elevation.ts';
import { type Change, change } from './change.ts';
import { type Facing, facing, steadyAzimuthDeg } from './facing.ts';
import { type Framing, framing } from './framing.ts';
import { type History, remember } from './history.ts';
import { type Light, light } from './light.ts';
import { type Movement, movement } from './movement.ts';
import { type PictureSignal, picture } from './picture.ts';
import { type Presence, presence } from './presence.ts';

/** All quantities over time, of one tick. Null: cannot be judged now. */
export interface Signals {
  readonly atMs: number;
  readonly presence: Presence;
  readonly picture: PictureSignal | null;
  readonly light: Light | null;
  readonly framing: Framing | null;
  readonly cameraElevation: CameraElevation | null;
  readonly facing: Facing | null;
  readonly movement: Movement | null;
  readonly change: Change;
}

/** What is carried from one tick to the next. */
export interface SignalMemory {
  readonly history: History;
  /** Direction to the camera that has become the person's own; see facing.ts. */
  readonly neutralAzimuthDeg: number | null;
}

export const NO_MEMORY: SignalMemory = { history: [], neutralAzimuthDeg: null };

export function updateSignals(
  before: SignalMemory,
  observation: Observation,
  neutral: Neutral | null = null,
): { signals: Signals; memory: SignalMemory } {
  const history = remember(before.history, observation);
  const neutralAzimuthDeg = steadyAzimuthDeg(history) ?? before.neutralAzimuthDeg;
  return {
    memory: { history, neutralAzimuthDeg },
    signals: {
      atMs: observation.capturedAtMs,
      presence: presence(history),
      picture: picture(history),
      light: light(history),
      framing: framing(history),
      cameraElevation: cameraElevation(history, neutral),
      facing: facing(history, neutralAzimuthDeg),
      movement: movement(history),
      change: change(history),
    },
  };
}
