import type { Observation } from '../observation.ts';
import { boxOf, describeFace } from './face.ts';
import { createFinder } from './finder.ts';
import type { Landmarker } from './landmarker.ts';
import { type Blocks, measurePicture } from './luma.ts';
import type { Look } from './messages.ts';
import { cutOut, lumaOfBitmap, lumaOfI420 } from './pixels.ts';

/** From pixels to an Observation. Without a landmarker (vision off) faces are null. */
export function createLooker(landmarker: Landmarker | null) {
  const find = landmarker && createFinder(landmarker);
  let before: Blocks | null = null;

  return async function lookAt(
    look: Look,
  ): Promise<{ observation: Observation; inferenceMs: number }> {
    const { pixels, capturedAtMs } = look;
    try {
      const startedMs = performance.now();
      const found = find && (await find((part) => cutOut(pixels, part), capturedAtMs));
      const inferenceMs = find ? performance.now() - startedMs : 0;
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
