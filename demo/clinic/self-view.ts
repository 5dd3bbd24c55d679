import type { Variants } from './variants.ts';

export interface SelfView {
  show(stream: MediaStream | undefined): void;
}

const FRAME_MS = 1000 / 15;

/** The patient's own picture: a video, a canvas (as some pages do), or none. */
export function createSelfView(
  place: HTMLElement,
  kind: Variants['self'],
  label: string,
): SelfView {
  if (kind === 'hidden') return { show: () => undefined };
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  const shown = kind === 'video' ? video : document.createElement('canvas');
  shown.classList.add('mirrored');
  shown.setAttribute('aria-label', label);
  if (shown !== video) shown.setAttribute('role', 'img');
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    show(stream) {
      video.srcObject = stream ?? null;
      clearInterval(timer);
      if (!stream) {
        shown.remove();
        return;
      }
      place.append(shown);
      // A newer stream may interrupt play(); that one plays itself.
      void video.play().catch(() => undefined);
      if (shown instanceof HTMLCanvasElement)
        timer = setInterval(() => copy(video, shown), FRAME_MS);
    },
  };
}

function copy(video: HTMLVideoElement, canvas: HTMLCanvasElement): void {
  if (video.videoWidth === 0) return;
  if (canvas.width !== video.videoWidth) {
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
  }
  canvas.getContext('2d')?.drawImage(video, 0, 0);
}
