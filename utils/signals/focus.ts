import { type History, looksWithin, median } from './history.ts';

/** How sharp the face is. Null where it shows nothing to tell by. */
export interface Focus {
  /** Median of late: 1 for sharp edges, about 0.25 where all is soft. */
  readonly level: number;
  /** Against the best of this camera so far, 0 to 1. */
  readonly ofBest: number;
}

const WINDOW_MS = 1_500;
const LOOKS = 3;

/**
 * Focus of late: of the face, or of the whole picture while no face is found, which a very soft lens
 * brings about. Null where too few looks tell.
 */
export function focusLevel(history: History): number | null {
  const seen = looksWithin(history, WINDOW_MS).flatMap(
    ({ picture, faces }) => faces?.[0]?.focus ?? picture?.focus ?? [],
  );
  return seen.length < LOOKS ? null : median(seen);
}

export function focus(level: number | null, best: number | null): Focus | null {
  return level === null ? null : { level, ofBest: best === null ? 1 : Math.min(1, level / best) };
}
