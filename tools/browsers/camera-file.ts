import { execFileSync } from 'node:child_process';
import { extname } from 'node:path';

/** Frames a second that Chromium takes an MJPEG file to have, whatever the file says. */
const FRAMES_PER_SECOND = 30;
const HEIGHT_MAX_PX = 480;

/**
 * Makes a picture or a clip into a file that Chromium takes for a camera (`LaunchOptions.cameraFile`). It
 * is looped there.
 * @param end what comes after the clip's last frame, until `seconds` are full
 * @throws Error as ffmpeg says it
 */
export function writeCameraFile(
  from: string,
  to: string,
  { seconds, end }: { readonly seconds: number; readonly end: 'again' | 'held' },
): void {
  // Stills keep their own shape: padding would be part of the picture. Clips become what a camera gives.
  const still = ['.jpg', '.png'].includes(extname(from));
  const size = still
    ? `scale=-2:'min(${HEIGHT_MAX_PX},trunc(ih/2)*2)'`
    : 'scale=640:480:force_original_aspect_ratio=decrease,pad=640:480:(ow-iw)/2:(oh-ih)/2';
  const hold = end === 'held' ? `,tpad=stop_mode=clone:stop_duration=${seconds}` : '';
  const loop = still ? ['-loop', '1'] : end === 'again' ? ['-stream_loop', '1000'] : [];
  execFileSync(
    'ffmpeg',
    [
      ...['-v', 'error', '-y', ...loop, '-i', from, '-t', String(seconds), '-an'],
      ...['-vf', `fps=${FRAMES_PER_SECOND},${size}${hold}`],
      ...['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', '-q:v', '3', to],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
}
