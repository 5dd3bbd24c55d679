import { CLEAR, type LinkSettings } from '../../link/link.ts';

/** A line as people speak of it; the same both ways. */
export interface Line {
  /** Share of packets, each way. */
  readonly lossRatio: number;
  readonly roundTripMs: number;
  /** Each packet's delay is off by up to so much, each way. */
  readonly jitterMs: number;
  /** Null: more than the call wants. */
  readonly rateKbps: number | null;
  readonly cut: boolean;
}

export const GOOD_LINE: Line = {
  lossRatio: 0,
  roundTripMs: 20,
  jitterMs: 0,
  rateKbps: null,
  cut: false,
};

export function linkSettingsOf({ roundTripMs, ...line }: Line): LinkSettings {
  return { ...CLEAR, ...line, delayMs: roundTripMs / 2 };
}
