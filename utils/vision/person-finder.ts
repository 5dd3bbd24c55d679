import { FilesetResolver, ImageSegmenter } from '@mediapipe/tasks-vision';
import type { PersonObservation } from '../observation.ts';
import { describePerson } from './person-mask.ts';

/** Tells person from background, one frame after the other. Needs WebGL2, as the landmarker does. */
export interface PersonFinder {
  /** @throws when the image cannot be looked at */
  find(image: TexImageSource): PersonObservation;
  remove(): void;
}

/** Counted up, for the loader's address: see below. */
let loads = 0;

/**
 * @param baseUrl where `models/person.tflite` and `wasm/` lie, with a slash at the end
 * @throws where WebGL2 or WebAssembly is missing, or the model cannot be read
 */
export async function createPersonFinder(baseUrl: string): Promise<PersonFinder> {
  const files = await FilesetResolver.forVisionTasks(`${baseUrl}wasm`, true);
  // The library takes its loader's factory away after use, and a module runs once an address: a second
  // task in one worker finds no factory. Another address is another run of the same file.
  const wasmLoaderPath = `${files.wasmLoaderPath}?person-${++loads}`;
  const segmenter = await ImageSegmenter.createFromOptions(
    { ...files, wasmLoaderPath },
    {
      baseOptions: { modelAssetPath: `${baseUrl}models/person.tflite`, delegate: 'CPU' },
      runningMode: 'IMAGE',
      outputConfidenceMasks: true,
      outputCategoryMask: false,
    },
  );
  return {
    find(image) {
      let found: PersonObservation | null = null;
      // With a callback the mask is not copied; it is gone when the callback returns.
      segmenter.segment(image, ({ confidenceMasks }) => {
        const mask = confidenceMasks?.[0];
        found = mask ? describePerson(mask.getAsFloat32Array(), mask.width) : null;
      });
      if (!found) throw new Error('the segmenter gave no mask');
      return found;
    },
    remove: () => segmenter.close(),
  };
}
