import {
  BufferAttribute,
  BufferGeometry,
  CanvasTexture,
  CapsuleGeometry,
  Color,
  CylinderGeometry,
  Group,
  LatheGeometry,
  Mesh,
  type ShaderMaterial,
  SphereGeometry,
  TorusGeometry,
  Vector2,
  Vector3,
} from 'three';
import { EYES_CM, FACE } from './face-regions.ts';
import { cssOf, paintFace } from './face-texture.ts';
import type { FaceMesh } from './mesh.ts';
import { type Rgb, type SkinTone, skinReflectance } from './monk-tones.ts';
import type { Pose } from './movement.ts';
import { type CameraUniforms, createSurface, type FaceUniforms } from './shader.ts';
import type { Situation } from './situation.ts';

export interface Look {
  hair: string;
  iris: string;
  clothes: string;
}

/** A person of cm, standing so that the middle between the eyes is the origin, looking along +z. */
export interface Person {
  root: Group;
  set(tone: SkinTone, angles: HeadAngles, pose: Pose, inHand: Situation['inHand']): void;
}

export type HeadAngles = Pick<Situation, 'yawDeg' | 'pitchDeg' | 'rollDeg'>;

const RAD = Math.PI / 180;
/** The back of the head: an ellipsoid a little inside the mesh's edge. */
const SKULL = { centre: new Vector3(0, 1.2, -4.4), radii: new Vector3(7.55, 9.6, 8.6) };
const SKIN_SHEEN = 0.035;

export function createPerson(mesh: FaceMesh, camera: CameraUniforms, look: Look): Person {
  const root = new Group();
  const head = new Group();
  // Everything is modelled in the mesh's own cm; the head turns about the eyes, so that the place
  // of the eyes is exactly what the situation says.
  const headParts = new Group();
  headParts.position.set(-EYES_CM.x, -EYES_CM.y, -EYES_CM.z);
  head.add(headParts);
  const body = new Group();
  body.position.copy(headParts.position);
  root.add(head, body);

  const faceUniforms: FaceUniforms = { mouthOpen: { value: 0 }, eyesShut: { value: 0 } };
  const skinColour = new Color();
  const skin = createSurface(camera, { colour: skinColour, sheen: SKIN_SHEEN });
  const neckColour = new Color();
  const neckSkin = createSurface(camera, { colour: neckColour });
  const hairColour = new Color();
  const hair = createSurface(camera, {
    colour: hairColour,
    sheen: 0.03,
    bothSides: true,
  });
  const cloth = createSurface(camera, { colour: new Color(look.clothes) });
  const collar = createSurface(camera, { colour: new Color('#e8e6e0') });

  const texture = new CanvasTexture(document.createElement('canvas'));
  texture.flipY = false;
  const face = createSurface(
    camera,
    { painted: texture, sheen: SKIN_SHEEN, kind: 'face' },
    faceUniforms,
  );
  headParts.add(new Mesh(faceGeometry(mesh), face));

  const skull = new SphereGeometry(1, 28, 20);
  ellipsoid(skull, SKULL.radii, SKULL.centre);
  headParts.add(new Mesh(skull, skin));
  for (const side of [-1, 1]) {
    const ear = new SphereGeometry(1, 12, 10);
    ellipsoid(ear, new Vector3(0.7, 2.1, 1.3), new Vector3(7.7 * side, 0.6, -4.2));
    headParts.add(new Mesh(ear, skin));
  }
  headParts.add(...hairMeshes(hair));
  body.add(...bodyMeshes(neckSkin, cloth, collar));

  const hand = handMesh(skin, collar);
  head.add(hand.root);

  let painted: SkinTone | undefined;
  return {
    root,
    set(tone, angles, pose, inHand) {
      if (painted !== tone) {
        const code = codeOf(skinReflectance(tone));
        skinColour.setRGB(...code);
        // The chin's shadow on the neck, which this shader does not cast.
        neckColour.copy(skinColour).multiplyScalar(0.78);
        // Hair is darker than the skin beside it, as most people's is.
        hairColour.set(look.hair).multiplyScalar(Math.min(1, 0.3 + code[0]));
        const hairCode = cssOf([hairColour.r, hairColour.g, hairColour.b]);
        texture.image = paintFace(mesh.uv, { skin: code, hair: hairCode, iris: look.iris });
        texture.needsUpdate = true;
        painted = tone;
      }
      root.position.set(pose.xCm, pose.yCm, pose.zCm);
      // Signs: pitch + looks up, which is a negative turn about x.
      head.rotation.set(
        -(angles.pitchDeg + pose.pitchDeg) * RAD,
        (angles.yawDeg + pose.yawDeg) * RAD,
        (angles.rollDeg + pose.rollDeg) * RAD,
        'YXZ',
      );
      faceUniforms.mouthOpen.value = pose.mouthOpenRatio;
      faceUniforms.eyesShut.value = pose.eyesShutRatio;
      hand.root.visible = inHand !== 'nothing';
      hand.cup.visible = inHand === 'cup';
    },
  };
}

/** Linear reflectance to the shader's picture code (gamma 2). */
function codeOf([r, g, b]: Rgb): [number, number, number] {
  return [Math.sqrt(r), Math.sqrt(g), Math.sqrt(b)];
}

/** Normals stay right because the scaling goes into the vertices, not into a matrix. */
function ellipsoid(geometry: BufferGeometry, radii: Vector3, centre: Vector3): void {
  geometry.scale(radii.x, radii.y, radii.z);
  geometry.translate(centre.x, centre.y, centre.z);
  geometry.computeVertexNormals();
}

function faceGeometry(mesh: FaceMesh): BufferGeometry {
  const count = mesh.positions.length / 3;
  const positions = new Float32Array(mesh.positions);
  closeMouth(positions);
  smile(positions);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('uv', new BufferAttribute(mesh.uv, 2));
  geometry.setIndex(new BufferAttribute(mesh.triangles, 1));
  geometry.computeVertexNormals();
  blendNormalsIntoSkull(positions, geometry.getAttribute('normal') as BufferAttribute);

  const jaw = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const x = positions[i * 3] as number;
    const y = positions[i * 3 + 1] as number;
    // All below the line between the lips goes down with the jaw, less toward its hinge.
    if (y < LIP_LINE_Y) jaw[i] = Math.exp(-((x / 4.6) ** 2)) * (y < -9 ? 0.75 : 1);
  }
  for (const vertex of UPPER_LIP) jaw[vertex] = -0.08;
  for (const vertex of LOWER_LIP)
    jaw[vertex] = Math.exp(-(((positions[vertex * 3] as number) / 2.6) ** 4));
  geometry.setAttribute('jaw', new BufferAttribute(jaw, 1));

  const lid = new Float32Array(count * 3);
  for (const [upper, lower] of FACE.lidPairs) {
    for (let c = 0; c < 3; c++) {
      lid[upper * 3 + c] =
        ((positions[lower * 3 + c] as number) - (positions[upper * 3 + c] as number)) * 0.92;
    }
    // Bent over the eyeball.
    lid[upper * 3 + 2] = (lid[upper * 3 + 2] as number) + 0.12;
  }
  geometry.setAttribute('lid', new BufferAttribute(lid, 3));
  return geometry;
}

const LIP_LINE_Y = -4.35;
/** From the sitter's right corner to the left: the inner edge first, then the outer. */
const UPPER_LIP = [191, 80, 81, 82, 13, 312, 311, 310, 415, 185, 40, 39, 37, 0, 267, 269, 270, 409];
const LOWER_LIP = [
  95, 88, 178, 87, 14, 317, 402, 318, 324, 146, 91, 181, 84, 17, 314, 405, 321, 375,
];

/** The canonical mouth is a little open; at rest the lips meet. */
function closeMouth(positions: Float32Array): void {
  const upper = UPPER_LIP.slice(0, 9);
  const lower = LOWER_LIP.slice(0, 9);
  for (const [index, top] of upper.entries()) {
    const bottom = lower[index] as number;
    for (const c of [1, 2]) {
      const gap = (positions[top * 3 + c] as number) - (positions[bottom * 3 + c] as number);
      positions[top * 3 + c] = (positions[top * 3 + c] as number) - gap * 0.4;
      positions[bottom * 3 + c] = (positions[bottom * 3 + c] as number) + gap * 0.5;
    }
  }
}

/** The canonical face is earnest; the corners of the mouth go up a little. */
function smile(positions: Float32Array): void {
  for (let i = 0; i < positions.length; i += 3) {
    const x = Math.abs(positions[i] as number);
    const y = positions[i + 1] as number;
    const near = Math.exp(-(((x - 2.7) / 1.2) ** 2) - ((y + 4.3) / 1.3) ** 2);
    positions[i + 1] = y + 0.34 * near;
    positions[i + 2] = (positions[i + 2] as number) - 0.1 * near;
  }
}

/** At its edge the face takes the skull's normals, or a hard line would run round it. */
function blendNormalsIntoSkull(positions: Float32Array, normals: BufferAttribute): void {
  const oval: readonly number[] = FACE.oval;
  const normal = new Vector3();
  const point = new Vector3();
  const edge = new Vector3();
  for (let i = 0; i < normals.count; i++) {
    point.fromArray(positions, i * 3);
    let nearestCm = Number.POSITIVE_INFINITY;
    for (const vertex of oval) {
      nearestCm = Math.min(nearestCm, edge.fromArray(positions, vertex * 3).distanceTo(point));
    }
    const share = Math.max(0, 1 - nearestCm / 3);
    if (share === 0) continue;
    const skull = point.sub(SKULL.centre).divide(SKULL.radii).divide(SKULL.radii).normalize();
    normal.fromBufferAttribute(normals, i).lerp(skull, share).normalize();
    normals.setXYZ(i, normal.x, normal.y, normal.z);
  }
}

function hairMeshes(material: ShaderMaterial): Mesh[] {
  // A cap that ends above the forehead, a bob round the back, and a lock down each side.
  const cap = new SphereGeometry(1, 30, 16, 0, 2 * Math.PI, 0, Math.PI * 0.5);
  cap.scale(9.2, 9.2, 10.2);
  cap.rotateX(-0.5);
  cap.translate(0, 3.6, -4.4);
  cap.computeVertexNormals();
  const back = new SphereGeometry(1, 24, 16);
  ellipsoid(back, new Vector3(9.9, 11.6, 7.2), new Vector3(0, -0.6, -8.4));
  const locks = [-1, 1].map((side) => {
    const lock = new SphereGeometry(1, 14, 14);
    lock.scale(1.9, 7.6, 4);
    lock.rotateZ(side * 0.07);
    lock.translate(8.2 * side, 0.4, -3.6);
    lock.computeVertexNormals();
    return lock;
  });
  return [cap, back, ...locks].map((shape) => new Mesh(shape, material));
}

function bodyMeshes(skin: ShaderMaterial, cloth: ShaderMaterial, collar: ShaderMaterial): Mesh[] {
  const neck = new CylinderGeometry(4.7, 5.8, 15, 20);
  neck.translate(0, -12, -6);
  // Outline of half the shoulders, turned and then flattened from front to back.
  const outline = [
    [5.4, 0],
    [7.5, -1.6],
    [13, -3.8],
    [18.5, -6.6],
    [21.5, -11],
    [22.5, -18],
    [21.5, -48],
  ].map(([x, y]) => new Vector2(x, y));
  const torso = new LatheGeometry(outline.reverse(), 36);
  torso.scale(1, 1, 0.55);
  torso.translate(0, -15, -6.5);
  torso.computeVertexNormals();
  const ring = new TorusGeometry(5.9, 0.75, 8, 28);
  ring.rotateX(Math.PI / 2 + 0.22);
  ring.scale(1.02, 1, 0.92);
  ring.translate(0, -15.6, -5.8);
  return [new Mesh(neck, skin), new Mesh(torso, cloth), new Mesh(ring, collar)];
}

/** A hand before the mouth, with or without a cup; in the head's own place, eyes at the origin. */
function handMesh(skin: ShaderMaterial, china: ShaderMaterial): { root: Group; cup: Mesh } {
  const root = new Group();
  const palm = new SphereGeometry(1, 16, 12);
  ellipsoid(palm, new Vector3(4.4, 4, 1.8), new Vector3(2.2, -9.6, 7.4));
  root.add(new Mesh(palm, skin));
  for (let finger = 0; finger < 4; finger++) {
    const geometry = new CapsuleGeometry(0.85, 5.2, 3, 10);
    geometry.rotateZ(Math.PI / 2 - 0.2);
    geometry.translate(-2.6, -7.4 - finger * 1.75, 8.4 - finger * 0.2);
    root.add(new Mesh(geometry, skin));
  }
  const arm = new CylinderGeometry(3, 4.4, 22, 14);
  arm.rotateZ(0.5);
  arm.translate(8.5, -22, 6.4);
  root.add(new Mesh(arm, skin));
  const cupShape = new CylinderGeometry(4.1, 3.5, 8.6, 20);
  cupShape.translate(-1.4, -8.6, 9.6);
  const cup = new Mesh(cupShape, china);
  root.add(cup);
  return { root, cup };
}
