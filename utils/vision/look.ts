import type { Observation } from '../observation.ts';
import { boxOf, type DetectedFace, describeFace } from './face.ts';
import { createFinder } from './finder.ts';
import type { Landmarker } from './landmarker.ts';
import { measurePicture, type Remembered } from './luma.ts';
import type { Look } from './messages.ts';
import { cutOut, lumaOfBitmap, lumaOfI420 } from './pixels.ts';

/** From pixels to an Observation. Without a landmarker (vision off) faces are null. */
export function createLooker(landmarker: Landmarker | null) {
  const find = landmarker && createFinder(landmarker);
  let before: Remembered | null = null;

  return async function lookAt(
    look: Look,
  ): Promise<{ observation: Observation; inferenceMs: number }> {
    const { pixels, capturedAtMs } = look;
    try {
      const startedMs = performance.now();
      const found =
        find && (await find((...cut) => cutOut(pixels, ...cut), capturedAtMs, look.searchOthers));
      const inferenceMs = find ? performance.now() - startedMs : 0;
      const plane = pixels.format === 'I420' ? lumaOfI420(pixels) : lumaOfBitmap(pixels.bitmap);
      const detected = [found?.face, ...(found?.others ?? [])].filter((face) => face != null);
      const people = detected.map(({ landmarks }) => boxOf(landmarks));
      const source = { widthPx: look.sourceWidthPx, heightPx: look.sourceHeightPx };
      const { picture, remembered } = measurePicture(plane, source, people, before);
      before = remembered;
      const describe = (face: DetectedFace) => describeFace(face, plane, picture.noiseLuma);
      const observation: Observation = {
        capturedAtMs,
        camera: 'live',
        picture,
        faces: found && (found.face ? [describe(found.face)] : []),
        others: found?.others?.map(describe).sort((a, b) => b.iodRatio - a.iodRatio) ?? null,
        personRatio: null,
        call: null,
      };
      return { observation, inferenceMs };
    } finally {
      if (pixels.format === 'bitmap') pixels.bitmap.close();
    }
  };
}
