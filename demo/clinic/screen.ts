/** The real thing: the browser asks the person. @throws DOMException where it is refused. */
export async function sharedScreen(): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getDisplayMedia({ video: true });
  return stream.getVideoTracks()[0] as MediaStreamTrack;
}

/** A drawn page of text, for browsers without a screen or a person. */
export function drawnScreen(): MediaStreamTrack {
  const canvas = document.createElement('canvas');
  canvas.width = 1280;
  canvas.height = 720;
  const g = canvas.getContext('2d') as CanvasRenderingContext2D;
  const draw = () => {
    g.fillStyle = '#ffffff';
    g.fillRect(0, 0, 1280, 720);
    g.fillStyle = '#33474d';
    for (let line = 0; line < 18; line++)
      g.fillRect(80, 60 + line * 34, 500 + ((line * 137) % 500), 12);
  };
  draw();
  const track = canvas.captureStream(5).getVideoTracks()[0] as MediaStreamTrack;
  track.contentHint = 'detail';
  const timer = setInterval(() => {
    if (track.readyState === 'ended') clearInterval(timer);
    else draw();
  }, 200);
  return track;
}
