import type { FramePixels } from '../messages/overlay-coach.ts';
import type { Box, LumaPlane } from './luma.ts';

/** The Y plane of an I420 frame: its first bytes. */
export function lumaOfI420(pixels: Extract<FramePixels, { format: 'I420' }>): LumaPlane {
  const { widthPx, heightPx, bytes } = pixels;
  return { widthPx, heightPx, luma: bytes.subarray(0, widthPx * heightPx) };
}

/** Luma of RGBA pixels, full range, with the weights of video. Source: ITU-R BT.601. */
export function lumaOfRgba(image: {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}): LumaPlane {
  const { width, height, data } = image;
  const luma = new Uint8ClampedArray(width * height);
  for (let i = 0, k = 0; i < luma.length; i++, k += 4) {
    luma[i] =
      0.299 * (data[k] as number) +
      0.587 * (data[k + 1] as number) +
      0.114 * (data[k + 2] as number);
  }
  return { widthPx: width, heightPx: height, luma };
}

/** Reads a bitmap back: the slow way, for browsers that give no I420. */
export function lumaOfBitmap(bitmap: ImageBitmap): LumaPlane {
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d canvas to read a bitmap with');
  context.drawImage(bitmap, 0, 0);
  return lumaOfRgba(context.getImageData(0, 0, bitmap.width, bitmap.height));
}

/**
 * A part of the picture as an image that the landmarker can take, some boxes painted grey. The caller closes it.
 * Parts and boxes are in units of the picture.
 */
export async function cutOut(
  pixels: FramePixels,
  part: Box,
  paintedOver: readonly Box[] = [],
): Promise<ImageBitmap> {
  if (pixels.format === 'bitmap') return cutOutOfBitmap(pixels.bitmap, part, paintedOver);
  const whole = paintedOver.length === 0 ? pixels : painted(pixels, paintedOver);
  const { widthPx, heightPx, bytes } = isWhole(part) ? whole : partOfI420(whole, part);
  const frame = new VideoFrame(bytes, {
    format: 'I420',
    codedWidth: widthPx,
    codedHeight: heightPx,
    timestamp: 0,
  });
  try {
    return await createImageBitmap(frame);
  } finally {
    frame.close();
  }
}

const isWhole = ({ width, height }: Box) => width === 1 && height === 1;

async function cutOutOfBitmap(
  bitmap: ImageBitmap,
  part: Box,
  paintedOver: readonly Box[],
): Promise<ImageBitmap> {
  const { width, height } = bitmap;
  const inPixels = (box: Box) =>
    [box.x * width, box.y * height, box.width * width, box.height * height].map(Math.round) as [
      number,
      number,
      number,
      number,
    ];
  const canvas = new OffscreenCanvas(width, height);
  if (paintedOver.length > 0) {
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no 2d canvas to paint a head over');
    context.drawImage(bitmap, 0, 0);
    context.fillStyle = `rgb(${NEUTRAL} ${NEUTRAL} ${NEUTRAL})`;
    for (const box of paintedOver) context.fillRect(...inPixels(box));
  }
  const source = paintedOver.length > 0 ? canvas : bitmap;
  return isWhole(part) ? createImageBitmap(source) : createImageBitmap(source, ...inPixels(part));
}

type I420 = Extract<FramePixels, { format: 'I420' }>;

/**
 * Copies a part out of the planes. Not by createImageBitmap's own rectangle: Firefox takes it for another
 * part of a VideoFrame. Edges fall on even pixels, since U and V have half the size.
 */
export function partOfI420({ widthPx, heightPx, bytes }: I420, part: Box): I420 {
  const even = (value: number) => 2 * Math.round(value / 2);
  const x = even(part.x * widthPx);
  const y = even(part.y * heightPx);
  const width = Math.min(even(part.width * widthPx), 2 * Math.floor((widthPx - x) / 2));
  const height = Math.min(even(part.height * heightPx), 2 * Math.floor((heightPx - y) / 2));
  const chroma = { width: Math.ceil(widthPx / 2), height: Math.ceil(heightPx / 2) };
  const lumaSize = widthPx * heightPx;
  const chromaSize = chroma.width * chroma.height;
  const out = new Uint8Array((width * height * 3) / 2);
  let at = 0;
  const copy = (from: number, stride: number, left: number, top: number, w: number, h: number) => {
    for (let row = top; row < top + h; row++, at += w) {
      const start = from + row * stride + left;
      out.set(bytes.subarray(start, start + w), at);
    }
  };
  copy(0, widthPx, x, y, width, height);
  for (const from of [lumaSize, lumaSize + chromaSize]) {
    copy(from, chroma.width, x / 2, y / 2, width / 2, height / 2);
  }
  return { format: 'I420', widthPx: width, heightPx: height, bytes: out };
}

/** Middle grey: code of luma and of both colours. */
const NEUTRAL = 128;

/** A copy with boxes painted grey, outwards to whole samples of colour. */
export function painted({ widthPx, heightPx, bytes }: I420, boxes: readonly Box[]): I420 {
  const out = bytes.slice();
  const lumaSize = widthPx * heightPx;
  const fill = (from: number, width: number, height: number, { x, y, ...size }: Box) => {
    const fromX = Math.max(0, Math.floor(x * width));
    const toX = Math.min(width, Math.ceil((x + size.width) * width));
    const toY = Math.min(height, Math.ceil((y + size.height) * height));
    for (let row = Math.max(0, Math.floor(y * height)); row < toY && fromX < toX; row++) {
      out.fill(NEUTRAL, from + row * width + fromX, from + row * width + toX);
    }
  };
  for (const box of boxes) {
    fill(0, widthPx, heightPx, box);
    for (const from of [lumaSize, (lumaSize * 5) / 4]) fill(from, widthPx / 2, heightPx / 2, box);
  }
  return { format: 'I420', widthPx, heightPx, bytes: out };
}
