import { boxOf, type DetectedFace } from './face.ts';
import type { Landmarker } from './landmarker.ts';
import type { Box } from './luma.ts';

const WHOLE: Box = { x: 0, y: 0, width: 1, height: 1 };

/**
 * The detector is made for faces within arm's length and sees the picture at 128 x 128: from about a
 * tenth of the picture's width down it misses some. These parts, looked at alone, show them two or three times as large.
 */
const PARTS: readonly Box[] = [
  { x: 0.25, y: 0.05, width: 0.5, height: 0.6 },
  { x: 0.33, y: 0.15, width: 0.34, height: 0.45 },
  { x: 0, y: 0.05, width: 0.5, height: 0.6 },
  { x: 0.5, y: 0.05, width: 0.5, height: 0.6 },
];

/** A face that fills this much of its part's height is found in the whole picture as well. */
const FOUND_ANYWAY_RATIO = 0.5;

/** Cuts a part out of the picture. Who asks for it closes it. */
export type Cut = (part: Box) => Promise<ImageBitmap>;

/**
 * Finds faces near and far. A part in which a face was found is looked at until the face is lost or
 * has come near; while there is none at all, each look tries the whole picture and one part in turn.
 */
export function createFinder(landmarker: Landmarker) {
  let part = WHOLE;
  let turn = 0;

  async function findIn(where: Box, cut: Cut, atMs: number): Promise<DetectedFace[]> {
    const image = await cut(where);
    try {
      return landmarker.find(image, atMs).map((face) => inWhole(face, where));
    } finally {
      image.close();
    }
  }

  return async function find(cut: Cut, atMs: number): Promise<DetectedFace[]> {
    const found = await findIn(part, cut, atMs);
    if (found.length > 0) {
      if (part !== WHOLE && !found.every((face) => isInside(face, part))) part = WHOLE;
      return found;
    }
    part = part === WHOLE ? (PARTS[turn++ % PARTS.length] ?? WHOLE) : WHOLE;
    const second = await findIn(part, cut, atMs);
    if (second.length === 0) part = WHOLE;
    return second;
  };
}

function inWhole({ landmarks, matrix }: DetectedFace, part: Box): DetectedFace {
  return {
    matrix,
    landmarks: landmarks.map(({ x, y, z }) => ({
      x: part.x + x * part.width,
      y: part.y + y * part.height,
      z: z * part.width,
    })),
  };
}

function isInside({ landmarks }: DetectedFace, part: Box): boolean {
  const box = boxOf(landmarks);
  return (
    box.x > part.x &&
    box.y > part.y &&
    box.x + box.width < part.x + part.width &&
    box.y + box.height < part.y + part.height &&
    box.height < FOUND_ANYWAY_RATIO * part.height
  );
}
