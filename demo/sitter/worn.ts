import {
  type BufferGeometry,
  Color,
  Group,
  Mesh,
  type ShaderMaterial,
  SphereGeometry,
  Vector3,
} from 'three';
import { type Deform, deformed, surfaceZ } from './face-geometry.ts';
import type { FaceMesh } from './mesh.ts';
import { type CameraUniforms, createSurface } from './shader.ts';
import type { Situation } from './situation.ts';
import { ellipsoid, sheet, tube } from './solids.ts';

/** What the sitter wears on the face: glasses, patch, mask, tube. */
export interface Worn {
  root: Group;
  set(what: Pick<Situation, 'eyewear' | 'glareRatio' | 'onFace'>): void;
}

/** Glasses sit before the eyes: middle of a lens, its half width and height, its distance from the ears' line. */
const LENS = { x: 3.3, y: 2.2, z: 5.1, halfWidth: 2.75, halfHeight: 2.15 } as const;
/** How far a lens's outer edge bends back towards the temple. */
const LENS_WRAP = 0.09;
const EAR = { x: 8.1, y: 1.4, z: -4 } as const;

export function createWorn(mesh: FaceMesh, camera: CameraUniforms, deform: Deform): Worn {
  const root = new Group();
  const surface = (colour: string, sheen = 0.02) =>
    createSurface(camera, { colour: new Color(colour), sheen, bothSides: true });
  const group = (material: ShaderMaterial, shapes: BufferGeometry[]) => {
    const parts = new Group();
    for (const shape of shapes) parts.add(new Mesh(deformed(shape, deform), material));
    root.add(parts);
    return parts;
  };
  const glare = { value: 0 };
  const lens = (colour: string, opacity: number) =>
    createSurface(camera, { colour: new Color(colour), sheen: 0.02, kind: 'lens', opacity, glare });

  const frames = group(surface('#2b2724', 0.05), frameGeometries());
  const clear = group(lens('#dfe8ea', 0.07), lensGeometries());
  const dark = group(lens('#15161a', 0.95), lensGeometries());
  const patch = group(surface('#1c1a1d'), patchGeometries(mesh));
  const mask = group(surface('#a9c6d4', 0), [maskGeometry()]);
  const loops = group(surface('#e9eef0', 0), loopGeometries());
  const tubes = group(surface('#d3e4da', 0.08), tubeGeometries(mesh));

  return {
    root,
    set({ eyewear, glareRatio, onFace }) {
      glare.value = glareRatio;
      clear.visible = eyewear === 'glasses';
      dark.visible = eyewear === 'dark-glasses';
      frames.visible = clear.visible || dark.visible;
      patch.visible = eyewear === 'eye-patch';
      mask.visible = onFace === 'mask';
      loops.visible = mask.visible;
      tubes.visible = onFace === 'nasal-tube';
    },
  };
}

const SIDES = [-1, 1] as const;
/** Rounded rectangle: a power above 2 squares an ellipse off. */
const SQUARENESS = 2.6;

function rimPoint(side: number, angle: number, size = 1): [number, number, number] {
  const round = (value: number) => Math.sign(value) * Math.abs(value) ** (2 / SQUARENESS);
  const x = LENS.halfWidth * size * round(Math.cos(angle));
  const y = LENS.halfHeight * size * round(Math.sin(angle));
  return [side * (LENS.x + x), LENS.y + y, LENS.z - LENS_WRAP * Math.max(0, x + 2) ** 2 * 0.8];
}

function frameGeometries(): BufferGeometry[] {
  const rim = (side: number) =>
    tube(
      Array.from({ length: 25 }, (_, i) => rimPoint(side, (i / 24) * 2 * Math.PI)),
      0.17,
    );
  const temple = (side: number) => {
    const [x, y, z] = rimPoint(side, 0.5);
    return tube(
      [
        [x, y, z],
        [side * 7.4, y + 0.1, 1.5],
        [side * 8.05, y - 0.3, -2],
        [side * EAR.x, EAR.y, EAR.z],
      ],
      0.16,
    );
  };
  const bridge = tube(
    [rimPoint(-1, 2.5), [0, LENS.y + 1.35, LENS.z + 0.75], rimPoint(1, 2.5)],
    0.16,
  );
  return [...SIDES.map(rim), ...SIDES.map(temple), bridge];
}

function lensGeometries(): BufferGeometry[] {
  return SIDES.map((side) =>
    sheet(14, 14, (u, v) => {
      const [dx, dy] = [2 * u - 1, 2 * v - 1];
      // A square's point on the rounded rectangle of the rim.
      const size = Math.max(Math.abs(dx), Math.abs(dy));
      const angle = Math.atan2(dy, side * dx);
      return rimPoint(side, angle, size);
    }),
  );
}

/** Slanting from above the left ear over the right eye. */
const BAND = { slant: -0.42, through: new Vector3(0, 5, -4.4) } as const;
/** About the head as it is under the band. */
const HEAD = { centre: new Vector3(0, 1.2, -4.4), radii: new Vector3(7.7, 11.9, 8.8) } as const;

function bandPoint(mesh: FaceMesh, angle: number): [number, number, number] {
  const along = new Vector3(
    Math.cos(angle) * Math.cos(BAND.slant),
    Math.cos(angle) * Math.sin(BAND.slant),
    Math.sin(angle),
  ).divide(HEAD.radii);
  const from = BAND.through.clone().sub(HEAD.centre).divide(HEAD.radii);
  // Out from the middle until the ellipsoid's surface.
  const [a, b, c] = [along.dot(along), from.dot(along), from.dot(from) - 1];
  const point = from.addScaledVector(along, (-b + Math.sqrt(b * b - a * c)) / a);
  point.multiply(HEAD.radii).add(HEAD.centre);
  const skin = point.z > -3 ? surfaceZ(mesh, point.x, point.y) : undefined;
  return [point.x, point.y, skin === undefined ? point.z : skin + 0.12];
}

/** Over the right eye, with a band round the head. */
function patchGeometries(mesh: FaceMesh): BufferGeometry[] {
  const pad = new SphereGeometry(1, 24, 16);
  ellipsoid(pad, new Vector3(2.9, 2.3, 1.35), new Vector3(-3.3, 2.4, 3.6));
  const band = tube(
    Array.from({ length: 41 }, (_, i) => bandPoint(mesh, (i / 40) * 2 * Math.PI)),
    0.26,
  );
  return [pad, band];
}

/** Heights of a surgical mask and how far out its middle, and half how wide it is, there. */
const MASK = [
  { y: 1.5, front: 6.5, half: 4.4, side: 1.6 },
  { y: 0.4, front: 7.5, half: 5.8, side: 0.6 },
  { y: -1.4, front: 8.2, half: 6.7, side: -0.6 },
  { y: -4, front: 7.6, half: 6.9, side: -1.2 },
  { y: -6.8, front: 7, half: 6.6, side: -1 },
  { y: -9, front: 6.1, half: 5.4, side: 0 },
  { y: -10.3, front: 4.2, half: 4.2, side: 0.4 },
] as const;
/** Folds across, as ironed into the cloth. */
const PLEATS = { count: 3, depthCm: 0.22, from: 0.3, to: 0.75 } as const;

function maskAt(v: number) {
  const place = (1 - v) * (MASK.length - 1);
  const from = Math.min(MASK.length - 2, Math.floor(place));
  const share = place - from;
  const [above, below] = [MASK[from], MASK[from + 1]] as [
    (typeof MASK)[number],
    (typeof MASK)[number],
  ];
  const mix = (key: 'y' | 'front' | 'half' | 'side') =>
    above[key] + (below[key] - above[key]) * share;
  return { y: mix('y'), front: mix('front'), half: mix('half'), side: mix('side') };
}

function maskGeometry(): BufferGeometry {
  return sheet(28, 36, (u, v) => {
    const { y, front, half, side } = maskAt(v);
    const angle = (u - 0.5) * Math.PI;
    const folded = v > PLEATS.from && v < PLEATS.to;
    const fold = folded ? ((v - PLEATS.from) / (PLEATS.to - PLEATS.from)) * PLEATS.count : 0;
    const pleat = PLEATS.depthCm * (fold - Math.floor(fold));
    // Tented from the nose to the cheeks.
    return [half * Math.sin(angle), y, side + (front + pleat - side) * Math.cos(angle) ** 1.25];
  });
}

function loopGeometries(): BufferGeometry[] {
  return SIDES.flatMap((side) =>
    [0.82, 0.3].map((v) => {
      const { y, half, side: z } = maskAt(v);
      return tube(
        [
          [side * half, y, z],
          [side * 7.7, (y + EAR.y) / 2, (z + EAR.z) / 2],
          [side * EAR.x, EAR.y + (v > 0.5 ? 0.6 : -1.2), EAR.z],
        ],
        0.13,
      );
    }),
  );
}

/** Oxygen: under the nose and over the cheeks to the ears, with two short ends into the nose. */
function tubeGeometries(mesh: FaceMesh): BufferGeometry[] {
  const radius = 0.24;
  const onSkin = (x: number, y: number): [number, number, number] => [
    x,
    y,
    (surfaceZ(mesh, x, y) ?? 0) + radius * 0.7,
  ];
  const half = (side: number): [number, number, number][] => [
    [side * EAR.x, EAR.y + 0.6, EAR.z],
    [side * 7.9, 0.6, -1.6],
    onSkin(side * 6.6, -0.4),
    onSkin(side * 5, -1.3),
    onSkin(side * 3.2, -2.2),
    onSkin(side * 1.6, -2.65),
  ];
  const prong = (side: number) =>
    tube(
      [onSkin(side * 0.8, -2.7), [side * 0.8, -2.2, 6.5], [side * 0.75, -1.7, 6.3]],
      radius * 0.8,
    );
  return [tube([...half(-1), onSkin(0, -2.75), ...half(1).reverse()], radius), ...SIDES.map(prong)];
}
