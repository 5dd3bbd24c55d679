import { afterEach, expect, test, vi } from 'vitest';
import { framesOfTrack } from '../../../utils/platform/track-frames.ts';

afterEach(() => vi.unstubAllGlobals());

const TRACK = {} as MediaStreamTrack;
const frame = (name: string) => ({ name, close: vi.fn() }) as unknown as VideoFrame;

/** A camera whose pictures are given by hand. */
function camera() {
  let give: ReadableStreamDefaultController<VideoFrame> | undefined;
  let cancelled = false;
  class Processor {
    readable = new ReadableStream<VideoFrame>({
      start: (controller) => {
        give = controller;
      },
      cancel: () => {
        cancelled = true;
      },
    });
  }
  vi.stubGlobal('MediaStreamTrackProcessor', Processor);
  const frames = framesOfTrack(TRACK);
  if (!frames || !give) throw new Error('no frames');
  return { frames, give, isCancelled: () => cancelled };
}

test('a browser without it, and a track that it refuses', () => {
  expect(framesOfTrack(TRACK)).toBeNull();
  vi.stubGlobal(
    'MediaStreamTrackProcessor',
    class {
      constructor() {
        throw new TypeError('ended');
      }
    },
  );
  expect(framesOfTrack(TRACK)).toBeNull();
});

test('a picture is given, and left open', async () => {
  const { frames, give } = camera();
  const first = frame('first');
  give.enqueue(first);
  expect(await frames.next(1000)).toBe(first);
  expect(first.close).not.toHaveBeenCalled();
});

test('no picture in time is none; the one that comes late is the next', async () => {
  const { frames, give } = camera();
  expect(await frames.next(5)).toBeNull();
  expect(await frames.next(5)).toBeNull();
  const late = frame('late');
  give.enqueue(late);
  expect(await frames.next(1000)).toBe(late);
});

test('a track that ends gives none', async () => {
  const { frames, give } = camera();
  give.close();
  expect(await frames.next(1000)).toBeNull();
  expect(await frames.next(1000)).toBeNull();
});

test('removed: the camera is let go, and no picture stays open', async () => {
  const { frames, give, isCancelled } = camera();
  const late = frame('late');
  expect(await frames.next(5)).toBeNull();
  give.enqueue(late);
  frames.remove();
  await vi.waitFor(() => expect(late.close).toHaveBeenCalled());
  expect(isCancelled()).toBe(true);
});
