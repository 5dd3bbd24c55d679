import type { Observation } from '../observation.ts';
import type { History } from './history.ts';

/** How far back the camera has stood as it does now. */
export interface CameraStands {
  /** It is known to have stood so long. Before that it moved, or the background shows nothing to tell by. */
  readonly forMs: number;
  /** The last move that was seen; null: none. */
  readonly movedMsAgo: number | null;
}

/**
 * The background may be so far from where it is now, in picture widths. Steps are added up, since a screen that is
 * tilted by hand moves little from look to look. Their errors add up to 0.005 in a minute (bench).
 */
const MOVED_RATIO = 0.02;

/**
 * Where the background is lost and the face is seen from where it was, arms have moved before a wall with nothing on it, and
 * the camera has not. Bench: a head that sits moves less from look to look, but for a nod.
 */
const SAME_FACE = { eyesRatio: 0.02, deg: 5 } as const;

export function cameraStands(history: History): CameraStands {
  const nowMs = history.at(-1)?.capturedAtMs ?? 0;
  let forMs: number | null = null;
  let x = 0;
  let y = 0;
  for (let i = history.length - 1; i >= 0; i--) {
    const { capturedAtMs, picture } = history[i] as Observation;
    const agoMs = nowMs - capturedAtMs;
    const shift = picture?.shift;
    if (shift === 'lost' && !isSameFace(history[i], history[i - 1])) {
      return { forMs: forMs ?? agoMs, movedMsAgo: agoMs };
    }
    if (forMs !== null) continue;
    // Height is told by what moves up and down: shelves and frames, not door posts.
    if (!shift || shift === 'lost' || shift.yRatio === null) {
      forMs = agoMs;
      continue;
    }
    x += shift.xRatio ?? 0;
    y += shift.yRatio;
    if (Math.hypot(x, y) > MOVED_RATIO) return { forMs: agoMs, movedMsAgo: agoMs };
  }
  return { forMs: forMs ?? nowMs - (history[0]?.capturedAtMs ?? nowMs), movedMsAgo: null };
}

function isSameFace(now: Observation | undefined, before: Observation | undefined): boolean {
  const [face, faceBefore] = [now?.faces?.[0], before?.faces?.[0]];
  if (!face || !faceBefore) return false;
  const moved = Math.hypot(face.eyes.x - faceBefore.eyes.x, face.eyes.y - faceBefore.eyes.y);
  const deg = Math.abs(face.cameraElevationDeg - faceBefore.cameraElevationDeg);
  return moved < SAME_FACE.eyesRatio && deg < SAME_FACE.deg;
}
