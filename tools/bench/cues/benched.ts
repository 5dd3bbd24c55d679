import type { CueDirection, CueSpeed } from '../../../utils/cues/types.ts';

/** The picture cues of the catalogue, with the class that the design gives each. */
export const BENCHED = {
  'camera-off': 'fast',
  'camera-covered': 'fast',
  'no-face': 'fast',
  'too-dark': 'fast',
  backlit: 'fast',
  'side-lit': 'fast',
  'too-bright': 'fast',
  'too-far': 'fast',
  'too-close': 'fast',
  'off-centre': 'fast',
  'camera-too-low': 'slow',
  'camera-too-high': 'slow',
  'turned-away': 'slow',
  tilted: 'slow',
  'hold-still': 'slow',
  'camera-shaking': 'slow',
  'out-of-focus': 'slow',
  'someone-else-in-view': 'slow',
  'muted-while-talking': 'slow',
} as const satisfies Record<string, CueSpeed>;

export type BenchedId = keyof typeof BENCHED;
export const BENCHED_IDS = Object.keys(BENCHED) as BenchedId[];

/** A cue that holds at one look, as a judge (ours or a peer's rule) says it. */
export interface Held {
  readonly id: string;
  readonly direction?: CueDirection;
}

/** What a judge said at one look. */
export interface JudgedLook {
  readonly atMs: number;
  readonly holding: readonly Held[];
}
