import { CUE_IDS, type CueId } from '../cues/types.ts';

/**
 * The number on each tip ("Tip 14"), so that a helper on the phone can follow. Stable for ever: a new
 * cue takes the next free number, a number is never used again. The whole catalogue has its numbers
 * from the first day, so that paper sheets may print them.
 */
export const TIP_NUMBERS = {
  'camera-off': 1,
  'camera-covered': 2,
  'no-face': 3,
  'too-far': 4,
  'too-close': 5,
  'off-centre': 6,
  'camera-too-low': 7,
  'camera-too-high': 8,
  'turned-away': 9,
  tilted: 10,
  'too-dark': 11,
  backlit: 12,
  'side-lit': 13,
  'too-bright': 14,
  'hold-still': 15,
  'camera-shaking': 16,
  'out-of-focus': 17,
  'someone-else-in-view': 18,
  'no-sound': 19,
  'muted-while-talking': 20,
  'too-quiet': 21,
  noisy: 22,
  echo: 23,
  'cannot-hear-clinic': 24,
  'no-sound-from-clinic': 25,
  'picture-frozen': 26,
  'connection-slow': 27,
  'connection-unstable': 28,
  offline: 29,
  'needs-lamp': 30,
  'not-sharp': 31,
  'too-near': 32,
  'body-not-visible': 33,
} as const satisfies Record<CueId, number> & Record<string, number>;

/** In the order of their numbers, as on paper. */
export const CUES_BY_NUMBER: readonly CueId[] = CUE_IDS.toSorted(
  (a, b) => TIP_NUMBERS[a] - TIP_NUMBERS[b],
);

/** Which tip was meant, as heard on the phone and typed: "14", "tip 14". Null: no tip of this version has it. */
export function tipWithNumber(typed: string): CueId | null {
  const [number, ...more] = typed.match(/\d+/g) ?? [];
  if (number === undefined || more.length > 0) return null;
  return CUE_IDS.find((id) => TIP_NUMBERS[id] === Number(number)) ?? null;
}
