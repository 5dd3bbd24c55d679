import {
  CapsuleGeometry,
  CylinderGeometry,
  Group,
  Mesh,
  type ShaderMaterial,
  SphereGeometry,
  Vector3,
} from 'three';
import type { InHand } from './situation.ts';
import { ellipsoid } from './solids.ts';

/** Hands before the face, in the head's own place: eyes at the origin. */
export interface Hands {
  root: Group;
  set(inHand: InHand): void;
}

export function createHands(skin: ShaderMaterial, china: ShaderMaterial): Hands {
  const root = new Group();
  const mouth = handBeforeMouth(skin);
  const cupShape = new CylinderGeometry(4.1, 3.5, 8.6, 20);
  cupShape.translate(-1.4, -8.6, 9.6);
  const cup = new Mesh(cupShape, china);
  const face = openHand(skin);
  face.position.set(0.8, -7.4, 8.6);
  face.rotation.set(-0.12, 0, 0.12);
  root.add(mouth, cup, face);
  return {
    root,
    set(inHand) {
      mouth.visible = inHand === 'hand' || inHand === 'cup';
      cup.visible = inHand === 'cup';
      face.visible = inHand === 'hand-before-face';
    },
  };
}

function handBeforeMouth(skin: ShaderMaterial): Group {
  const hand = new Group();
  const palm = new SphereGeometry(1, 16, 12);
  ellipsoid(palm, new Vector3(4.4, 4, 1.8), new Vector3(2.2, -9.6, 7.4));
  hand.add(new Mesh(palm, skin));
  for (let finger = 0; finger < 4; finger++) {
    const geometry = new CapsuleGeometry(0.85, 5.2, 3, 10);
    geometry.rotateZ(Math.PI / 2 - 0.2);
    geometry.translate(-2.6, -7.4 - finger * 1.75, 8.4 - finger * 0.2);
    hand.add(new Mesh(geometry, skin));
  }
  const arm = new CylinderGeometry(3, 4.4, 22, 14);
  arm.rotateZ(0.5);
  arm.translate(8.5, -22, 6.4);
  hand.add(new Mesh(arm, skin));
  return hand;
}

/** Lengths of the fingers, from the first to the little one. */
const FINGERS_CM = [7.2, 8, 7.4, 5.6] as const;

/** An open hand with its forearm, fingers up; the middle of the palm is its origin. */
export function openHand(skin: ShaderMaterial): Group {
  const hand = new Group();
  const palm = new SphereGeometry(1, 18, 14);
  ellipsoid(palm, new Vector3(4.3, 5, 1.7), new Vector3(0, 0, 0));
  hand.add(new Mesh(palm, skin));
  FINGERS_CM.forEach((lengthCm, finger) => {
    const geometry = new CapsuleGeometry(0.9, lengthCm - 1.4, 4, 10);
    geometry.translate(0, lengthCm / 2 + 2.6, 0);
    geometry.rotateZ(0.09 * (1.5 - finger));
    geometry.translate(1.85 * (finger - 1.5), 0.2, 0.2);
    hand.add(new Mesh(geometry, skin));
  });
  const thumb = new CapsuleGeometry(1, 4.6, 4, 10);
  thumb.translate(0, 3.4, 0);
  thumb.rotateZ(0.85);
  thumb.translate(-2.6, -1.6, 0.5);
  hand.add(new Mesh(thumb, skin));
  const arm = new CylinderGeometry(2.5, 4.2, 26, 14);
  arm.translate(0, -16, -0.4);
  hand.add(new Mesh(arm, skin));
  return hand;
}
