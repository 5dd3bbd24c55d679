export interface Film {
  /** Addresses that hold their picture (`data:`). */
  readonly pictures: readonly string[];
  readonly framesPerSecond: number;
}

/** A film as a camera, for a browser that takes no file for one. */
export async function filmCamera({ pictures, framesPerSecond }: Film): Promise<MediaStreamTrack> {
  const frames = await Promise.all(pictures.map(decoded));
  const [first] = frames;
  if (!first) throw new Error('A film without pictures.');
  const canvas = document.createElement('canvas');
  canvas.width = first.naturalWidth;
  canvas.height = first.naturalHeight;
  const context = canvas.getContext('2d');
  const startMs = performance.now();
  setInterval(() => {
    const at = Math.floor(((performance.now() - startMs) / 1000) * framesPerSecond);
    context?.drawImage(frames[at % frames.length] ?? first, 0, 0);
  }, 1000 / framesPerSecond);
  const [track] = canvas.captureStream(framesPerSecond).getVideoTracks();
  if (!track) throw new Error('A canvas without a track.');
  return track;
}

async function decoded(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}
