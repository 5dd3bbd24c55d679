import { type Shot, type Watched, watchAll } from './watch.ts';

/** How frames lie in the file: one after the other, I420 without padding. */
export interface Film {
  readonly url: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sourceWidthPx: number;
  readonly sourceHeightPx: number;
  readonly stepMs: number;
}

declare global {
  interface Window {
    watch(film: Film): Promise<Watched>;
  }
}

window.watch = async (film) => {
  const bytes = new Uint8Array(await (await fetch(film.url)).arrayBuffer());
  return watchAll(shotsOf(film, bytes));
};

function* shotsOf(film: Film, bytes: Uint8Array<ArrayBuffer>): Generator<Shot> {
  const { widthPx, heightPx, sourceWidthPx, sourceHeightPx, stepMs } = film;
  const frameBytes = widthPx * heightPx * 1.5;
  for (let i = 0; (i + 1) * frameBytes <= bytes.length; i++) {
    const frame = bytes.slice(i * frameBytes, (i + 1) * frameBytes);
    const pixels = { format: 'I420', widthPx, heightPx, bytes: frame } as const;
    yield { capturedAtMs: i * stepMs, sourceWidthPx, sourceHeightPx, pixels };
  }
}
