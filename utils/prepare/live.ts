import type { CoachState } from '../coach/state.ts';
import type { CameraSupport } from '../cues/types.ts';
import type { LearnResult } from '../messages/overlay-coach.ts';
import type { DeviceTrouble } from './device-trouble.ts';
import type { Heard } from './microphone-judge.ts';
import type { ClinicPage, DeviceChoice } from './platform.ts';

/** A camera or microphone, now. `asking`: the browser may be asking the person. */
export interface LiveDevice {
  readonly run: 'off' | 'asking' | 'on';
  readonly trouble: DeviceTrouble | null;
  readonly stream: MediaStream | null;
  /** More than one: there is something to choose. */
  readonly choices: readonly DeviceChoice[];
  readonly usedId: string | null;
}

/** What the last press about the camera's height led to; as components/camera-height.tsx has it. */
export type HeightAnswer =
  | Exclude<LearnResult, 'learnt'>
  | 'none'
  | 'looking'
  | 'no'
  | 'not-sure'
  | 'forgotten';

/** What is so at this moment, and gone after a reload. */
export interface Live {
  readonly camera: LiveDevice;
  readonly microphone: LiveDevice;
  /** Null until the first sound was read. */
  readonly heard: Heard | null;
  readonly hearBack: 'idle' | 'recording' | 'playing' | 'failed';
  readonly playing: 'idle' | 'playing' | 'played' | 'no-output';
  readonly speakers: readonly DeviceChoice[];
  /** Null while the camera is off. */
  readonly coach: CoachState | null;
  readonly height: {
    /** A neutral is kept. */
    readonly known: boolean;
    readonly answer: HeightAnswer;
    readonly support: CameraSupport;
  };
  readonly testing: boolean;
  readonly clinics: readonly ClinicPage[];
}

export const DEVICE_OFF: LiveDevice = {
  run: 'off',
  trouble: null,
  stream: null,
  choices: [],
  usedId: null,
};
