import packedMesh from 'virtual:canonical-mesh';
import { unpackMesh } from '../../../demo/sitter/mesh.ts';
import { createSitter } from '../../../demo/sitter/sitter.ts';
import { GOOD_SITUATION, type Situation, withChanges } from '../../../demo/sitter/situation.ts';
import type { Seen } from '../../../demo/sitter/view.ts';
import { type Shot, type Watched, watchAll } from './watch.ts';

/** One situation, held from the first frame on. */
export interface Scene {
  readonly changes: Partial<Situation>;
  readonly looks: number;
  readonly stepMs: number;
}

export interface WatchedSitter extends Watched {
  readonly truth: Seen;
}

declare global {
  interface Window {
    watchSitter(scene: Scene): Promise<WatchedSitter>;
  }
}

const SIZE = { widthPx: 640, heightPx: 360 };
const sitter = createSitter({ mesh: unpackMesh(packedMesh), ...SIZE });

window.watchSitter = async ({ changes, looks, stepMs }) => {
  const situation = withChanges(GOOD_SITUATION, changes);
  const watched = await watchAll(shotsOf(situation, looks, stepMs));
  return { ...watched, truth: sitter.seen(situation, 0) };
};

function* shotsOf(situation: Situation, looks: number, stepMs: number): Generator<Shot> {
  const reader = new OffscreenCanvas(SIZE.widthPx, SIZE.heightPx);
  const context = reader.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas');
  for (let i = 0; i < looks; i++) {
    sitter.render(situation, i * stepMs);
    context.drawImage(sitter.canvas, 0, 0);
    yield {
      capturedAtMs: i * stepMs,
      sourceWidthPx: SIZE.widthPx,
      sourceHeightPx: SIZE.heightPx,
      pixels: i420Of(context.getImageData(0, 0, SIZE.widthPx, SIZE.heightPx)),
    };
  }
}

/** Full range, BT.601 weights, as a camera's MJPEG gives it. */
function i420Of({ data, width, height }: ImageData): Shot['pixels'] {
  const bytes = new Uint8Array(width * height * 1.5);
  const chroma = new Uint8ClampedArray(bytes.buffer, width * height);
  const at = (i: number) => [data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0] as const;
  for (let i = 0; i < width * height; i++) {
    const [r, g, b] = at(i * 4);
    bytes[i] = Math.round(0.299 * r + 0.587 * g + 0.114 * b);
  }
  for (let y = 0, k = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2, k++) {
      const [r, g, b] = at((y * width + x) * 4);
      chroma[k] = 128 - 0.169 * r - 0.331 * g + 0.5 * b;
      chroma[k + chroma.length / 2] = 128 + 0.5 * r - 0.419 * g - 0.081 * b;
    }
  }
  return { format: 'I420', widthPx: width, heightPx: height, bytes };
}
