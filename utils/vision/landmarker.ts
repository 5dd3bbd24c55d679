import { FaceLandmarker, FilesetResolver } from '@mediapipe/tasks-vision';
import type { DetectedFace } from './face.ts';

/** Finds faces, one frame after the other. Needs WebGL2 even on the CPU (design, fact 8). */
export interface Landmarker {
  find(image: TexImageSource, atMs: number): DetectedFace[];
  remove(): void;
}

/** One: a second costs half as much again (design, fact 4), and is looked for by the finder now and then. */
const FACES = 1;

/**
 * @param baseUrl where `models/face.task` and `wasm/` lie, with a slash at the end
 * @throws where WebGL2 or WebAssembly is missing, or the model cannot be read
 */
export async function createLandmarker(baseUrl: string): Promise<Landmarker> {
  const files = await FilesetResolver.forVisionTasks(`${baseUrl}wasm`, true);
  const landmarker = await FaceLandmarker.createFromOptions(files, {
    baseOptions: { modelAssetPath: `${baseUrl}models/face.task`, delegate: 'CPU' },
    runningMode: 'VIDEO',
    numFaces: FACES,
    outputFacialTransformationMatrixes: true,
  });
  let lastMs = 0;
  const find: Landmarker['find'] = (image, atMs) => {
    // The library refuses a time that does not grow.
    lastMs = Math.max(lastMs + 1, Math.round(atMs));
    const { faceLandmarks, facialTransformationMatrixes } = landmarker.detectForVideo(
      image,
      lastMs,
    );
    return faceLandmarks.flatMap((landmarks, i) => {
      const matrix = facialTransformationMatrixes[i];
      return matrix ? [{ landmarks, matrix: matrix.data }] : [];
    });
  };
  // The first look costs 0.4 s whatever it sees: a blank one now, so that the first real one is quick.
  find(new ImageData(64, 64), 0);
  return { find, remove: () => landmarker.close() };
}
