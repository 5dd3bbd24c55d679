import { Euler, Matrix4, type PerspectiveCamera, Quaternion, Vector3 } from 'three';
import { INTEROCULAR_CM } from './face-regions.ts';
import type { Pose } from './movement.ts';
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
