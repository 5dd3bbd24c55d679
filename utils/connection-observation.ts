/** State of the way to the far end, as the browser's checks of it (ICE, RFC 8445) have it. Best first. */
export const ICE_STATES = ['connected', 'checking', 'new', 'disconnected', 'failed'] as const;
export type IceState = (typeof ICE_STATES)[number];

/** What keeps a sent picture from being better. `none`, too, where the browser does not tell. */
export const LIMITS = ['none', 'cpu', 'bandwidth', 'other'] as const;
export type Limit = (typeof LIMITS)[number];

/**
 * What the page's own peer connections say of one look: numbers only, of all streams of all connections together. What
 * counts from the start of a stream is given as what came since the look before. Null: not known, or not told by this
 * browser.
 */
export interface ConnectionObservation {
  /** Time since the look before, by the statistics' own clock; null at the first look, and after a gap in what is known. */
  readonly overMs: number | null;
  /** Of several connections the best: what they have in common is the person's line. */
  readonly iceState: IceState | null;
  /** Something came since the look before: media, reports on what was sent, or answers to the browser's checks. */
  readonly isHeard: boolean | null;
  /** To the far end and back over the network, without what encoding, buffers and screens take. */
  readonly roundTripMs: number | null;
  /** What the browser believes that the line can carry from here. */
  readonly availableOutKbps: number | null;
  readonly sent: {
    readonly packetsPerSecond: number | null;
    readonly kbps: number | null;
    /** By the far end's reports, of the picture while one is sent; null while none has come since the look before. */
    readonly loss: Loss | null;
    readonly jitterMs: number | null;
    /** Of the largest picture; several sizes of one picture (simulcast) are one. */
    readonly framesPerSecond: number | null;
    readonly widthPx: number | null;
    readonly heightPx: number | null;
    readonly limitedBy: Limit;
  };
  readonly received: {
    readonly packetsPerSecond: number | null;
    readonly kbps: number | null;
    readonly loss: Loss | null;
    readonly jitterMs: number | null;
    readonly framesPerSecond: number | null;
    /** How often the far end's picture stood still since the look before, and for how long in all. */
    readonly freezes: number | null;
    readonly frozenMs: number | null;
  };
}

/** A share says little without what it is a share of: one of three packets is nothing. */
export interface Loss {
  /** 0 to 1. */
  readonly ratio: number;
  readonly packets: number;
  /** The time in which they were sent. */
  readonly overMs: number;
}
