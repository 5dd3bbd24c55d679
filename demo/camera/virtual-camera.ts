import type { SitterSource } from './sitter-desk.ts';

/** Which camera the page gets: `?camera=` of its address. */
export const CAMERAS = ['sitter', 'real', 'none', 'denied', 'unplug'] as const;
export type CameraKind = (typeof CAMERAS)[number];

export function cameraOfQuery(query: URLSearchParams): CameraKind {
  const asked = query.get('camera');
  return CAMERAS.find((kind) => kind === asked) ?? 'sitter';
}

/** A camera takes a moment to start. */
const START_MS = 120;
const UNPLUGGED_AFTER_S = 10;
const PICTURE_PX = { width: 640, height: 360 } as const;

/**
 * Puts the sitter's camera in the place of the real one, as far as a call page can see: fresh
 * tracks for every call, the same error names, and an untouched property otherwise.
 */
export function installVirtualCamera(source: SitterSource, query: URLSearchParams): void {
  const kind = cameraOfQuery(query);
  if (kind === 'real' || typeof MediaDevices === 'undefined') return;

  async function getUserMedia(
    this: MediaDevices,
    constraints?: MediaStreamConstraints,
  ): Promise<MediaStream> {
    const { video, audio } = constraints ?? {};
    if (!video && !audio) throw new TypeError('At least one of audio and video must be requested');
    await new Promise((resolve) => setTimeout(resolve, START_MS));
    if (kind === 'denied') throw new DOMException('Permission denied', 'NotAllowedError');
    if (kind === 'none' && video) {
      throw new DOMException('Requested device not found', 'NotFoundError');
    }
    if (video) refuseTooLarge(video);
    const tracks: MediaStreamTrack[] = [];
    if (audio) {
      const track = source.audioTrack();
      if (track) tracks.push(track);
      else if (!video) throw new DOMException('Requested device not found', 'NotFoundError');
    }
    if (video) tracks.push(source.videoTrack());
    return new MediaStream(tracks);
  }

  Object.defineProperty(MediaDevices.prototype, 'getUserMedia', {
    value: getUserMedia,
    writable: true,
    enumerable: true,
    configurable: true,
  });
  if (kind === 'unplug') {
    const seconds = Number(query.get('unplug') ?? UNPLUGGED_AFTER_S);
    const timer = setInterval(() => {
      if (source.liveTracks().video === 0) return;
      clearInterval(timer);
      setTimeout(() => source.unplug(), seconds * 1000);
    }, 200);
  }
}

/** Real pages ask for more than a camera has, get this error, and ask again. */
function refuseTooLarge(video: boolean | MediaTrackConstraints): void {
  if (video === true || video === false) return;
  for (const side of ['width', 'height'] as const) {
    const asked = video[side];
    if (typeof asked !== 'object') continue;
    if ((asked.exact ?? asked.min ?? 0) > PICTURE_PX[side]) {
      throw overconstrained(side, `The camera's ${side} is ${PICTURE_PX[side]}`);
    }
  }
}

/** Firefox has no constructor for it. */
function overconstrained(constraint: string, message: string): Error {
  if (typeof OverconstrainedError !== 'undefined') {
    return new OverconstrainedError(constraint, message);
  }
  return Object.assign(new DOMException(message, 'OverconstrainedError'), { constraint });
}
