import type { FramePixels } from '../messages/overlay-coach.ts';
import type { CameraState } from '../observation.ts';
import { framesOfTrack, type TrackFrames } from '../platform/track-frames.ts';
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

/** How long a live camera may take to a picture before we say that none comes. */
const PICTURE_WITHIN_MS = 1000;
/** A track of a canvas gives no picture while nothing moves on it. A camera in the dark still gives 7 a second. */
const STILL_AFTER_MS = 200;
/** Failures of the fast way in a row; after so many it is not tried again for this coach. */
const GIVE_UP_AFTER = 3;

export function createFrameSource(document: Document): FrameSource {
  // Never in the document: the page cannot see it.
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  let track: MediaStreamTrack | null = null;
  /** Where the browser has it; else the video element shows the track. */
  let frames: TrackFrames | null = null;
  /** What a still track shows. */
  let last: CapturedFrame | null = null;
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
      const timer = setTimeout(done, PICTURE_WITHIN_MS);
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

  const readFast = async (frame: VideoFrame): Promise<FramePixels | null> => {
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
  };

  const readSlow = async (
    picture: VideoFrame | HTMLVideoElement,
    size: Size,
  ): Promise<FramePixels> => {
    const { widthPx, heightPx } = reducedSize(size.widthPx, size.heightPx);
    const bitmap = await createImageBitmap(picture, {
      resizeWidth: widthPx,
      resizeHeight: heightPx,
      resizeQuality: 'low',
    });
    return { format: 'bitmap', bitmap };
  };

  const read = async (
    picture: VideoFrame | HTMLVideoElement,
    size: Size,
  ): Promise<FramePixels | null> => {
    let fast: FramePixels | null = null;
    if (failures < GIVE_UP_AFTER) {
      fast = await withFrameOf(picture, readFast).catch(() => null);
      failures = fast ? 0 : failures + 1;
    }
    return fast ?? readSlow(picture, size).catch(() => null);
  };

  const takeOfTrack = async (from: TrackFrames): Promise<CapturedFrame | null> => {
    const frame = await from.next(last ? STILL_AFTER_MS : PICTURE_WITHIN_MS);
    if (frames !== from || stateOf() !== 'live') {
      frame?.close();
      return null;
    }
    if (!frame) return last && { ...copyOf(last), capturedAtMs: performance.now() };
    try {
      const size = { widthPx: frame.displayWidth, heightPx: frame.displayHeight };
      const taken = captured(size, performance.now(), await read(frame, size));
      // A bitmap cannot be kept and handed over.
      last = taken?.pixels.format === 'I420' ? copyOf(taken) : null;
      return taken;
    } finally {
      frame.close();
    }
  };

  const takeOfVideo = async (): Promise<CapturedFrame | null> => {
    await play();
    if (stateOf() !== 'live' || !hasPicture()) return null;
    const size = { widthPx: video.videoWidth, heightPx: video.videoHeight };
    return captured(size, performance.now(), await read(video, size));
  };

  return {
    setTrack(next) {
      if (next === track) return;
      track = next;
      last = null;
      seen ||= next !== null;
      frames?.remove();
      frames = next && framesOfTrack(next);
      video.srcObject = next && !frames ? new MediaStream([next]) : null;
      if (video.srcObject) video.play().catch(() => undefined);
    },

    get camera() {
      return stateOf();
    },

    async take() {
      if (stateOf() !== 'live') return null;
      return frames ? takeOfTrack(frames) : takeOfVideo();
    },

    remove() {
      track = null;
      frames?.remove();
      frames = null;
      last = null;
      video.srcObject = null;
    },
  };
}

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

function captured(
  { widthPx, heightPx }: Size,
  capturedAtMs: number,
  pixels: FramePixels | null,
): CapturedFrame | null {
  return pixels && { capturedAtMs, sourceWidthPx: widthPx, sourceHeightPx: heightPx, pixels };
}

/** The pixels are handed over: who keeps a frame keeps a copy. */
function copyOf(frame: CapturedFrame): CapturedFrame {
  const { pixels } = frame;
  if (pixels.format !== 'I420') return frame;
  return { ...frame, pixels: { ...pixels, bytes: pixels.bytes.slice() } };
}

/** A frame of the video is made for this and closed; one of the track stays its owner's. */
async function withFrameOf<T>(
  picture: VideoFrame | HTMLVideoElement,
  use: (frame: VideoFrame) => Promise<T>,
): Promise<T> {
  if (picture instanceof VideoFrame) return use(picture);
  const frame = new VideoFrame(picture);
  try {
    return await use(frame);
  } finally {
    frame.close();
  }
}
