export interface VirtualBackground {
  readonly track: MediaStreamTrack;
  remove(): void;
}

const SIZE_PX = { width: 640, height: 360 };
const FRAMES_PER_SECOND = 15;

/** Draws the camera into a canvas under a soft coloured edge and gives the canvas's track. */
export function createVirtualBackground(camera: MediaStreamTrack): VirtualBackground {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([camera]);
  void video.play().catch(() => undefined);
  const canvas = document.createElement('canvas');
  canvas.width = SIZE_PX.width;
  canvas.height = SIZE_PX.height;
  const g = canvas.getContext('2d') as CanvasRenderingContext2D;
  const { width, height } = SIZE_PX;
  const edge = g.createRadialGradient(
    width / 2,
    height / 2,
    height * 0.6,
    width / 2,
    height / 2,
    width * 0.6,
  );
  edge.addColorStop(0, 'rgb(31 94 105 / 0)');
  edge.addColorStop(1, 'rgb(31 94 105 / 0.95)');
  const timer = setInterval(() => {
    g.drawImage(video, 0, 0, width, height);
    g.fillStyle = edge;
    g.fillRect(0, 0, width, height);
  }, 1000 / FRAMES_PER_SECOND);
  const track = canvas.captureStream(FRAMES_PER_SECOND).getVideoTracks()[0] as MediaStreamTrack;
  return {
    track,
    remove() {
      clearInterval(timer);
      track.stop();
      video.srcObject = null;
    },
  };
}
