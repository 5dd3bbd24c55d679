import { createFrameSource } from '../../../../utils/capture/frame-source.ts';
import { cutOut } from '../../../../utils/vision/pixels.ts';
import InferenceWorker from './inference.worker.ts?worker';
import type { Counted, FromWorker, ToWorker, Who } from './messages.ts';

declare global {
  interface Window {
    /** Loads one of the two and gives it pictures of the camera, which is then off. */
    prepare(who: Who): Promise<void>;
    begin(everyMs: number): Promise<Counted>;
    count(): Promise<Counted>;
    end(): Promise<Counted>;
  }
}

/** Enough for the sitter to have said something; they are looked at one after the other, again and again. */
const PICTURES = 24;
const TAKEN_EVERY_MS = 250;
const WHOLE = { x: 0, y: 0, width: 1, height: 1 };

const worker = new InferenceWorker();

function ask(message: ToWorker, transfer: Transferable[] = []): Promise<Counted> {
  return new Promise((answered, failed) => {
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => answered(data);
    worker.onerror = ({ message: why }) => failed(new Error(why));
    worker.postMessage(message, transfer);
  });
}

/** The same way from the camera to the model as in a coached call. */
async function takePictures(): Promise<ImageBitmap[]> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: true });
  const [track = null] = stream.getVideoTracks();
  const source = createFrameSource(document);
  source.setTrack(track);
  const pictures: ImageBitmap[] = [];
  while (pictures.length < PICTURES) {
    const frame = await source.take();
    if (frame) pictures.push(await cutOut(frame.pixels, WHOLE));
    await new Promise((done) => setTimeout(done, TAKEN_EVERY_MS));
  }
  source.remove();
  track?.stop();
  return pictures;
}

window.prepare = async (who) => {
  const pictures = await takePictures();
  const baseUrl = new URL('./', location.href).href;
  const { found } = await ask({ kind: 'load', who, baseUrl, pictures }, pictures);
  if (found !== 1) throw new Error(`${who} finds ${found} faces.`);
};
window.begin = (everyMs) => ask({ kind: 'begin', everyMs });
window.count = () => ask({ kind: 'count' });
window.end = () => ask({ kind: 'end' });
