import type { FramePixels } from '../messages/overlay-coach.ts';
import type { CameraState } from '../observation.ts';
import { canReduce, reduce, reducedSize } from './reduce.ts';

export interface CapturedFrame {
  readonly capturedAtMs: number;
  readonly sourceWidthPx: number;
  readonly sourceHeightPx: number;
  readonly pixels: FramePixels;
}

/** Takes reduced pictures from one camera track. */
export interface FrameSource {
  /** The page's own track, never a clone: the camera's lamp goes out when the page stops it. */
  setTrack(track: MediaStreamTrack | null): void;
  readonly camera: CameraState;
  /** The picture of now; null when there is none. The caller owns its pixels. */
  take(): Promise<CapturedFrame | null>;
  remove(): void;
}

/** How long a live camera may take to its first picture before we say that none comes. */
const FIRST_PICTURE_MS = 1000;
/** Failures of the fast way in a row; after so many it is not tried again for this coach. */
const GIVE_UP_AFTER = 3;

export function createFrameSource(document: Document): FrameSource {
  // Never in the document: the page cannot see it.
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  let track: MediaStreamTrack | null = null;
  let seen = false;
  let scratch = new Uint8Array();
  let failures = typeof VideoFrame === 'undefined' ? GIVE_UP_AFTER : 0;

  const stateOf = (): CameraState => {
    if (!track) return seen ? 'off' : 'absent';
    if (track.readyState === 'ended' || !track.enabled) return 'off';
    return track.muted ? 'muted' : 'live';
  };

  const hasPicture = () => video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;

  const play = async () => {
    if (video.paused) video.play().catch(() => undefined);
    if (hasPicture()) return;
    await new Promise<void>((done) => {
      const timer = setTimeout(done, FIRST_PICTURE_MS);
      video.addEventListener(
        'loadeddata',
        () => {
          clearTimeout(timer);
          done();
        },
        { once: true },
      );
    });
  };

  const takeFast = async (): Promise<FramePixels | null> => {
    const frame = new VideoFrame(video);
    try {
      const { format } = frame;
      if (!canReduce(format)) return null;
      const size = frame.allocationSize();
      if (scratch.length < size) scratch = new Uint8Array(size);
      const layout = await frame.copyTo(scratch);
      const { width, height } = frame.visibleRect ?? {
        width: frame.codedWidth,
        height: frame.codedHeight,
      };
      return reduce({ format, widthPx: width, heightPx: height, bytes: scratch, layout });
    } finally {
      frame.close();
    }
  };

  const takeSlow = async (): Promise<FramePixels> => {
    const { widthPx, heightPx } = reducedSize(video.videoWidth, video.videoHeight);
    const bitmap = await createImageBitmap(video, {
      resizeWidth: widthPx,
      resizeHeight: heightPx,
      resizeQuality: 'low',
    });
    return { format: 'bitmap', bitmap };
  };

  return {
    setTrack(next) {
      if (next === track) return;
      track = next;
      seen ||= next !== null;
      video.srcObject = next && new MediaStream([next]);
      if (next) video.play().catch(() => undefined);
    },

    get camera() {
      return stateOf();
    },

    async take() {
      if (stateOf() !== 'live') return null;
      await play();
      if (stateOf() !== 'live' || !hasPicture()) return null;
      const { videoWidth: sourceWidthPx, videoHeight: sourceHeightPx } = video;
      const capturedAtMs = performance.now();
      const fast = failures < GIVE_UP_AFTER ? await takeFast().catch(() => null) : null;
      if (failures < GIVE_UP_AFTER) failures = fast ? 0 : failures + 1;
      const pixels = fast ?? (await takeSlow().catch(() => null));
      return pixels && { capturedAtMs, sourceWidthPx, sourceHeightPx, pixels };
    },

    remove() {
      track = null;
      video.srcObject = null;
    },
  };
}
