import type { Variants } from './variants.ts';
import { createVirtualBackground, type VirtualBackground } from './virtual-background.ts';

/** The patient's camera and microphone, as a call page holds them. */
export interface OwnMedia {
  /** What is shown and sent: the camera's own track, or the canvas with the virtual background. */
  readonly picture: MediaStreamTrack | undefined;
  readonly microphone: MediaStreamTrack | undefined;
  /** @throws DOMException as getUserMedia */
  start(): Promise<void>;
  /** Off is stop(), on is another getUserMedia: most call pages do so, and the lamp goes out. */
  setCamera(on: boolean): Promise<void>;
  setMicrophone(on: boolean): void;
  stop(): void;
}

const VIDEO: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 } };
/** Five calls in four seconds, as measured on real pages: look, choose, test, join, retry. */
const GUM_EVERY_MS = 750;

export function createOwnMedia(variants: Variants, onLost: () => void): OwnMedia {
  let camera: MediaStreamTrack | undefined;
  let background: VirtualBackground | undefined;
  let microphone: MediaStreamTrack | undefined;

  const use = (track: MediaStreamTrack) => {
    camera = track;
    track.addEventListener('ended', onLost);
    background?.remove();
    background = variants.background ? createVirtualBackground(track) : undefined;
  };
  const stopCamera = () => {
    camera?.stop();
    background?.remove();
    background = undefined;
  };
  return {
    get picture() {
      return background?.track ?? camera;
    },
    get microphone() {
      return microphone;
    },
    async start() {
      for (let call = 1; call < variants.gumCalls; call++) {
        await askAsPagesDo(call);
        await new Promise((resolve) => setTimeout(resolve, GUM_EVERY_MS));
      }
      const stream = await navigator.mediaDevices.getUserMedia({
        video: VIDEO,
        audio: variants.microphone,
      });
      const [video] = stream.getVideoTracks();
      if (video) use(video);
      [microphone] = stream.getAudioTracks();
    },
    async setCamera(on) {
      if (!on) {
        stopCamera();
        return;
      }
      if (camera?.readyState === 'live') return;
      const stream = await navigator.mediaDevices.getUserMedia({ video: VIDEO });
      const [video] = stream.getVideoTracks();
      if (video) use(video);
    },
    setMicrophone(on) {
      if (microphone) microphone.enabled = on;
    },
    stop() {
      stopCamera();
      microphone?.stop();
    },
  };
}

/** One of the early calls: asks, sometimes for too much, and gives the tracks back. */
async function askAsPagesDo(call: number): Promise<void> {
  const video: boolean | MediaTrackConstraints =
    call === 2 ? { width: { exact: 4096 } } : call === 3 ? VIDEO : true;
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video, audio: call !== 3 });
    for (const track of stream.getTracks()) track.stop();
  } catch (error) {
    // In Firefox such an error is a DOMException, and there is no class of the other name.
    if (!(error instanceof DOMException) && (error as Error).name !== 'OverconstrainedError') {
      throw error;
    }
  }
}
