import type { FramePixels } from '../messages/overlay-coach.ts';
import type { LumaPlane } from './luma.ts';

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

/** An image that the landmarker can take. The caller closes it. */
export async function bitmapOf(pixels: FramePixels): Promise<ImageBitmap> {
  if (pixels.format === 'bitmap') return pixels.bitmap;
  const frame = new VideoFrame(pixels.bytes, {
    format: 'I420',
    codedWidth: pixels.widthPx,
    codedHeight: pixels.heightPx,
    timestamp: 0,
  });
  try {
    return await createImageBitmap(frame);
  } finally {
    frame.close();
  }
}
