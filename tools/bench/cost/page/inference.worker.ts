/** Looks at the same pictures again and again, with one of two libraries. In a worker, as the coach does. */
import { FaceLandmarker, FilesetResolver } from '@mediapipe/tasks-vision';
import { Human } from '@vladmandic/human';
import type { Counted, FromWorker, ToWorker } from './messages.ts';

/** @returns how many faces it found */
type Find = (picture: ImageBitmap, atMs: number) => number | Promise<number>;

/** As tasks-vision's own example: one face, nothing asked for beside its landmarks. */
async function bare(baseUrl: string): Promise<Find> {
  const files = await FilesetResolver.forVisionTasks(`${baseUrl}wasm`, true);
  const landmarker = await FaceLandmarker.createFromOptions(files, {
    baseOptions: { modelAssetPath: `${baseUrl}models/face.task`, delegate: 'CPU' },
    runningMode: 'VIDEO',
    numFaces: 1,
  });
  return (picture, atMs) => landmarker.detectForVideo(picture, atMs).faceLandmarks.length;
}

/** Its face finder and mesh; all that it can do beside is turned off. */
async function human(baseUrl: string): Promise<Find> {
  const off = { enabled: false };
  const human = new Human({
    backend: 'wasm',
    wasmPath: `${baseUrl}human/`,
    modelBasePath: `${baseUrl}human/`,
    face: {
      enabled: true,
      detector: { maxDetected: 1 },
      mesh: { enabled: true },
      iris: off,
      emotion: off,
      description: off,
    },
    body: off,
    hand: off,
    gesture: off,
    object: off,
    segmentation: off,
    filter: off,
  });
  await human.load();
  if (human.tf.getBackend() !== 'wasm') throw new Error(`human runs on ${human.tf.getBackend()}`);
  return async (picture) => (await human.detect(picture)).face.length;
}

let find: Find;
let pictures: readonly ImageBitmap[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let counted: Counted = { looks: 0, found: 0 };

const tell = (message: FromWorker) => self.postMessage(message);

async function lookOnce(): Promise<void> {
  const picture = pictures[counted.looks % pictures.length];
  if (!picture) throw new Error('There are no pictures.');
  const found = await find(picture, Math.round(performance.now()));
  counted = { looks: counted.looks + 1, found: counted.found + found };
}

function begin(everyMs: number): void {
  counted = { looks: 0, found: 0 };
  const look = async () => {
    const startedMs = performance.now();
    await lookOnce();
    timer = setTimeout(look, Math.max(0, everyMs - (performance.now() - startedMs)));
  };
  timer = setTimeout(look, everyMs);
}

self.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'load':
      find = await { bare, human }[data.who](data.baseUrl);
      pictures = data.pictures;
      await lookOnce();
      break;
    case 'begin':
      begin(data.everyMs);
      break;
    case 'end':
      clearTimeout(timer);
      break;
    case 'count':
      break;
  }
  tell(counted);
});
