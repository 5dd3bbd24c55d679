import { describe, expect, it } from 'vitest';
import { describeFace, type Landmark, poseOf } from '../../../utils/vision/face.ts';
import {
  CANONICAL_EYES_CM,
  CHEEK_RINGS,
  EYE_OPENINGS,
  EYE_RINGS,
  FACE_RING,
  INNER_LIPS,
} from '../../../utils/vision/landmarks.ts';

type Matrix3 = readonly (readonly [number, number, number])[];
const RAD = Math.PI / 180;
const times = (a: Matrix3, b: Matrix3): Matrix3 =>
  a.map((row) =>
    [0, 1, 2].map((j) => row.reduce((s, v, k) => s + v * (b[k]?.[j] ?? 0), 0)),
  ) as never;
const aboutX = (deg: number): Matrix3 => {
  const [c, s] = [Math.cos(deg * RAD), Math.sin(deg * RAD)];
  return [
    [1, 0, 0],
    [0, c, -s],
    [0, s, c],
  ];
};
const aboutY = (deg: number): Matrix3 => {
  const [c, s] = [Math.cos(deg * RAD), Math.sin(deg * RAD)];
  return [
    [c, 0, s],
    [0, 1, 0],
    [-s, 0, c],
  ];
};
const aboutZ = (deg: number): Matrix3 => {
  const [c, s] = [Math.cos(deg * RAD), Math.sin(deg * RAD)];
  return [
    [c, -s, 0],
    [s, c, 0],
    [0, 0, 1],
  ];
};

/** Column by column: a head turned like this, its eyes straight before the camera. */
function matrixOf(rotation: Matrix3, distanceCm = 60): number[] {
  const t = [0, 0, -distanceCm].map(
    (at, i) =>
      at - CANONICAL_EYES_CM.reduce<number>((s, v, k) => s + (rotation[i]?.[k] ?? 0) * v, 0),
  );
  const column = (k: number) => [0, 1, 2].map((i) => rotation[i]?.[k] ?? 0);
  return [...column(0), 0, ...column(1), 0, ...column(2), 0, ...t, 1];
}

describe('pose: signs, stated once', () => {
  it.each([
    [
      'straight',
      aboutX(0),
      { yawDeg: 0, pitchDeg: 0, rollDeg: 0, cameraElevationDeg: 0, cameraAzimuthDeg: 0 },
    ],
    // x of the picture to the right is the person's left.
    [
      'turned to the own left',
      aboutY(20),
      { yawDeg: 20, cameraAzimuthDeg: -20, cameraElevationDeg: 0 },
    ],
    ['looking down, so the camera is above', aboutX(15), { pitchDeg: 15, cameraElevationDeg: 15 }],
    ['looking up, so the camera is below', aboutX(-25), { pitchDeg: -25, cameraElevationDeg: -25 }],
    ['leaning to the own left', aboutZ(-10), { rollDeg: 10, cameraElevationDeg: 0 }],
    ['down and leaning', times(aboutX(15), aboutZ(-10)), { cameraElevationDeg: 14.8 }],
  ] as const)('%s', (_, rotation, expected) => {
    const pose = poseOf(matrixOf(rotation));
    for (const [name, value] of Object.entries(expected)) {
      expect(pose[name as keyof typeof pose], name).toBeCloseTo(value, 0);
    }
  });

  it('is the same far away', () => {
    expect(poseOf(matrixOf(aboutX(15), 200)).cameraElevationDeg).toBeCloseTo(15, 1);
  });

  it('gives the place beside the axis less than its whole angle', () => {
    const matrix = matrixOf(aboutX(0));
    matrix[12] = 30;
    expect(poseOf(matrix).cameraAzimuthDeg).toBeLessThan(-5);
    expect(poseOf(matrix).cameraAzimuthDeg).toBeGreaterThan(-12);
  });
});

/** A face as a grid of landmarks, with eyes, cheeks and forehead where they belong. */
function landmarksAt(options: { turnedDeg?: number; eyesShut?: boolean } = {}): Landmark[] {
  const { turnedDeg = 0, eyesShut = false } = options;
  const points: Landmark[] = Array.from({ length: 478 }, () => ({ x: 0.5, y: 0.5, z: 0 }));
  const put = (index: number, x: number, y: number) => {
    // Turned about the middle: what is aside comes nearer to it and goes back.
    const c = Math.cos(turnedDeg * RAD);
    const s = Math.sin(turnedDeg * RAD);
    points[index] = { x: 0.5 + x * c, y: 0.5 + y, z: x * s };
  };
  FACE_RING.forEach((index, i) => {
    const angle = (2 * Math.PI * i) / FACE_RING.length;
    put(index, 0.1 * Math.sin(angle), -0.22 * Math.cos(angle));
  });
  for (const [ring, sign] of [
    [CHEEK_RINGS.left, 1],
    [CHEEK_RINGS.right, -1],
  ] as const) {
    ring.forEach((index, i) => {
      const angle = (2 * Math.PI * i) / ring.length;
      put(index, sign * 0.05 + 0.02 * Math.cos(angle), 0.04 + 0.03 * Math.sin(angle));
    });
  }
  for (const [side, sign] of [
    ['right', -1],
    ['left', 1],
  ] as const) {
    const ring = EYE_RINGS[side];
    const half = eyesShut ? 0.001 : 0.015;
    ring.forEach((index, i) => {
      const angle = (2 * Math.PI * i) / ring.length;
      put(index, sign * 0.04 + 0.02 * Math.cos(angle), -0.06 + half * Math.sin(angle));
    });
    const [upper, lower, outer, inner] = EYE_OPENINGS[side];
    put(upper, sign * 0.04, -0.06 - half);
    put(lower, sign * 0.04, -0.06 + half);
    put(outer, sign * 0.06, -0.06);
    put(inner, sign * 0.02, -0.06);
  }
  return points;
}

describe('a face', () => {
  const widthPx = 640;
  const heightPx = 360;
  /** The person's left (the right of the picture) bright, their right dark; eyes white. */
  const luma = Uint8Array.from({ length: widthPx * heightPx }, (_, i) => {
    const x = (i % widthPx) / widthPx - 0.5;
    const y = Math.floor(i / widthPx) / heightPx - 0.5;
    if (Math.abs(Math.abs(x) - 0.04) < 0.02 && Math.abs(y + 0.06) < 0.015) return 220;
    return x > 0 ? 150 : 80;
  });
  const plane = { widthPx, heightPx, luma };
  const describeIt = (options = {}) =>
    describeFace({ landmarks: landmarksAt(options), matrix: matrixOf(aboutX(0)) }, plane, 0);

  it('has its box, its eyes and its size', () => {
    const face = describeIt();
    expect(face.box.x).toBeCloseTo(0.4);
    expect(face.box.width).toBeCloseTo(0.2);
    expect(face.box.height).toBeCloseTo(0.44);
    expect(face.eyes.x).toBeCloseTo(0.5);
    expect(face.eyes.y).toBeCloseTo(0.44);
    expect(face.iodRatio).toBeCloseTo(0.12);
    // 8.9 cm at 0.12 of a width that spans 68 degrees.
    expect(face.distanceCm).toBeCloseTo(55, 0);
  });

  it('keeps its interocular distance when it turns', () => {
    expect(describeIt({ turnedDeg: 40 }).iodRatio).toBeCloseTo(0.12);
  });

  it('tells how far the lips are apart, in interocular distances', () => {
    const landmarks = landmarksAt();
    landmarks[INNER_LIPS.upper] = { x: 0.5, y: 0.58, z: 0.01 };
    landmarks[INNER_LIPS.lower] = { x: 0.5, y: 0.61, z: 0.01 };
    const face = describeFace({ landmarks, matrix: matrixOf(aboutX(0)) }, plane, 0);
    // A thirtieth of the picture's height, against 0.12 of its width.
    expect(face.lipGapIod).toBeCloseTo((0.03 * plane.heightPx) / (0.12 * plane.widthPx));
  });

  it("names left and right as the person's own", () => {
    const { luminance } = describeIt();
    expect(luminance.leftCheek).toBeCloseTo(0.305, 2);
    expect(luminance.rightCheek).toBeCloseTo(0.08, 2);
    expect(luminance.face).toBeGreaterThan(luminance.rightCheek);
    expect(luminance.face).toBeLessThan(luminance.leftCheek);
  });

  it('tells how much of it is clipped', () => {
    const burnt = { ...plane, luma: luma.map((code) => (code === 150 ? 250 : code)) };
    const of = (pixels: typeof plane) =>
      describeFace({ landmarks: landmarksAt(), matrix: matrixOf(aboutX(0)) }, pixels, 0);
    expect(of(plane).clippedRatio).toBe(0);
    expect(of(burnt).clippedRatio).toBeCloseTo(0.49, 1);
  });

  it('sees the whites of open eyes, and none of shut or tiny ones', () => {
    expect(describeIt().eyeWhiteLuminance).toBeCloseTo(0.716, 1);
    expect(describeIt({ eyesShut: true }).eyeWhiteLuminance).toBeNull();
    const tiny = landmarksAt().map(({ x, y, z }) => ({ x: x / 8, y: y / 8, z: z / 8 }));
    expect(
      describeFace({ landmarks: tiny, matrix: matrixOf(aboutX(0)) }, plane, 0).eyeWhiteLuminance,
    ).toBeNull();
  });

  it('is described where it leaves the picture', () => {
    const outside = landmarksAt().map(({ x, y, z }) => ({ x: x + 0.6, y, z }));
    const face = describeFace({ landmarks: outside, matrix: matrixOf(aboutX(0)) }, plane, 0);
    expect(Object.values(face.luminance).every(Number.isFinite)).toBe(true);
  });
});
