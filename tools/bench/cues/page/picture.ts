import { type I420Pixels, reduce } from '../../../../utils/capture/reduce.ts';
import type { Picture } from '../scenario.ts';

/** What the camera and the line make of a rendered picture: JPEG, noise, and the overlay's own reduction. */
export function createPictureTaker({
  widthPx,
  heightPx,
  jpegQuality,
  extraNoiseLuma = 0,
}: Picture) {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas');
  let frame = 0;

  return async function take(drawn: CanvasImageSource): Promise<I420Pixels> {
    context.drawImage(drawn, 0, 0);
    if (jpegQuality !== undefined) {
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: jpegQuality });
      const image = await createImageBitmap(blob);
      context.drawImage(image, 0, 0);
      image.close();
    }
    const bytes = i420Of(context.getImageData(0, 0, widthPx, heightPx));
    if (extraNoiseLuma > 0)
      addNoise(bytes.subarray(0, widthPx * heightPx), extraNoiseLuma, frame++);
    return reduce({
      format: 'I420',
      widthPx,
      heightPx,
      bytes,
      layout: layoutOf(widthPx, heightPx),
    });
  };
}

function layoutOf(widthPx: number, heightPx: number) {
  const luma = widthPx * heightPx;
  return [
    { offset: 0, stride: widthPx },
    { offset: luma, stride: widthPx / 2 },
    { offset: luma * 1.25, stride: widthPx / 2 },
  ];
}

/** Full range, BT.601 weights, as a camera's MJPEG gives it. */
function i420Of({ data, width, height }: ImageData): Uint8Array {
  const bytes = new Uint8Array(width * height * 1.5);
  const chroma = new Uint8ClampedArray(bytes.buffer, width * height);
  const half = chroma.length / 2;
  for (let i = 0, at = 0; i < width * height; i++, at += 4) {
    bytes[i] =
      0.299 * (data[at] as number) +
      0.587 * (data[at + 1] as number) +
      0.114 * (data[at + 2] as number) +
      0.5;
  }
  for (let y = 0, k = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2, k++) {
      const at = (y * width + x) * 4;
      const [r, g, b] = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
      chroma[k] = 128 - 0.169 * r - 0.331 * g + 0.5 * b;
      chroma[k + half] = 128 + 0.5 * r - 0.419 * g - 0.081 * b;
    }
  }
  return bytes;
}

/** Normal numbers, the same in each run, to be read from another place each frame. */
const NORMAL = (() => {
  const values = new Float32Array(1 << 16);
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 1) / 4_294_967_297;
  };
  for (let i = 0; i < values.length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(next()));
    const angle = 2 * Math.PI * next();
    values[i] = radius * Math.cos(angle);
    values[i + 1] = radius * Math.sin(angle);
  }
  return values;
})();

function addNoise(luma: Uint8Array, deviation: number, frame: number): void {
  // A prime step, so that the noise of two frames, and of two rows, is never the same.
  let at = (frame * 40_503) & 0xffff;
  for (let i = 0; i < luma.length; i++) {
    at = (at + 1) & 0xffff;
    const noisy = (luma[i] as number) + deviation * (NORMAL[at] as number);
    luma[i] = noisy < 0 ? 0 : noisy > 255 ? 255 : noisy + 0.5;
  }
}
