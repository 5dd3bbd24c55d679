/** Pixels as VideoFrame.copyTo gives them. */
export interface SourcePixels {
  readonly format: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: Uint8Array;
  readonly layout: readonly { readonly offset: number; readonly stride: number }[];
}

/** Planes Y, U, V of half-size colour in one buffer without padding. Both sides are even. */
export interface I420Pixels {
  readonly format: 'I420';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Width that is aimed at: faces are found as well as in 1280, at a tenth of the bytes (design, fact 4). */
const TARGET_WIDTH_PX = 480;

/** Every how many pixels one is taken. */
export function stepFor(widthPx: number): number {
  return Math.max(1, Math.round(widthPx / TARGET_WIDTH_PX));
}

/** Size after taking every k-th pixel, cut to even sides because colour has half the size. */
export function reducedSize(widthPx: number, heightPx: number) {
  const step = stepFor(widthPx);
  return {
    step,
    widthPx: 2 * Math.floor(widthPx / step / 2),
    heightPx: 2 * Math.floor(heightPx / step / 2),
  };
}

/** Colour planes of these formats: pixels of luma per sample of colour, across and down. */
const PLANAR: Readonly<Record<string, readonly [across: number, down: number]>> = {
  I420: [2, 2],
  I420A: [2, 2],
  I422: [2, 1],
  I444: [1, 1],
};

/** Places of red, green and blue in the four bytes of a pixel. */
const PACKED: Readonly<Record<string, readonly [r: number, g: number, b: number]>> = {
  RGBA: [0, 1, 2],
  RGBX: [0, 1, 2],
  BGRA: [2, 1, 0],
  BGRX: [2, 1, 0],
};

export function canReduce(format: string | null): format is string {
  return format !== null && (format in PLANAR || format in PACKED || format === 'NV12');
}

/**
 * Takes every k-th pixel of a picture and gives I420. No averaging: it is the cheapest read of memory that
 * there is, and it runs on the call page's main thread.
 * @throws when the format is none that {@link canReduce} names
 */
export function reduce(source: SourcePixels): I420Pixels {
  const { step, widthPx, heightPx } = reducedSize(source.widthPx, source.heightPx);
  const lumaSize = widthPx * heightPx;
  const bytes = new Uint8Array((lumaSize * 3) / 2);
  const target = {
    step,
    widthPx,
    heightPx,
    y: bytes.subarray(0, lumaSize),
    u: bytes.subarray(lumaSize, (lumaSize * 5) / 4),
    v: bytes.subarray((lumaSize * 5) / 4),
  };
  if (source.format in PACKED) takePacked(source, target);
  else takePlanar(source, target);
  return { format: 'I420', widthPx, heightPx, bytes };
}

interface Target {
  readonly step: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly y: Uint8Array;
  readonly u: Uint8Array;
  readonly v: Uint8Array;
}

function takePlanar({ format, bytes, layout }: SourcePixels, target: Target): void {
  const { step, widthPx } = target;
  const plane = (index: number) => layout[index] ?? { offset: 0, stride: 0 };
  takeSamples(bytes, plane(0), step, step, target.y, widthPx);

  const interleaved = format === 'NV12';
  const [across, down] = PLANAR[format] ?? [2, 2];
  const bytesPerSample = interleaved ? 2 : 1;
  const pace = ((2 * step) / across) * bytesPerSample;
  const second = interleaved ? { offset: plane(1).offset + 1, stride: plane(1).stride } : plane(2);
  takeSamples(bytes, plane(1), pace, (2 * step) / down, target.u, widthPx / 2);
  takeSamples(bytes, second, pace, (2 * step) / down, target.v, widthPx / 2);
}

/** Fills rows of `width` from a plane of which every `across`-th byte of every `down`-th row is taken. */
function takeSamples(
  bytes: Uint8Array,
  { offset, stride }: SourcePixels['layout'][number],
  across: number,
  down: number,
  to: Uint8Array,
  width: number,
): void {
  for (let from = offset, k = 0; k < to.length; from += down * stride, k += width) {
    if (across === 1) to.set(bytes.subarray(from, from + width), k);
    else for (let at = from, i = k; i < k + width; at += across) to[i++] = bytes[at] as number;
  }
}

/** Weights and limited range (16 to 235) of ITU-R BT.601, which cameras and I420 frames use. */
function takePacked({ format, bytes, layout }: SourcePixels, target: Target): void {
  const { step, widthPx, heightPx } = target;
  const [r, g, b] = PACKED[format] ?? [0, 1, 2];
  const { offset, stride } = layout[0] ?? { offset: 0, stride: 0 };
  const halfWidth = widthPx / 2;
  for (let row = 0, k = 0; row < heightPx; row++) {
    let at = offset + row * step * stride;
    for (let column = 0; column < widthPx; column++, at += 4 * step) {
      const red = bytes[at + r] as number;
      const green = bytes[at + g] as number;
      const blue = bytes[at + b] as number;
      target.y[k++] = 16.5 + 0.257 * red + 0.504 * green + 0.098 * blue;
      if (row % 2 === 1 || column % 2 === 1) continue;
      const half = (row / 2) * halfWidth + column / 2;
      target.u[half] = 128.5 - 0.148 * red - 0.291 * green + 0.439 * blue;
      target.v[half] = 128.5 + 0.439 * red - 0.368 * green - 0.071 * blue;
    }
  }
}
