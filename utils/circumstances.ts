/**
 * What the judgement must know beside the picture: given with each Observation, so that it stays pure.
 */
export interface Circumstances {
  /** How this person's camera stands when it is right; null: not learnt. */
  readonly neutral: Neutral | null;
  /** "Someone is with me": the group is judged, not one face. */
  readonly accompanied: boolean;
  /** Waiting room, preview, Prepare: nobody talks to a clinician yet. */
  readonly beforeCall: boolean;
  /** In the call the patient's microphone is off, by page, track or system; null: not known, or no call. */
  readonly microphoneMuted: boolean | null;
}

/** Learnt only after the person said that the camera is as high as the eyes. Nothing more is kept. */
export interface Neutral {
  /** What the camera elevation measures then, in degrees. */
  readonly elevationDeg: number;
  /** How far the camera was. */
  readonly distanceCm: number;
  /** Where the eyes were, in picture heights from the top. */
  readonly eyesY: number;
}

export const ALONE_AND_UNKNOWN: Circumstances = {
  neutral: null,
  accompanied: false,
  beforeCall: true,
  microphoneMuted: null,
};
