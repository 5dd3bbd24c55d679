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
  if (pixels.format === 'bitmap') return cut(pixels.bitmap, pixels.bitmap, part);
  const { widthPx, heightPx, bytes } = pixels;
  const frame = new VideoFrame(bytes, {
    format: 'I420',
    codedWidth: widthPx,
    codedHeight: heightPx,
    timestamp: 0,
  });
  try {
    return await cut(frame, { width: widthPx, height: heightPx }, part);
  } finally {
    frame.close();
  }
}

function cut(
  image: VideoFrame | ImageBitmap,
  size: { readonly width: number; readonly height: number },
  part: Box,
): Promise<ImageBitmap> {
  if (part.width === 1 && part.height === 1) return createImageBitmap(image);
  return createImageBitmap(
    image,
    Math.round(part.x * size.width),
    Math.round(part.y * size.height),
    Math.round(part.width * size.width),
    Math.round(part.height * size.height),
  );
}
