import type { PersonObservation } from '../observation.ts';
import type { PersonFinder } from './person-finder.ts';

/** A face that is lost for one look is no reason to load anything. */
const LOOKS_WITHOUT_FACE = 2;
/** How often a person is looked for: just under two looks at the slow pace (utils/coach/pace.ts). */
const EVERY_MS = 900;
/** A face that has been there for so long stays: the memory is given back. */
const NOT_NEEDED_AFTER_MS = 30_000;

/** The whole picture as an image; who asks for it closes it. */
export type TakePicture = () => Promise<ImageBitmap>;

/**
 * Looks for a person while there is no face, and at no other time: the finder is loaded when it is first
 * needed, no look waits for that, and it is given back when a face has come to stay. What cannot be
 * loaded, or fails, is not tried again: then nobody knows, and all else goes on.
 */
export function createPersonWatch(load: () => Promise<PersonFinder>) {
  let finder: PersonFinder | null = null;
  let loading = false;
  let failed = false;
  let looksWithoutFace = 0;
  let faceSinceMs: number | null = null;
  let lookedAtMs = Number.NEGATIVE_INFINITY;

  function begin(): void {
    loading = true;
    load().then(
      (loaded) => {
        loading = false;
        finder = loaded;
      },
      () => {
        loading = false;
        failed = true;
      },
    );
  }

  function giveBack(): void {
    finder?.remove();
    finder = null;
  }

  async function lookFor(take: TakePicture): Promise<PersonObservation | null> {
    const image = await take();
    try {
      return finder?.find(image) ?? null;
    } catch {
      failed = true;
      giveBack();
      return null;
    } finally {
      image.close();
    }
  }

  /** @returns the person; null when none was looked for */
  return async function watch(
    faceFound: boolean,
    atMs: number,
    take: TakePicture,
  ): Promise<PersonObservation | null> {
    if (faceFound) {
      looksWithoutFace = 0;
      faceSinceMs ??= atMs;
      if (atMs - faceSinceMs >= NOT_NEEDED_AFTER_MS) giveBack();
      return null;
    }
    faceSinceMs = null;
    looksWithoutFace++;
    if (!finder) {
      if (looksWithoutFace >= LOOKS_WITHOUT_FACE && !loading && !failed) begin();
      return null;
    }
    if (atMs - lookedAtMs < EVERY_MS) return null;
    lookedAtMs = atMs;
    return lookFor(take);
  };
}
