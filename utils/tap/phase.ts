import type { Phase } from '../areas.ts';

/** What one look at the page's camera and connections says. */
export interface CallFacts {
  readonly nowMs: number;
  /** A camera track of the page is live. */
  readonly cameraLive: boolean;
  /** A live track of the page's own is on a sender of an open connection. */
  readonly sent: boolean;
  /** There are tracks on senders, and every one has ended. */
  readonly sentAllEnded: boolean;
  /** Picture or sound arrives from the far end over a connected connection. */
  readonly remote: boolean;
  /** A connection over which something has arrived before is still open. */
  readonly callOpen: boolean;
  /** Cameras and connections that the page has made so far; only grows. */
  readonly begun: number;
}

export interface PhaseState {
  readonly phase: Phase;
  readonly lastRemoteMs: number;
  /** `begun` when the call ended: only something newer begins another one. */
  readonly begunAtEnd: number;
}

export const AT_START: PhaseState = { phase: 'waiting', lastRemoteMs: 0, begunAtEnd: 0 };

/**
 * All own tracks ended and nothing arrives for so long: the page hung up without closing. Longer than a
 * camera turned off and on again by stop and re-ask, or a short cut of the line, which are no end.
 */
const HUNG_UP_AFTER_MS = 5000;

export function nextPhase(state: PhaseState, facts: CallFacts): PhaseState {
  if (facts.remote) return { ...state, phase: 'in-call', lastRemoteMs: facts.nowMs };
  if (state.phase === 'in-call') {
    const hungUp = facts.sentAllEnded && facts.nowMs - state.lastRemoteMs >= HUNG_UP_AFTER_MS;
    if (facts.callOpen && !hungUp) return state;
    return { ...state, phase: 'ended', begunAtEnd: facts.begun };
  }
  if (state.phase === 'ended' && facts.begun === state.begunAtEnd) return state;
  return { ...state, phase: facts.cameraLive && !facts.sent ? 'preview' : 'waiting' };
}
