import { Euler, Matrix4, type PerspectiveCamera, Quaternion, Vector3 } from 'three';
import { INTEROCULAR_CM } from './face-regions.ts';
import { hash01, type Pose } from './movement.ts';
import type { Situation } from './situation.ts';

/** A usual laptop camera: 40 degrees high, about 66 wide at 16:9. */
export const VERTICAL_FIELD_OF_VIEW_DEG = 40;

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
    iodPx: (INTEROCULAR_CM / depthCm / (2 * halfHeight * camera.aspect)) * widthPx,
  };
}

const FORWARD = new Vector3(0, 0, -1);
const ORIGIN = new Vector3();

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
  camera.up.set(0, 1, 0);
  camera.lookAt(ORIGIN);
  const halfHeight = Math.tan((VERTICAL_FIELD_OF_VIEW_DEG / 2) * RAD);
  const towardEyes = new Vector3(
    2 * situation.offsetXRatio * halfHeight * camera.aspect,
    2 * situation.offsetYRatio * halfHeight,
    -1,
  ).normalize();
  camera.quaternion.multiply(new Quaternion().setFromUnitVectors(towardEyes, FORWARD));
  if (shake > 0) {
    const swing = (periodMs: number) =>
      Math.sin((2 * Math.PI * nowMs) / periodMs + hash01(seed, periodMs) * 6);
    camera.rotateY(shake * swing(370));
    camera.rotateX(shake * swing(290));
  }
  camera.updateMatrixWorld();
}
