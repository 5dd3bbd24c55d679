import type {
  FaceObservation,
  Observation,
  PictureObservation,
} from '../../../utils/observation.ts';

/** A person about whom there is nothing to say. */
export const GOOD_FACE: FaceObservation = {
  box: { x: 0.4, y: 0.27, width: 0.2, height: 0.4 },
  eyes: { x: 0.5, y: 0.42 },
  iodRatio: 0.12,
  distanceCm: 60,
  yawDeg: 0,
  pitchDeg: 0,
  rollDeg: 0,
  cameraElevationDeg: -2,
  cameraAzimuthDeg: 0,
  luminance: { face: 0.25, leftCheek: 0.25, rightCheek: 0.25 },
  eyeWhiteLuminance: 0.35,
  lipGapIod: 0.01,
  clippedRatio: 0,
  focus: 0.9,
};

export const GOOD_PICTURE: PictureObservation = {
  widthPx: 1280,
  heightPx: 720,
  meanLuma: 120,
  spreadLuma: 50,
  structureLuma: 40,
  brightClippedRatio: 0.01,
  darkClippedRatio: 0.01,
  noiseLuma: 1,
  focus: null,
  changeLuma: 0.5,
  // An even wall: whether the camera moves cannot be told.
  shift: null,
  backgroundLuminance: 0.3,
  backgroundBrightLuminance: 0.5,
};

/** What differs from the good picture. `face: null`: none is found; `faces`: as it is. */
export interface Look {
  readonly face?: Partial<FaceObservation> | null;
  readonly faces?: Observation['faces'];
  readonly picture?: Partial<PictureObservation> | null;
  readonly camera?: Observation['camera'];
  readonly others?: Observation['others'];
  readonly person?: Observation['person'];
  readonly call?: Observation['call'];
}

/** A face whose middle is here, so large (interocular distance in picture widths). */
export function faceAt(
  x: number,
  y: number,
  iodRatio = GOOD_FACE.iodRatio,
): Partial<FaceObservation> {
  const width = (iodRatio * 0.2) / 0.12;
  const height = 2 * width;
  return {
    box: { x: x - width / 2, y: y - height / 2, width, height },
    eyes: { x, y: y - height / 8 },
    iodRatio,
  };
}

export function look(
  atMs: number,
  { face, faces, picture, camera = 'live', others = null, person = null, call = null }: Look,
): Observation {
  const live = camera === 'live' && picture !== null;
  return {
    capturedAtMs: atMs,
    camera,
    picture: live ? { ...GOOD_PICTURE, ...picture } : null,
    faces: !live
      ? null
      : faces !== undefined
        ? faces
        : face === null
          ? []
          : [{ ...GOOD_FACE, ...face }],
    others,
    person,
    call,
  };
}

/** Looks from `fromMs` on; `at` gets the time since then. */
export function during(
  fromMs: number,
  lastsMs: number,
  at: (sinceMs: number) => Look,
  everyMs = 200,
): Observation[] {
  const looks: Observation[] = [];
  for (let sinceMs = 0; sinceMs < lastsMs; sinceMs += everyMs) {
    looks.push(look(fromMs + sinceMs, at(sinceMs)));
  }
  return looks;
}
