import type { Judgement } from '../cues/types.ts';
import type { CallQuality } from '../observation.ts';

/**
 * How often to look. A cue is late by the wait before the first look that sees its evidence, plus the
 * looks until it holds or stops: a fast one must last 950 ms to hold and 450 ms to stop
 * (utils/cues/dwell.ts), and has 1.5 s and 1 s. So: slow until something begins, then quick.
 *
 *     begins after a slow look     480 + 4 x 240 = 1440 ms     all the way at the slow pace   480 + 2 x 480 = 1440
 *     stops after a long-held look 360 + 2 x 240 =  840 ms     all the way at the slow pace   480 + 1 x 480 =  960
 *
 * What is left is for the looks themselves and for timers that come late.
 */
const QUICK_MS = 240;
const SLOW_MS = 480;
/** A cue that has held for long and keeps holding: nobody waits for it but for its end. */
const LONG_HELD_MS = 360;
/** Timers of a hidden page come once a second; the call goes on, and nobody reads a tip. */
const HIDDEN_MS = 1000;

/** Before there is a judgement: the model loads, or a frame could not be read. */
export const FIRST_LOOKS_MS = QUICK_MS;

const HELD_LONG_AFTER_MS = 10_000;

/**
 * Mean change of block means between two looks 480 ms apart, in luma codes. The sitter, 40 looks each: still at
 * most 0.3, talking 0.6, nodding 1.2; walking about has a median of 5.2, walking out goes up to 11. Twice
 * the most that sitting gave.
 */
const CHANGED_LUMA = 2.5;

/**
 * Encode time over the time between two pictures. At 0.85 libwebrtc itself calls the processor overused and
 * begins to reduce the picture. Source: its CpuOveruseOptions, high_encode_usage_threshold_percent.
 */
const ENCODE_SHARE_MAX = 0.85;
/** What most cameras give, where the browser does not tell. */
const USUAL_FPS = 30;

/** A look that is not done by the time of the next quick one. One alone is a hiccup of the machine. */
const SLOW_LOOKS_MAX = 3;

/** However long a look took: the page and its call get a turn before the next one. */
const LEAST_REST_MS = 100;

export interface PaceFacts {
  readonly judgement: Pick<Judgement, 'atMs' | 'holding' | 'unsettled'>;
  /** See PictureObservation; null: no picture to compare. */
  readonly changeLuma: number | null;
  readonly call: CallQuality | null;
  /** Looks in a row, up to now, of which {@link isSlowLook} is true. */
  readonly slowLooks: number;
  readonly hidden: boolean;
}

/** From one look to the next, in ms. */
export function nextLookMs({ judgement, changeLuma, call, slowLooks, hidden }: PaceFacts): number {
  if (hidden) return HIDDEN_MS;
  if (slowLooks >= SLOW_LOOKS_MAX || suffers(call)) return SLOW_MS;
  const { atMs, holding, unsettled } = judgement;
  if (unsettled || (changeLuma ?? 0) >= CHANGED_LUMA) return QUICK_MS;
  if (holding.length === 0) return SLOW_MS;
  const heldLong = holding.every(({ sinceMs }) => atMs - sinceMs > HELD_LONG_AFTER_MS);
  return heldLong ? LONG_HELD_MS : QUICK_MS;
}

/** @param tookMs from when the frame was asked for until it was judged */
export function isSlowLook(tookMs: number): boolean {
  return tookMs > QUICK_MS;
}

/** How long to wait before the next frame is taken, when the last one was `sinceMs` ago. */
export function waitBeforeNextLook(everyMs: number, sinceMs: number): number {
  return Math.max(LEAST_REST_MS, everyMs - sinceMs);
}

/** The processor is what the call lacks. A narrow line is none of ours: looking costs no bytes. */
function suffers(call: CallQuality | null): boolean {
  if (!call) return false;
  const { limitedBy, encodeMs, framesPerSecond } = call;
  const share = ((encodeMs ?? 0) * (framesPerSecond ?? USUAL_FPS)) / 1000;
  return limitedBy === 'cpu' || share >= ENCODE_SHARE_MAX;
}
