import type { Area, AreaState } from '../areas.ts';
import type { CueDirection, CueId } from '../cues/types.ts';

/** Length of a bin in the session log. */
export const BIN_MS = 15_000;

/** What one bin keeps: a state an area, nothing finer. */
export type SessionBin = Readonly<Record<Area, AreaState>>;

/** One cue in the log: whether its tip was shown, and whether it was put right, to the bin. */
export interface SessionCue {
  readonly id: CueId;
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
  /** Reply: { kept: boolean } (false: private tab, or the log is off). */
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
  /** Popup: reply SessionRecord[] (newest first). */
  | { readonly op: 'list' }
  /** Popup: delete everything. */
  | { readonly op: 'forget-all' };
