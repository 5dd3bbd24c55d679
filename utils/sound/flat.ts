import { FRAME_MS, type SoundFrame } from '../sound-observation.ts';
import { CLOSES_FOR_MS, NOTHING_DBFS, OPEN_AFTER_MS, PAUSE_AT_MOST_MS } from './thresholds.ts';

/** How long a microphone has given nothing, and what is known of how it behaves. */
export interface Flat {
  readonly forMs: number;
  /** So long it may be a pause: nothing is wrong yet. */
  readonly patienceMs: number;
}

export interface FlatMemory {
  readonly flatMs: number;
  /** Without a moment of nothing. */
  readonly openMs: number;
  readonly wasHeard: boolean;
  /** It gave nothing between sounds: it closes when nobody speaks, as some headsets and noise filters do. */
  readonly closes: boolean;
}

export const NOTHING_YET: FlatMemory = { flatMs: 0, openMs: 0, wasHeard: false, closes: false };

export function updateFlat(before: FlatMemory, frames: readonly SoundFrame[]): FlatMemory {
  let { flatMs, openMs, wasHeard, closes } = before;
  for (const { dbfs } of frames) {
    if (dbfs <= NOTHING_DBFS) flatMs += FRAME_MS;
    else {
      if (wasHeard && flatMs >= CLOSES_FOR_MS) closes = true;
      openMs = flatMs > 0 ? FRAME_MS : openMs + FRAME_MS;
      flatMs = 0;
      wasHeard = true;
    }
  }
  return { flatMs, openMs, wasHeard, closes };
}

/**
 * A microphone that always gives its own noise gives nothing only when it is broken or switched off, and so does one that
 * has given nothing yet. One that closes in pauses, or may be such a one, is waited for.
 */
export function flatSignal({ flatMs, openMs, wasHeard, closes }: FlatMemory): Flat {
  const isOpen = !closes && openMs >= OPEN_AFTER_MS;
  return { forMs: flatMs, patienceMs: wasHeard && !isOpen ? PAUSE_AT_MOST_MS : 0 };
}
