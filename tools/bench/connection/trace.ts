import type { LinkCounts } from '../../link/link.ts';
import type { BrowserKind } from './calls.ts';
import type { Look } from './look.ts';

/** What was seen of one call, and what the link did meanwhile: enough to judge it again. */
export interface Trace {
  readonly steps: readonly TracedStep[];
  readonly parties: readonly TracedParty[];
}

/** In the order of the call's steps. */
export interface TracedStep {
  /** Unix time, from when the line was as set. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Of this step alone. */
  readonly counts: LinkCounts;
}

export interface TracedParty {
  readonly browser: BrowserKind;
  readonly looks: readonly Look[];
}
