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

/** A part of the picture as an image that the landmarker can take. The caller closes it. */
export async function cutOut(pixels: FramePixels, part: Box): Promise<ImageBitmap> {
  const isWhole = part.width === 1 && part.height === 1;
  if (pixels.format === 'bitmap') {
    const { bitmap } = pixels;
    if (isWhole) return createImageBitmap(bitmap);
    const { width, height } = bitmap;
    const cut = [part.x * width, part.y * height, part.width * width, part.height * height];
    return createImageBitmap(bitmap, ...(cut.map(Math.round) as [number, number, number, number]));
  }
  const { widthPx, heightPx, bytes } = isWhole ? pixels : partOfI420(pixels, part);
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
