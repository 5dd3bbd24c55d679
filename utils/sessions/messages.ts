import type { Area, AreaState } from '../areas.ts';
import type { CueDirection, CueId } from '../cues/types.ts';
import type { SessionRecord } from './schema.ts';

/** Length of a bin in the session log. */
export const BIN_MS = 15_000;

/** What one bin keeps: a state an area, nothing finer. */
export type SessionBin = Readonly<Record<Area, AreaState>>;

/** How many people there were, and who spoke when, are never kept: people are watched at home. */
const NEVER_KEPT = ['someone-else-in-view', 'muted-while-talking'] as const satisfies CueId[];
export type KeptCueId = Exclude<CueId, (typeof NEVER_KEPT)[number]>;

export function isKept(id: CueId): id is KeptCueId {
  return !NEVER_KEPT.some((never) => never === id);
}

/** What the person wants kept of calls. `undecided` until they were asked. */
export const KEEPS = ['undecided', 'nothing', 'last', '30-days', '90-days', '365-days'] as const;
export type Keep = (typeof KEEPS)[number];

/** One cue in the log: whether its tip was shown, and whether it was put right, to the bin. */
export interface SessionCue {
  readonly id: KeptCueId;
  readonly direction?: CueDirection;
  /** Seconds from the start of the session, rounded to whole bins. */
  readonly atS: number;
  readonly shown: boolean;
  readonly cleared: boolean;
  /** Cleared within 60 s after its tip was shown. */
  readonly putRight: boolean;
}

/** Coach to background: the session's life. The id is made by the coach, so the background may stop and start. */
export type SessionMessage =
  | { readonly op: 'open'; readonly id: string; readonly startedAtMs: number }
  /** Bins from `fromBin` on (0-based) and all cues so far: writing the same twice changes nothing. */
  | {
      readonly op: 'write';
      readonly id: string;
      readonly fromBin: number;
      readonly bins: readonly SessionBin[];
      readonly cues: readonly SessionCue[];
    }
  | { readonly op: 'close'; readonly id: string }
  /** "Forget this call": deletes it and ignores later writes of this id. */
  | { readonly op: 'forget'; readonly id: string }
  /** Our pages: the reply is a SessionList. */
  | { readonly op: 'list' }
  /** Our pages: delete these. */
  | { readonly op: 'delete'; readonly ids: readonly string[] }
  /** Our pages, within the time in which a deletion can be undone: put these back. */
  | { readonly op: 'restore'; readonly records: readonly SessionRecord[] }
  /** Delete everything. */
  | { readonly op: 'forget-all' };

/** Why nothing could be kept or read. Each has words in locales under `log.<id>`. */
export const STORE_PROBLEMS = [
  /** The disk or the browser's quota is full. */
  'disk-full',
  /** The log was written by a later Eyelevel: it is left as it is. */
  'newer-version',
  /** Another context holds the log open in an older version. */
  'blocked',
  /** The browser gives no database here, or it is broken. */
  'unavailable',
  /** The message did not fit the format. */
  'refused',
] as const;
export type StoreProblem = (typeof STORE_PROBLEMS)[number];

/** Reply to all but `list`. `kept` false without a problem: private tab, or no such session (any more). */
export interface SessionReply {
  readonly kept: boolean;
  readonly problem?: StoreProblem;
}

/** Reply to `list`. */
export interface SessionList {
  /** Newest first. */
  readonly records: readonly SessionRecord[];
  /** Records that could not be read and were skipped: to be said, not hidden. */
  readonly damaged: number;
  readonly problem?: StoreProblem;
}

export type ReplyTo<M extends SessionMessage> = M['op'] extends 'list' ? SessionList : SessionReply;
