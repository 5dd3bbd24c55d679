import { CanvasTexture, Color, Group, Mesh, SphereGeometry, Vector3 } from 'three';
import { bodyMeshes, drapeMesh, legMeshes } from './body.ts';
import {
  type Deform,
  deformed,
  faceGeometry,
  scalpGeometry,
  skullGeometry,
} from './face-geometry.ts';
import { EYES_CM } from './face-regions.ts';
import { cssOf, paintFace } from './face-texture.ts';
import { hairGeometries } from './hair.ts';
import { createHands, openHand } from './hands.ts';
import { deform, headShapeOf } from './head-shapes.ts';
import type { FaceMesh } from './mesh.ts';
import { type Rgb, skinReflectance } from './monk-tones.ts';
import type { Pose } from './movement.ts';
import { type CameraUniforms, createSurface, type FaceUniforms } from './shader.ts';
import type { Hair, Situation } from './situation.ts';
import { ellipsoid } from './solids.ts';
import { createWorn, type Worn } from './worn.ts';

export interface Look {
  /** Left out: as the head's shape has it. */
  hair?: string;
  iris: string;
  clothes: string;
  /** Seen down to the floor. */
  standing?: boolean;
}

/** What of a situation makes the person. */
export type Figure = Pick<
  Situation,
  | 'skinTone'
  | 'headShape'
  | 'hair'
  | 'eyewear'
  | 'glareRatio'
  | 'onFace'
  | 'inHand'
  | 'yawDeg'
  | 'pitchDeg'
  | 'rollDeg'
>;

/** A person of cm, standing so that the middle between the eyes is the origin, looking along +z. */
export interface Person {
  root: Group;
  /** For what is worn or printed on the body, in the mesh's own cm. */
  body: Group;
  set(figure: Figure, pose: Pose): void;
}

const RAD = Math.PI / 180;
const SKIN_SHEEN = 0.035;
const SCARF = '#5f7f86';
/** With these the skull itself is seen from the front. */
const SEEN_SKULL: readonly Hair[] = ['none', 'short'];
/** A neck tilts so far alone; lying on the side the body lies too. */
const NECK_ROLL_DEG = 45;

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
  const bodyTurn = new Group();
  bodyTurn.add(body);
  root.add(head, bodyTurn);

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
  const scarf = createSurface(camera, { colour: new Color(SCARF), bothSides: true });
  const cloth = createSurface(camera, { colour: new Color(look.clothes) });
  const collar = createSurface(camera, { colour: new Color('#e8e6e0') });

  const texture = new CanvasTexture(document.createElement('canvas'));
  texture.flipY = false;
  const face = createSurface(
    camera,
    { painted: texture, sheen: SKIN_SHEEN, kind: 'face' },
    faceUniforms,
  );
  body.add(...bodyMeshes(neckSkin, cloth, collar));
  if (look.standing) {
    body.add(...legMeshes(createSurface(camera, { colour: new Color('#39404a') })));
  }
  const drape = drapeMesh(scarf);
  body.add(drape);

  const hands = createHands(skin, collar);
  head.add(hands.root);
  const gesture = openHand(skin);
  root.add(gesture);

  let built: { key: string; parts: Group } | undefined;
  let worn: Worn | undefined;
  /** Glasses, masks and the like come with the first head that wears any: most never do. */
  const wear = (parts: Group, toHead: Deform) => {
    worn = createWorn(mesh, camera, toHead);
    parts.add(worn.root);
  };
  const build = ({ headShape, hair: style }: Figure) => {
    const key = `${headShape} ${style}`;
    if (built?.key === key) return built.parts;
    built?.parts.traverse((part) => {
      if (part instanceof Mesh) part.geometry.dispose();
    });
    built?.parts.removeFromParent();
    worn = undefined;
    const toHead: Deform = (point) => deform(headShapeOf(headShape), point);
    const parts = new Group();
    parts.add(
      new Mesh(faceGeometry(mesh, toHead), face),
      new Mesh(
        SEEN_SKULL.includes(style) ? deformed(scalpGeometry(mesh), toHead) : skullGeometry(toHead),
        skin,
      ),
    );
    drape.visible = style === 'headscarf';
    for (const side of [-1, 1]) {
      const ear = new SphereGeometry(1, 12, 10);
      ellipsoid(ear, new Vector3(0.7, 2.1, 1.3), new Vector3(7.7 * side, 0.6, -4.2));
      parts.add(new Mesh(deformed(ear, toHead), skin));
    }
    for (const shape of hairGeometries(style, mesh)) {
      parts.add(new Mesh(deformed(shape, toHead), style === 'headscarf' ? scarf : hair));
    }
    headParts.add(parts);
    built = { key, parts };
    return parts;
  };

  let painted: string | undefined;
  const paint = ({ skinTone, headShape }: Figure) => {
    const key = `${skinTone} ${headShape}`;
    if (painted === key) return;
    const shape = headShapeOf(headShape);
    const code = codeOf(skinReflectance(skinTone));
    skinColour.setRGB(...code);
    // The chin's shadow on the neck, which this shader does not cast.
    neckColour.copy(skinColour).multiplyScalar(0.78);
    // Hair is darker than the skin beside it, as most people's is.
    hairColour.set(look.hair ?? shape.hair).multiplyScalar(Math.min(1, 0.3 + code[0]));
    texture.image = paintFace(mesh.uv, {
      skin: code,
      hair: cssOf([hairColour.r, hairColour.g, hairColour.b]),
      iris: look.iris,
      lines: shape.lines,
    });
    texture.needsUpdate = true;
    painted = key;
  };

  return {
    root,
    body,
    set(figure, pose) {
      paint(figure);
      const parts = build(figure);
      if (!worn && (figure.eyewear !== 'none' || figure.onFace !== 'nothing')) {
        wear(parts, (point) => deform(headShapeOf(figure.headShape), point));
      }
      worn?.set(figure);
      root.position.set(pose.xCm, pose.yCm, pose.zCm);
      const rollDeg = figure.rollDeg + pose.rollDeg;
      // Signs: pitch + looks up, which is a negative turn about x.
      head.rotation.set(
        -(figure.pitchDeg + pose.pitchDeg) * RAD,
        (figure.yawDeg + pose.yawDeg) * RAD,
        rollDeg * RAD,
        'YXZ',
      );
      const lies = Math.min(1, Math.max(0, Math.abs(rollDeg) / NECK_ROLL_DEG - 1));
      bodyTurn.rotation.z = rollDeg * lies * RAD;
      faceUniforms.mouthOpen.value = pose.mouthOpenRatio;
      faceUniforms.eyesShut.value = pose.eyesShutRatio;
      hands.set(figure.inHand);
      gesture.visible = pose.hand !== null;
      if (pose.hand) {
        gesture.position.set(pose.hand.xCm, pose.hand.yCm, pose.hand.zCm);
        gesture.rotation.z = pose.hand.rollDeg * RAD;
      }
    },
  };
}

/** Linear reflectance to the shader's picture code (gamma 2). */
function codeOf([r, g, b]: Rgb): [number, number, number] {
  return [Math.sqrt(r), Math.sqrt(g), Math.sqrt(b)];
}
