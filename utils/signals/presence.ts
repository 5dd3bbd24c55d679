import type { CameraState, Observation } from '../observation.ts';
import { type History, SOFT_FOCUS } from './history.ts';

export interface Presence {
  readonly camera: CameraState;
  /** Faces found in this look; null when faces were not looked for. */
  readonly faces: number | null;
  /** The face was lost while the picture stayed as it was, but that it is soft now: whoever it was has not gone. */
  readonly lostToBlur: boolean;
}

/**
 * Mean change of luma from one look to the next. Bench: a lens that goes soft 0.2 to 1.5; somebody who leaves, even from afar and
 * walking, 9 and more.
 */
const SAME_PLACE_CHANGE_LUMA = 2.5;

export function presence(history: History): Presence {
  const now = history.at(-1);
  return {
    camera: now?.camera ?? 'absent',
    faces: now?.faces?.length ?? null,
    lostToBlur: isSoft(now) && isLostInPlace(history),
  };
}

function isSoft(now: Observation | undefined): boolean {
  const focus = now?.picture?.focus ?? null;
  return focus !== null && focus < SOFT_FOCUS;
}

function isLostInPlace(history: History): boolean {
  const withFace = history.findLastIndex(({ faces }) => faces !== null && faces.length > 0);
  const since = history.slice(withFace + 1);
  return (
    withFace >= 0 &&
    since.length > 0 &&
    since.every(({ picture }) => (picture?.changeLuma ?? Infinity) <= SAME_PLACE_CHANGE_LUMA)
  );
}
