/**
 * What vision and capture say of one tick: the only thing the judgement (utils/signals, utils/cues)
 * ever sees. Plain data, so that a recorded list of Observations (a trace) can be judged again in a
 * unit test, and gives the same cues as in the call.
 */
export interface Observation {
  /** When the frame was taken, in ms of a clock that never goes back (any origin). */
  readonly capturedAtMs: number;
  readonly camera: CameraState;
  /** Pixel facts of the frame; null when no frame came (camera off). */
  readonly picture: PictureObservation | null;
  /** The face that is followed, or none; null when faces were not looked for (vision off or not ready). */
  readonly faces: readonly FaceObservation[] | null;
  /** Further faces, largest first. They are looked for now and then: null when not in this look. */
  readonly others: readonly FaceObservation[] | null;
  /** A person without a face. Looked for now and then while no face is found; null when not in this look. */
  readonly person: PersonObservation | null;
  /** What the page says of the picture that it sends; null: not known, or nothing is sent. */
  readonly call: CallQuality | null;
}

/** What of the picture is a person, whether or not the face can be seen. */
export interface PersonObservation {
  /** Share of the picture, 0 to 1. */
  readonly ratio: number;
  /**
   * How much of the person's uppermost part lies on the picture's edge, in picture widths: the head is cut
   * off there, or outside.
   */
  readonly cutRatio: number;
}

/** What the page's own peer connection says of the patient's picture on its way out. Numbers only. */
export interface CallQuality {
  /** What keeps the sent picture from being better; also `none` where the browser does not tell (Firefox 153). */
  readonly limitedBy: 'none' | 'cpu' | 'bandwidth' | 'other';
  /** Processor time to encode one picture, mean over the last seconds. */
  readonly encodeMs: number | null;
  readonly framesPerSecond: number | null;
  /** Size of the picture as it is sent. */
  readonly widthPx: number | null;
  readonly heightPx: number | null;
}

/**
 * `live`: frames come. `off`: the person or the page turned the camera off, or it ended.
 * `muted`: a live track that the system or the browser silences.
 * `absent`: no camera track has been seen yet.
 */
export type CameraState = 'live' | 'off' | 'muted' | 'absent';

/** Facts of the picture from the Y plane alone: they hold without WebGL and without a face. */
export interface PictureObservation {
  /** Size of the source picture (not of the reduced copy that was looked at). */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Mean of Y, 0 to 255 (full range). */
  readonly meanLuma: number;
  /** Standard deviation of Y over the picture, 0 to 128: nearly 0 for a covered lens. */
  readonly spreadLuma: number;
  /** Standard deviation of 16 x 9 block means: structure that is left when noise is averaged out. */
  readonly structureLuma: number;
  /** Share of pixels at or above 235, and at or below 20: clipped in limited range, nearly so in full. */
  readonly brightClippedRatio: number;
  readonly darkClippedRatio: number;
  /** Noise: robust standard deviation of the difference to the four neighbours in flat places. */
  readonly noiseLuma: number;
  /** Focus of the whole picture, as FaceObservation.focus; measured only where no face is found. */
  readonly focus: number | null;
  /** Mean absolute difference of block means to the frame before; null for the first frame. */
  readonly changeLuma: number | null;
  /** How the background moved since the look before: the camera moved. Null where it has no structure to tell. */
  readonly shift: BackgroundShift | null;
  /** Linear luminance (0 to 1) of the picture without the faces; the whole picture if there are none. */
  readonly backgroundLuminance: number;
  /** 90th percentile of block luminance outside the faces: a window or a lamp, if there is one. */
  readonly backgroundBrightLuminance: number;
}

/**
 * In picture widths, x to the right and y down; null along an axis where nothing tells. `lost`: there is structure, and it is not that of the look
 * before: the camera was moved far, or what stands behind has changed.
 */
export type BackgroundShift =
  | { readonly xRatio: number | null; readonly yRatio: number | null }
  | 'lost';

/** One face. Places are in units of the picture: x to the right and y down, 0 to 1, as the camera sees it. */
export interface FaceObservation {
  /** Box round all landmarks; may reach outside 0 to 1. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** Midpoint between the eyes. */
  readonly eyes: { readonly x: number; readonly y: number };
  /** Interocular distance (outer eye corners, corrected for yaw), in picture widths. */
  readonly iodRatio: number;
  /** Approximate distance to the camera in cm, from the interocular distance and a usual field of view. */
  readonly distanceCm: number;
  /** Head pose. Yaw plus: the person turns to their own left. Pitch plus: looks down. Roll plus: head leans to their own left. */
  readonly yawDeg: number;
  readonly pitchDeg: number;
  readonly rollDeg: number;
  /** Direction to the camera seen from the head's own frame: plus, above the eyes; minus, below. */
  readonly cameraElevationDeg: number;
  /** Direction to the camera, seen from the head's own frame, sideways: plus, to the person's own left. */
  readonly cameraAzimuthDeg: number;
  /** Mean linear luminance (0 to 1) inside the face's outline, and of the cheeks; left and right are the person's own. */
  readonly luminance: {
    readonly face: number;
    readonly leftCheek: number;
    readonly rightCheek: number;
  };
  /**
   * Linear luminance of the whites of the eyes (90th percentile inside the lids, the brighter eye).
   * They are much alike on all people, so they tell the light on a face apart from its skin.
   * Null where the eyes are shut or too small in the picture.
   */
  readonly eyeWhiteLuminance: number | null;
  /** Gap between the inner edges of the lips, in interocular distances: 0 shut, about 0.4 wide open. */
  readonly lipGapIod: number;
  /** Share of the pixels inside the face's outline that are clipped bright. */
  readonly clippedRatio: number;
  /**
   * Focus of the face region: 1 for sharp edges, 0.25 where all is soft; see vision/focus.ts. Null where
   * the region has no structure above the noise.
   */
  readonly focus: number | null;
}
