import type { FramePixels } from '../../../../utils/messages/overlay-coach.ts';
import type { Observation } from '../../../../utils/observation.ts';
import { createVision, type Vision } from '../../../../utils/vision/client.ts';
import VisionWorker from '../../../../utils/vision/vision.worker?worker';

export interface Shot {
  readonly capturedAtMs: number;
  readonly sourceWidthPx: number;
  readonly sourceHeightPx: number;
  readonly pixels: FramePixels;
}

let answered: (observation: Observation) => void;
let failed: (error: Error) => void;

/** The real vision client and worker, one for all films: loading the model takes longer than a film. */
const starting = new Promise<Vision>((ready, cannot) => {
  const vision = createVision({
    workerFactory: () => new VisionWorker(),
    baseUrl: new URL('./', location.href).href,
    onObservation: (observation) => answered(observation),
    onFailed: (message) => failed(new Error(message)),
    onState: (state, reason) => {
      if (state === 'on') ready(vision);
      else if (state !== 'starting') cannot(new Error(`vision is ${state}: ${reason}`));
    },
  });
});

/** The worker's own clock: it never goes back, whatever film is shown. */
let clockMs = 0;
/** Longer than anything that the worker remembers of the film before. */
const BETWEEN_FILMS_MS = 10_000;
const BLANK_PX = 64;
const BLANK_BEFORE_MS = 1000;

export interface Watch {
  /** Looks at one frame of the film's own time. */
  look(shot: Shot): Promise<Observation>;
}

/** Begins a film: what was seen before is forgotten over a blank look, as at the start of a call. */
export async function beginFilm(): Promise<Watch> {
  const vision = await starting;
  const startMs = clockMs + BETWEEN_FILMS_MS;
  const lookAt = (shot: Shot) =>
    new Promise<Observation>((resolve, reject) => {
      failed = reject;
      answered = (observation) => resolve({ ...observation, capturedAtMs: shot.capturedAtMs });
      clockMs = startMs + shot.capturedAtMs;
      if (!vision.look({ ...shot, searchOthers: true, capturedAtMs: clockMs }))
        reject(new Error('vision is busy'));
    });
  await lookAt({
    capturedAtMs: -BLANK_BEFORE_MS,
    sourceWidthPx: BLANK_PX,
    sourceHeightPx: BLANK_PX,
    pixels: {
      format: 'I420',
      widthPx: BLANK_PX,
      heightPx: BLANK_PX,
      bytes: new Uint8Array(BLANK_PX * BLANK_PX * 1.5).fill(128),
    },
  });
  return { look: lookAt };
}
