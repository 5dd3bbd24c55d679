import type { CameraState } from '../observation.ts';
import type { History } from './history.ts';

export interface Presence {
  readonly camera: CameraState;
  /** Faces found in this look; null when faces were not looked for. */
  readonly faces: number | null;
}

export function presence(history: History): Presence {
  const now = history.at(-1);
  return { camera: now?.camera ?? 'absent', faces: now?.faces?.length ?? null };
}
