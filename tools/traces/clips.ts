import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';

/** Labelled clips of real people; not part of the repository. See its README. */
export const CLIPS = resolve(process.env.EYELEVEL_CLIPS ?? '../shared/clips');

export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly must: readonly string[];
  readonly may: readonly string[];
}

export interface Clip {
  readonly file: string;
  readonly seen: string;
  readonly loop?: boolean;
  readonly must?: readonly string[];
  readonly may?: readonly string[];
  readonly segments?: readonly Segment[];
}

export function readClips(): Clip[] {
  const labels = join(CLIPS, 'labels.json');
  if (!existsSync(labels)) {
    console.log(`No labelled clips at ${CLIPS}: nothing to trace. Set EYELEVEL_CLIPS.`);
    process.exit(0);
  }
  return JSON.parse(readFileSync(labels, 'utf8')).clips;
}

/** Looks a second of simulated time. */
export const LOOKS_PER_SECOND = 5;
/** The overlay keeps every k-th pixel, so that about this many are left in a row (design, fact 4). */
const LOOKED_AT_WIDTH_PX = 480;

export interface Frames {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sourceWidthPx: number;
  readonly sourceHeightPx: number;
}

/** Decodes a clip as a camera would give it: looped, or with its last frame held. */
export function decode(file: string, seconds: number, loop = true, asCamera = false): Frames {
  // Stills keep their own shape: padding would be part of the picture.
  const still = ['.jpg', '.png'].includes(extname(file));
  const camera = asCamera && !still;
  const input = still
    ? ['-loop', '1', '-framerate', `${LOOKS_PER_SECOND}`, '-i', file]
    : loop
      ? ['-stream_loop', '1000', '-i', file]
      : ['-i', file];
  // As Chromium's camera file for clips; see the clips' README.
  const fit = 'scale=640:480:force_original_aspect_ratio=decrease,pad=640:480:(ow-iw)/2:(oh-ih)/2,';
  const hold = loop ? '' : `tpad=stop_mode=clone:stop_duration=${seconds},`;
  const filter = `${hold}fps=${LOOKS_PER_SECOND},${camera ? fit : ''}scale=trunc(iw/2)*2:trunc(ih/2)*2:out_range=full`;
  const args = ['-v', 'error', ...input, '-t', `${seconds}`, '-vf', filter, '-an'];
  const yuv = execFileSync('ffmpeg', [...args, '-pix_fmt', 'yuv420p', '-f', 'rawvideo', '-'], {
    maxBuffer: 2 ** 31 - 1,
  });
  const { width, height } = camera ? { width: 640, height: 480 } : sizeOf(file);
  return reduce(yuv, width - (width % 2), height - (height % 2));
}

function sizeOf(file: string): { width: number; height: number } {
  const args = ['-v', 'error', '-select_streams', 'v', '-show_entries', 'stream=width,height'];
  const text = execFileSync('ffprobe', [...args, '-of', 'json', file], { encoding: 'utf8' });
  return JSON.parse(text).streams[0];
}

function reduce(yuv: Buffer, sourceWidthPx: number, sourceHeightPx: number): Frames {
  const k = Math.max(1, Math.round(sourceWidthPx / LOOKED_AT_WIDTH_PX));
  const planes = [
    { w: sourceWidthPx, h: sourceHeightPx },
    { w: sourceWidthPx / 2, h: sourceHeightPx / 2 },
    { w: sourceWidthPx / 2, h: sourceHeightPx / 2 },
  ];
  const widthPx = 2 * Math.floor(sourceWidthPx / k / 2);
  const heightPx = 2 * Math.floor(sourceHeightPx / k / 2);
  const from = planes.reduce((sum, { w, h }) => sum + w * h, 0);
  const count = Math.floor(yuv.length / from);
  const bytes = new Uint8Array(count * widthPx * heightPx * 1.5);
  let to = 0;
  for (let frame = 0; frame < count; frame++) {
    let plane = frame * from;
    planes.forEach(({ w, h }, i) => {
      const [rows, columns] = i === 0 ? [heightPx, widthPx] : [heightPx / 2, widthPx / 2];
      for (let y = 0; y < rows; y++) {
        for (let x = 0; x < columns; x++) bytes[to++] = yuv[plane + y * k * w + x * k] as number;
      }
      plane += w * h;
    });
  }
  return { bytes, widthPx, heightPx, sourceWidthPx, sourceHeightPx };
}
