import type { Neutral } from '../circumstances.ts';
import type { CoachState } from '../coach/state.ts';
import type { CameraSupport } from '../cues/types.ts';
import type { LearnResult } from '../messages/overlay-coach.ts';
import type { Chosen, Where } from './answers.ts';
import type { DeviceKind, DeviceTrouble } from './device-trouble.ts';
import type { LineFacts, LoopbackFacts } from './line.ts';
import type { SoundReading } from './microphone-judge.ts';

/** A device to choose, under the name that the system gives it. */
export interface DeviceChoice {
  readonly id: string;
  readonly label: string;
}

export type Opened =
  | { readonly kind: 'open'; readonly stream: MediaStream; readonly usedId: string | null }
  | { readonly kind: 'trouble'; readonly trouble: DeviceTrouble };

/** What goes on until it is taken down. */
export interface Running {
  remove(): void;
}

export interface LiveCoach extends Running {
  /** The person said that the camera is as high as their eyes. */
  learnNeutral(): void;
  setNeutral(neutral: Neutral | null): void;
}

/** A page of a clinic where the person has turned Eyelevel on. */
export interface ClinicPage {
  readonly name: string;
  readonly address: string;
}

/** What is remembered of a person between visits. */
export interface Remembered {
  readonly finished: boolean;
  readonly chosen: Chosen;
  readonly where: Where | null;
  readonly country: string | null;
}

/** Cameras, microphones and speakers, as the browser has them. */
export interface Devices {
  list(kind: DeviceKind | 'speaker'): Promise<readonly DeviceChoice[]>;
  /** May it be opened without a question? */
  isAllowed(kind: DeviceKind): Promise<boolean>;
  open(kind: DeviceKind, id: string | null): Promise<Opened>;
  /** Why a device that was on has stopped. */
  whyStopped(kind: DeviceKind): Promise<DeviceTrouble>;
  /** Something was plugged in or out. */
  onChange(callback: () => void): void;
}

export interface Sound {
  /** Can the sound be sent to a chosen speaker? */
  readonly canChoose: boolean;
  /** The browser's own question for a speaker, where it has one; null: it has none, or nothing was chosen. */
  readonly askForSpeaker: (() => Promise<DeviceChoice | null>) | null;
  /** A few notes. @returns false where the computer has no way to make a sound */
  play(speakerId: string | null, signal: AbortSignal): Promise<boolean>;
  /** Tells of the microphone's sound, ten times a second; nothing where the computer makes no sound. */
  listen(stream: MediaStream, onReading: (reading: SoundReading) => void): Running;
  /**
   * Some seconds of the microphone, played once and gone.
   * @returns false where it could not be played
   */
  hearBack(
    stream: MediaStream,
    speakerId: string | null,
    signal: AbortSignal,
    onPlaying: () => void,
  ): Promise<boolean>;
}

/** Everything that Prepare needs of what it runs in: an extension, a kiosk, a page of its own. */
export interface PreparePlatform {
  readonly devices: Devices;
  readonly sound: Sound;
  /** The coach itself, on the camera that is given. */
  coach(
    stream: MediaStream,
    neutral: Neutral | null,
    on: { state(state: CoachState): void; neutral(result: LearnResult): void },
  ): LiveCoach;
  line(): LineFacts;
  /** The browser calls itself; rejects when it is told to stop. */
  loopback(signal: AbortSignal): Promise<LoopbackFacts>;
  /** What a reload leaves behind, as it was written; it goes with the tab. */
  readonly progress: { read(): unknown; write(progress: unknown): void };
  /** Null where nothing may be kept: a private window. */
  readonly keep: {
    remember(known: Remembered): void;
    readonly neutral: { write(neutral: Neutral): Promise<void>; remove(): Promise<void> };
    readonly support: (support: CameraSupport) => void;
  } | null;
  openPage(address: string): void;
}
