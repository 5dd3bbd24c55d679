/** Pictures as the camera gave them. Whoever gets one closes it. */
export interface TrackFrames {
  /** The newest one; null: none came within this time, or none will ever come. */
  next(withinMs: number): Promise<VideoFrame | null>;
  remove(): void;
}

/** Chromium's, as far as it is used; the standard gives it to workers only. */
interface Processor {
  readonly readable: ReadableStream<VideoFrame>;
}
type ProcessorConstructor = new (init: {
  readonly track: MediaStreamTrack;
  readonly maxBufferSize: number;
}) => Processor;

/**
 * Without this Chromium's pictures come by a video element, which has put them into the memory of the graphics
 * processor: reading one back holds the call page's main thread until that has time, 70 to 300 ms on a busy
 * machine without one (measured; here 0.05 ms). And it draws thirty pictures a second that nobody sees.
 * Null where the browser has none in pages (Firefox), or not for this track.
 */
export function framesOfTrack(track: MediaStreamTrack): TrackFrames | null {
  const { MediaStreamTrackProcessor } = globalThis as {
    MediaStreamTrackProcessor?: ProcessorConstructor;
  };
  if (!MediaStreamTrackProcessor) return null;
  let reader: ReadableStreamDefaultReader<VideoFrame>;
  try {
    // One: the newest. Older ones are dropped before they reach the page's thread.
    reader = new MediaStreamTrackProcessor({ track, maxBufferSize: 1 }).readable.getReader();
  } catch {
    return null;
  }

  /** A read that nobody has had the picture of: the next one who asks gets it. */
  let reading: Promise<VideoFrame | null> | null = null;
  const read = () =>
    reader.read().then(
      ({ value }) => value ?? null,
      () => null,
    );

  return {
    async next(withinMs) {
      reading ??= read();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<'late'>((done) => {
        timer = setTimeout(() => done('late'), withinMs);
      });
      const frame = await Promise.race([reading, late]);
      clearTimeout(timer);
      if (frame === 'late') return null;
      reading = null;
      return frame;
    },
    remove() {
      reading?.then((frame) => frame?.close());
      reading = null;
      reader.cancel().catch(() => undefined);
    },
  };
}
