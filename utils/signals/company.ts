import type { FaceObservation } from '../observation.ts';
import { type History, isGuessed } from './history.ts';

/** Who else is in the picture. Null while nobody has looked. */
export interface Company {
  /** Further people, the nearest first. Not a face far behind, a poster, or a print on a shirt. */
  readonly others: readonly FaceObservation[];
}

/** Further faces are looked for every 2 s; older than two of these nobody knows. */
const KNOWN_FOR_MS = 4_500;
/** Size against the main face (interocular distances). Bench: one who stands behind a chair 0.7, far behind 0.2. */
const SMALLEST_SIZE = 0.45;
/**
 * A child on a lap is below the chin, and its head has about the same size. Smaller is a print on the chest, and larger what
 * folds of clothes are taken for (bench: 2.7, of a person 1.8 m away).
 */
const ON_THE_LAP_SIZE = { from: 0.65, to: 1.6 };

export function company(history: History): Company | null {
  const nowMs = history.at(-1)?.capturedAtMs ?? 0;
  const last = history.findLast(({ others }) => others !== null);
  const main = last?.faces?.[0];
  if (!last || !main || nowMs - last.capturedAtMs > KNOWN_FOR_MS) return null;
  return { others: (last.others ?? []).filter((face) => isPerson(face, main)) };
}

function isPerson(face: FaceObservation, main: FaceObservation): boolean {
  const size = face.iodRatio / main.iodRatio;
  if (size < SMALLEST_SIZE || isGuessed(face)) return false;
  const onTheChest =
    face.eyes.y > main.box.y + main.box.height &&
    Math.abs(face.eyes.x - main.eyes.x) < main.box.width;
  return !onTheChest || (size >= ON_THE_LAP_SIZE.from && size <= ON_THE_LAP_SIZE.to);
}
