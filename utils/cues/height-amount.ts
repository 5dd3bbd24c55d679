/** Smaller differences than this are not worth a word, and larger steps are easier to follow. */
const STEP_CM = 5;
/** As much as a pile of books adds; whoever did that is judged anew. */
const AT_MOST_CM = 20;
const DEG = Math.PI / 180;

/**
 * How much higher or lower the camera must come to be level with the eyes, in whole steps: "about 10 cm".
 * Undefined for what is less than a step. `before` stays until the amount is a whole step away from it.
 */
export function heightAmountCm(
  elevationDeg: number,
  distanceCm: number,
  before?: number,
): number | undefined {
  const cm = Math.min(AT_MOST_CM, distanceCm * Math.tan(Math.abs(elevationDeg) * DEG));
  if (before !== undefined && Math.abs(cm - before) < STEP_CM) return before;
  return cm < STEP_CM ? undefined : Math.round(cm / STEP_CM) * STEP_CM;
}
