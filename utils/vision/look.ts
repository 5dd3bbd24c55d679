import type { Observation } from '../observation.ts';
import { boxOf, type DetectedFace, describeFace } from './face.ts';
import type { Landmarker } from './landmarker.ts';
import { type Blocks, measurePicture } from './luma.ts';
import type { Look } from './messages.ts';
import { bitmapOf, lumaOfBitmap, lumaOfI420 } from './pixels.ts';

/** From pixels to an Observation. Without a landmarker (vision off) faces are null. */
export function createLooker(landmarker: Landmarker | null) {
  let before: Blocks | null = null;

  async function find({ pixels, capturedAtMs }: Look): Promise<DetectedFace[] | null> {
    if (!landmarker) return null;
    const image = await bitmapOf(pixels);
    try {
      return landmarker.find(image, capturedAtMs);
    } finally {
      if (pixels.format === 'I420') image.close();
    }
  }

  return async function lookAt(
    look: Look,
  ): Promise<{ observation: Observation; inferenceMs: number }> {
    const { pixels, capturedAtMs } = look;
    try {
      const startedMs = performance.now();
      const found = await find(look);
      const inferenceMs = landmarker ? performance.now() - startedMs : 0;
      const plane = pixels.format === 'I420' ? lumaOfI420(pixels) : lumaOfBitmap(pixels.bitmap);
      const people = (found ?? []).map(({ landmarks }) => boxOf(landmarks));
      const source = { widthPx: look.sourceWidthPx, heightPx: look.sourceHeightPx };
      const { picture, blocks } = measurePicture(plane, source, people, before);
      before = blocks;
      const faces =
        found?.map((face) => describeFace(face, plane)).sort((a, b) => b.iodRatio - a.iodRatio) ??
        null;
      return { observation: { capturedAtMs, camera: 'live', picture, faces }, inferenceMs };
    } finally {
      if (pixels.format === 'bitmap') pixels.bitmap.close();
    }
  };
}
