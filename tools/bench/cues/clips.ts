import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { reduce, reducedSize } from '../../../utils/capture/reduce.ts';

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

/** Null where the folder is missing: a newcomer has the project alone. */
export function readClips(): Clip[] | null {
  const labels = join(CLIPS, 'labels.json');
  return existsSync(labels) ? JSON.parse(readFileSync(labels, 'utf8')).clips : null;
}

/** Looks a second of the clip's time. */
export const LOOKS_PER_SECOND = 4;

export interface Frames {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly sourceWidthPx: number;
  readonly sourceHeightPx: number;
}

/** Decodes a clip in its own shape: looped, or with its last frame held. */
export function decode(file: string, seconds: number, loop = true): Frames {
  const still = ['.jpg', '.png'].includes(extname(file));
  const input = still
    ? ['-loop', '1', '-framerate', `${LOOKS_PER_SECOND}`, '-i', file]
    : loop
      ? ['-stream_loop', '1000', '-i', file]
      : ['-i', file];
  const hold = loop ? '' : `tpad=stop_mode=clone:stop_duration=${seconds},`;
  const filter = `${hold}fps=${LOOKS_PER_SECOND},scale=trunc(iw/2)*2:trunc(ih/2)*2:out_range=full`;
  const args = ['-v', 'error', ...input, '-t', `${seconds}`, '-vf', filter, '-an'];
  const yuv = execFileSync('ffmpeg', [...args, '-pix_fmt', 'yuv420p', '-f', 'rawvideo', '-'], {
    maxBuffer: 2 ** 31 - 1,
  });
  const { width, height } = sizeOf(file);
  return reduceAll(yuv, width - (width % 2), height - (height % 2));
}

function sizeOf(file: string): { width: number; height: number } {
  const args = ['-v', 'error', '-select_streams', 'v', '-show_entries', 'stream=width,height'];
  const text = execFileSync('ffprobe', [...args, '-of', 'json', file], { encoding: 'utf8' });
  return JSON.parse(text).streams[0];
}

function reduceAll(yuv: Buffer, widthPx: number, heightPx: number): Frames {
  const luma = widthPx * heightPx;
  const layout = [
    { offset: 0, stride: widthPx },
    { offset: luma, stride: widthPx / 2 },
    { offset: luma * 1.25, stride: widthPx / 2 },
  ];
  const size = reducedSize(widthPx, heightPx);
  const count = Math.floor(yuv.length / (luma * 1.5));
  const each = size.widthPx * size.heightPx * 1.5;
  const bytes = new Uint8Array(count * each);
  for (let frame = 0; frame < count; frame++) {
    const source = yuv.subarray(frame * luma * 1.5, (frame + 1) * luma * 1.5);
    const reduced = reduce({ format: 'I420', widthPx, heightPx, bytes: source, layout });
    bytes.set(reduced.bytes, frame * each);
  }
  return {
    bytes,
    widthPx: size.widthPx,
    heightPx: size.heightPx,
    sourceWidthPx: widthPx,
    sourceHeightPx: heightPx,
  };
}
