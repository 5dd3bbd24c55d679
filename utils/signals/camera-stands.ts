import type { History } from './history.ts';

/** How far back the camera has stood as it does now. */
export interface CameraStands {
  readonly forMs: number;
  /** False: before that the background shows nothing to tell by, and the camera may have stood or not. */
  readonly isMoveSeen: boolean;
}

/**
 * The background may be so far from where it is now, in picture widths. Steps are added up, since a screen that is
 * tilted by hand moves little from look to look. Their errors add up to 0.005 in a minute (bench).
 */
const MOVED_RATIO = 0.02;

export function cameraStands(history: History): CameraStands {
  const nowMs = history.at(-1)?.capturedAtMs ?? 0;
  let x = 0;
  let y = 0;
  for (const { capturedAtMs, picture } of [...history].reverse()) {
    const forMs = nowMs - capturedAtMs;
    const shift = picture?.shift;
    if (shift === 'lost') return { forMs, isMoveSeen: true };
    // Height is told by what moves up and down: shelves and frames, not door posts.
    if (!shift || shift.yRatio === null) return { forMs, isMoveSeen: false };
    x += shift.xRatio ?? 0;
    y += shift.yRatio;
    if (Math.hypot(x, y) > MOVED_RATIO) return { forMs, isMoveSeen: true };
  }
  return { forMs: nowMs - (history[0]?.capturedAtMs ?? nowMs), isMoveSeen: false };
}
