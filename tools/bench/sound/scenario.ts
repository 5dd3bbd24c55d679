import type { CueId } from '../../../utils/cues/types.ts';

/** What is heard, and what is true of it. */
export interface Scenario {
  readonly name: string;
  readonly group: Group;
  /** Cues that must hold, and from when; all others must not, at any time. */
  readonly must: Partial<Record<SoundCueId, Interval>>;
  /** Between the edges: no matter. */
  readonly notAsked: readonly SoundCueId[];
  /** Of the whole, where speech and noise are known apart. */
  readonly snrDb?: number;
  readonly speechDbfs?: number;
  readonly isClipped?: boolean;
  make(): Heard;
}

export const GROUPS = [
  'noise behind speech',
  'level of speech',
  'no sound',
  'clipped',
  'echo',
  'no echo',
  'other voices',
  'passing sounds',
  'clean speech, 10 minutes',
] as const;
export type Group = (typeof GROUPS)[number];

/** Of the cause; how long the cue may take is the score's. */
export interface Interval {
  readonly fromS: number;
  /** Infinity: to the end. */
  readonly toS: number;
}

/** The two ends of a call. Both as long as the visit. */
export interface Heard {
  /** What the page's microphone gives. */
  readonly own: Float32Array;
  /** When the page has muted it: nothing is listened to then. */
  readonly muted?: Interval;
  /** What the far end says. Only its level is used, as the browser tells it. */
  readonly far?: Float32Array;
}

export const SOUND_CUE_IDS = ['no-sound', 'too-quiet', 'noisy', 'echo'] as const satisfies CueId[];
export type SoundCueId = (typeof SOUND_CUE_IDS)[number];
