import type { Observation } from '../../../utils/observation.ts';
import { createVision } from '../../../utils/vision/client.ts';
import VisionWorker from '../../../utils/vision/vision.worker?worker';

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
    watch(film: Film): Promise<{ observations: Observation[]; inferenceMs: number[] }>;
  }
}

/** The real vision client and worker, fed with frames of simulated time. */
window.watch = async (film) => {
  let answered: (result: { observation: Observation; inferenceMs: number }) => void;
  let failed: (error: Error) => void;
  const baseUrl = new URL('./', location.href).href;
  const vision = await new Promise<ReturnType<typeof createVision>>((ready, cannot) => {
    const started = createVision({
      workerFactory: () => new VisionWorker(),
      baseUrl,
      onObservation: (observation, inferenceMs) => answered({ observation, inferenceMs }),
      onFailed: (message) => failed(new Error(message)),
      onState: (state, reason) => {
        if (state === 'on') ready(started);
        else cannot(new Error(`vision is ${state}: ${reason}`));
      },
    });
  });
  try {
    const frameBytes = film.widthPx * film.heightPx + 2 * halves(film.widthPx, film.heightPx);
    const bytes = new Uint8Array(await (await fetch(film.url)).arrayBuffer());
    const observations: Observation[] = [];
    const inferenceMs: number[] = [];
    for (let i = 0; (i + 1) * frameBytes <= bytes.length; i++) {
      const frame = bytes.slice(i * frameBytes, (i + 1) * frameBytes);
      const result = await new Promise<{ observation: Observation; inferenceMs: number }>(
        (resolve, reject) => {
          answered = resolve;
          failed = reject;
          const { widthPx, heightPx, sourceWidthPx, sourceHeightPx } = film;
          const pixels = { format: 'I420', widthPx, heightPx, bytes: frame } as const;
          vision.look({ capturedAtMs: i * film.stepMs, sourceWidthPx, sourceHeightPx, pixels });
        },
      );
      observations.push(result.observation);
      inferenceMs.push(result.inferenceMs);
    }
    return { observations, inferenceMs };
  } finally {
    vision.remove();
  }
};

function halves(widthPx: number, heightPx: number): number {
  return Math.ceil(widthPx / 2) * Math.ceil(heightPx / 2);
}
