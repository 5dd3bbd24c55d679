/** Between two looks, in ms. Four a second: evidence of a fast cue (1.5 s) is then seen six times. */
const LOOK_EVERY_MS = 250;

/** How long to wait before the next frame, when the last one was asked for at `askedAtMs`. */
export function waitBeforeNextLook(askedAtMs: number, nowMs: number): number {
  return Math.max(0, LOOK_EVERY_MS - (nowMs - askedAtMs));
}
