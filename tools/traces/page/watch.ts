import type { FramePixels } from '../../../utils/messages/overlay-coach.ts';
import type { Observation } from '../../../utils/observation.ts';
import { createVision, type Vision } from '../../../utils/vision/client.ts';
import VisionWorker from '../../../utils/vision/vision.worker?worker';

export interface Watched {
  readonly observations: Observation[];
  readonly inferenceMs: number[];
}

export interface Shot {
  readonly capturedAtMs: number;
  readonly sourceWidthPx: number;
  readonly sourceHeightPx: number;
  readonly pixels: FramePixels;
}

let answered: (observation: Observation, inferenceMs: number) => void;
let failed: (error: Error) => void;

/** The real vision client and worker, one for all films: loading the model takes longer than a film. */
const starting = new Promise<Vision>((ready, cannot) => {
  const vision = createVision({
    workerFactory: () => new VisionWorker(),
    baseUrl: new URL('./', location.href).href,
    onObservation: (observation, inferenceMs) => answered(observation, inferenceMs),
    onFailed: (message) => failed(new Error(message)),
    onState: (state, reason) => {
      if (state === 'on') ready(vision);
      else if (state !== 'starting') cannot(new Error(`vision is ${state}: ${reason}`));
    },
  });
});

/** Looks at frames of simulated time, one after the other. */
export async function watchAll(shots: Iterable<Shot>): Promise<Watched> {
  const vision = await starting;
  const watched: Watched = { observations: [], inferenceMs: [] };
  for (const shot of shots) {
    await new Promise<void>((resolve, reject) => {
      failed = reject;
      answered = (observation, inferenceMs) => {
        watched.observations.push(observation);
        watched.inferenceMs.push(inferenceMs);
        resolve();
      };
      vision.look(shot);
    });
  }
  return watched;
}
