import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFrameSource } from '../../../utils/capture/frame-source.ts';

/** 4 x 2 pixels, all of one luma. */
class Frame {
  format = 'I420';
  codedWidth = 4;
  codedHeight = 2;
  displayWidth = 4;
  displayHeight = 2;
  visibleRect = null;
  close = vi.fn();
  constructor(readonly luma: number) {}
  allocationSize = () => 12;
  async copyTo(bytes: Uint8Array) {
    bytes.fill(this.luma, 0, 12);
    return [
      { offset: 0, stride: 4 },
      { offset: 8, stride: 2 },
      { offset: 10, stride: 2 },
    ];
  }
}
const document = {
  createElement: () => ({ srcObject: null, play: async () => undefined }),
} as unknown as Document;
const track = (more: object = {}) =>
  ({ readyState: 'live', enabled: true, muted: false, ...more }) as MediaStreamTrack;

let give: ReadableStreamDefaultController<unknown>;
beforeEach(() => {
  vi.stubGlobal('VideoFrame', Frame);
  vi.stubGlobal(
    'MediaStreamTrackProcessor',
    class {
      readable = new ReadableStream({
        start: (controller) => {
          give = controller;
        },
      });
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const lumaOf = (taken: Awaited<ReturnType<ReturnType<typeof createFrameSource>['take']>>) =>
  taken?.pixels.format === 'I420' ? taken.pixels.bytes[0] : null;

test("the track's picture is read, reduced and closed", async () => {
  const source = createFrameSource(document);
  source.setTrack(track());
  const frame = new Frame(100);
  give.enqueue(frame);
  const taken = await source.take();
  expect(taken).toMatchObject({ sourceWidthPx: 4, sourceHeightPx: 2 });
  expect(lumaOf(taken)).toBe(100);
  expect(frame.close).toHaveBeenCalledOnce();
});

test('a still track shows its last picture, also after that was handed over', async () => {
  const source = createFrameSource(document);
  source.setTrack(track());
  give.enqueue(new Frame(100));
  const first = await source.take();
  if (first?.pixels.format === 'I420') {
    const { buffer } = first.pixels.bytes;
    structuredClone(buffer, { transfer: [buffer] });
  }
  const second = await source.take();
  expect([lumaOf(second), lumaOf(await source.take())]).toEqual([100, 100]);
  expect(second?.capturedAtMs).toBeGreaterThan(first?.capturedAtMs ?? Number.POSITIVE_INFINITY);
});

test.each([
  ['no track', null],
  ['ended', track({ readyState: 'ended' })],
  ['turned off', track({ enabled: false })],
  ['muted', track({ muted: true })],
])('%s: no picture', async (_name, one) => {
  const source = createFrameSource(document);
  source.setTrack(one);
  expect(await source.take()).toBeNull();
});

test('another track: a picture of the one before is not taken for its own', async () => {
  const source = createFrameSource(document);
  source.setTrack(track());
  give.enqueue(new Frame(100));
  await source.take();
  source.setTrack(track());
  give.enqueue(new Frame(50));
  expect(lumaOf(await source.take())).toBe(50);
});
