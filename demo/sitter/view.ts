import { Euler, Matrix4, type PerspectiveCamera, Quaternion, Vector3 } from 'three';
import { headShapeOf, interocularCm } from './head-shapes.ts';
import { hash01, type Pose } from './movement.ts';
import type { Situation } from './situation.ts';

/** The truth of one frame as a perfect observer would measure it, movement included. */
export interface Seen {
  /** The camera seen from the head's own frame, from the eyes: + above. */
  cameraElevationDeg: number;
  /** + to the person's own left. A head turned left by 20 sees the camera at -20. */
  cameraAzimuthDeg: number;
  distanceCm: number;
  /** The middle between the eyes in the picture, from its top left corner, 0 to 1. */
  eyesXRatio: number;
  eyesYRatio: number;
  /** Between the outer eye corners, corrected for yaw. */
  iodPx: number;
}

const RAD = Math.PI / 180;

export function seenBy(
  camera: PerspectiveCamera,
  situation: Situation,
  pose: Pose,
  widthPx: number,
): Seen {
  const eyes = new Vector3(pose.xCm, pose.yCm, pose.zCm);
  const turn = new Quaternion().setFromEuler(
    new Euler(
      -(situation.pitchDeg + pose.pitchDeg) * RAD,
      (situation.yawDeg + pose.yawDeg) * RAD,
      (situation.rollDeg + pose.rollDeg) * RAD,
      'YXZ',
    ),
  );
  const toCamera = camera.position.clone().sub(eyes);
  const distanceCm = toCamera.length();
  const inHead = toCamera.clone().applyQuaternion(turn.invert());
  const inCamera = eyes.clone().applyMatrix4(new Matrix4().copy(camera.matrixWorld).invert());
  const depthCm = -inCamera.z;
  const halfHeight = Math.tan((camera.fov / 2) * RAD);
  return {
    cameraElevationDeg: Math.atan2(inHead.y, Math.hypot(inHead.x, inHead.z)) / RAD,
    cameraAzimuthDeg: Math.atan2(inHead.x, inHead.z) / RAD,
    distanceCm,
    eyesXRatio: 0.5 + inCamera.x / depthCm / (2 * halfHeight * camera.aspect),
    eyesYRatio: 0.5 - inCamera.y / depthCm / (2 * halfHeight),
    iodPx:
      (interocularCm(headShapeOf(situation.headShape)) /
        depthCm /
        (2 * halfHeight * camera.aspect)) *
      widthPx,
  };
}

const FORWARD = new Vector3(0, 0, -1);
const ORIGIN = new Vector3();

/** The hand that holds a camera: swings of these frequencies, none a multiple of another, and a slow drift. */
const SHAKE = [
  { hz: 0.31, share: 0.25 },
  { hz: 1.13, share: 0.3 },
  { hz: 2.37, share: 0.22 },
  { hz: 3.71, share: 0.14 },
  { hz: 4.83, share: 0.09 },
] as const;

/** Puts the camera at its distance and elevation and aims it so that the eyes are at the offset. */
export function aim(
  camera: PerspectiveCamera,
  situation: Situation,
  seed: number,
  nowMs: number,
): void {
  const elevation = situation.cameraElevationDeg * RAD;
  const shake = situation.cameraShakeDeg * RAD;
  camera.position.set(
    0,
    Math.sin(elevation) * situation.distanceCm,
    Math.cos(elevation) * situation.distanceCm,
  );
  // A phone held upright has the same sensor, turned: its wide side is then the picture's height.
  const halfShorter = Math.tan((situation.verticalFovDeg / 2) * RAD);
  const halfHeight = camera.aspect < 1 ? halfShorter / camera.aspect : halfShorter;
  camera.fov = (2 * Math.atan(halfHeight)) / RAD;
  camera.updateProjectionMatrix();
  camera.up.set(0, 1, 0);
  camera.lookAt(ORIGIN);
  const towardEyes = new Vector3(
    2 * situation.offsetXRatio * halfHeight * camera.aspect,
    2 * situation.offsetYRatio * halfHeight,
    -1,
  ).normalize();
  camera.quaternion.multiply(new Quaternion().setFromUnitVectors(towardEyes, FORWARD));
  if (shake > 0) {
    const swing = (axis: number) =>
      SHAKE.reduce(
        (sum, { hz, share }, i) =>
          sum +
          share * Math.sin(2 * Math.PI * (hz * (nowMs / 1000) + hash01(seed, 700 + 10 * axis + i))),
        0,
      );
    camera.rotateY(shake * swing(0));
    camera.rotateX(shake * swing(1));
    camera.rotateZ(0.5 * shake * swing(2));
  }
  camera.updateMatrixWorld();
}
