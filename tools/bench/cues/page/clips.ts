import type { Observation } from '../../../../utils/observation.ts';
import { beginFilm } from './watch.ts';

/** Frames as the overlay would send them, fetched as one block of bytes. */
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
    watchClip(film: Film): Promise<Observation[]>;
  }
}

window.watchClip = async (film) => {
  const all = new Uint8Array(await (await fetch(film.url)).arrayBuffer());
  const { widthPx, heightPx, sourceWidthPx, sourceHeightPx, stepMs } = film;
  const frameBytes = widthPx * heightPx * 1.5;
  const { look } = await beginFilm();
  const observations: Observation[] = [];
  for (let i = 0; (i + 1) * frameBytes <= all.length; i++) {
    const bytes = all.slice(i * frameBytes, (i + 1) * frameBytes);
    const pixels = { format: 'I420', widthPx, heightPx, bytes } as const;
    observations.push(
      await look({ capturedAtMs: i * stepMs, sourceWidthPx, sourceHeightPx, pixels }),
    );
  }
  return observations;
};
