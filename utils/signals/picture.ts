import type { History } from './history.ts';

/** The picture as a whole, without any face. Null when no frame came. */
export interface PictureSignal {
  /** Standard deviation of block means, luma: structure that noise does not make. */
  readonly structureLuma: number;
  readonly meanLuma: number;
}

export function picture(history: History): PictureSignal | null {
  const now = history.at(-1)?.picture;
  return now ? { structureLuma: now.structureLuma, meanLuma: now.meanLuma } : null;
}
