import type { Observation } from '../observation.ts';
import { boxOf, type DetectedFace, describeFace } from './face.ts';
import { createFinder, WHOLE } from './finder.ts';
import type { Landmarker } from './landmarker.ts';
import { measurePicture, type Remembered } from './luma.ts';
import type { Look } from './messages.ts';
import type { PersonFinder } from './person-finder.ts';
import { createPersonWatch } from './person-watch.ts';
import { cutOut, lumaOfBitmap, lumaOfI420 } from './pixels.ts';

/** How the worker finds: faces always, a person only while there is no face. */
export interface Finders {
  readonly landmarker: Landmarker;
  readonly loadPersonFinder: () => Promise<PersonFinder>;
}

/** From pixels to an Observation. Without finders (vision off) faces are null. */
export function createLooker(finders: Finders | null) {
  const find = finders && createFinder(finders.landmarker);
  const watchPerson = finders && createPersonWatch(finders.loadPersonFinder);
  let before: Remembered | null = null;

  return async function lookAt(
    look: Look,
  ): Promise<{ observation: Observation; inferenceMs: number }> {
    const { pixels, capturedAtMs } = look;
    try {
      const startedMs = performance.now();
      const found =
        find && (await find((...cut) => cutOut(pixels, ...cut), capturedAtMs, look.searchOthers));
      const person =
        (await watchPerson?.(found?.face != null, capturedAtMs, () => cutOut(pixels, WHOLE))) ??
        null;
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
        person,
        call: null,
      };
      return { observation, inferenceMs };
    } finally {
      if (pixels.format === 'bitmap') pixels.bitmap.close();
    }
  };
}
