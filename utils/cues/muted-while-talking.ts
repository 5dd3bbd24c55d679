import type { Signals } from '../signals/signals.ts';
import { defineCue } from './define-cue.ts';

/** Swings of the lips within the last seconds: a yawn has two, and a bite that is chewed none. */
const SWINGS = 3;
/** So far apart: a word is over by then. With 1.4 s and four swings slow talk was told after up to 6.8 s (bench), with these 4.4 s. */
const OVER_MS = 1_800;
/** No swing for so long, and the looks of leaving: pauses between sentences are shorter. */
const STILL_MS = 1_900;

/**
 * Somebody talks, by the lips in the picture, and the microphone is off. That it is off is no fault by itself, and it
 * is never listened to. Silent in the call's eyes is also who chews, yawns, counts to oneself or covers the mouth.
 */
export const mutedWhileTalking = defineCue({
  id: 'muted-while-talking',
  area: 'sound',
  speed: 'slow',
  // The signal looks back over seconds already.
  dwellMs: { enter: 200, leave: 700 },
  // As no-face, which comes first in the catalogue.
  priority: 3,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face'],
  evidence({ lips, circumstances: { microphoneMuted } }) {
    if (microphoneMuted === null) return 'cannot-judge';
    if (!microphoneMuted) return 'past-exit';
    if (!lips) return 'cannot-judge';
    const { swings, overMs, stillForMs } = lips;
    if (stillForMs === null || stillForMs >= STILL_MS) return 'past-exit';
    return swings >= SWINGS && overMs >= OVER_MS ? 'past-enter' : 'inside';
  },
});

/** The lips have moved of late while the microphone is off: worth quick looks, as a cue that holds. */
export function mayTalkUnheard({ lips }: Pick<Signals, 'lips'>): boolean {
  return lips !== null && lips.stillForMs !== null;
}
