import type { FaceObservation } from '../observation.ts';
import { facesWithin, type History, looksWithin, type Seen } from './history.ts';
import { lowerFaceIsHidden } from './lower-face.ts';

/** How the lips open and close. Null while they cannot be read: too far, turned or bowed away, a soft picture. */
export interface Lips {
  /** Times that they opened or closed, within the last seconds. */
  readonly swings: number;
  /** From the first of these to the last. */
  readonly overMs: number;
  /** Since the last time; null: still for 10 s. */
  readonly stillForMs: number | null;
}

/** Issue: "opening and closing for about 3 s"; half a second for the looks at both ends. */
const WINDOW_MS = 3_500;
/** Issue: "still lips for 10 s bring the looks back to 2 a second". */
const STILL_AFTER_MS = 10_000;

/**
 * Change of the gap between the lips that is an opening or a closing. Measured from look to look: the sitter talks by
 * 0.1 to 0.2, counts to itself by 0.04, chews by 0.02, nods by up to 0.05, and fingers before a mouth are taken for lips
 * that swing by up to 0.07. Real people in the clips: lips at rest
 * within 0.02, the first sound of a whisper 0.04, a mouth that opens in surprise 0.16, once. None of them talks on.
 */
const SWING_IOD = 0.07;

/** So near that the gap can be read, in units of the picture's shorter side. */
const NEAR_IOD = 0.1;
/** Facing the screen: who turns aside, or looks down, may talk to someone else. */
const ASIDE_DEG = 25;
const BOWED_DEG = 20;
/** Looks that show the lips, of those of so long: one in two. */
const READ_WITHIN_MS = 1_500;

/** @param fromMs what was before is none of it: the microphone was on */
export function lips(history: History, fromMs: number): Lips | null {
  const nowMs = history.at(-1)?.capturedAtMs ?? 0;
  const lookedMs = Math.min(READ_WITHIN_MS, nowMs - fromMs);
  const read = facesWithin(history, lookedMs).filter(isReadable);
  if (2 * read.length < looksWithin(history, lookedMs).length) return null;
  const seen = facesWithin(history, Math.min(STILL_AFTER_MS, nowMs - fromMs)).filter(isReadable);
  const swings = swingsOf(seen);
  const late = swings.filter((atMs) => atMs >= nowMs - WINDOW_MS);
  const last = swings.at(-1);
  return {
    swings: late.length,
    overMs: (late.at(-1) ?? 0) - (late[0] ?? 0),
    stillForMs: last === undefined ? null : nowMs - last,
  };
}

/** Soft pictures are left out already (history.ts); here also those without edges, or drowned in noise. */
function isReadable({ face, aspect }: Seen): boolean {
  return (
    isNear(face, aspect) &&
    isFacing(face) &&
    (face.focus ?? 0) > 0 &&
    !lowerFaceIsHidden({ face, aspect })
  );
}

const isNear = ({ iodRatio }: FaceObservation, aspect: number) =>
  iodRatio * Math.max(1, aspect) >= NEAR_IOD;

const isFacing = ({ cameraAzimuthDeg, cameraElevationDeg }: FaceObservation) =>
  Math.abs(cameraAzimuthDeg) <= ASIDE_DEG && cameraElevationDeg <= BOWED_DEG;

/** When the lips had opened, or closed, by so much since they last did the other. */
function swingsOf(seen: readonly Seen[]): number[] {
  const swings: number[] = [];
  let towards: 'open' | 'shut' | null = null;
  let widest = Number.NEGATIVE_INFINITY;
  let narrowest = Number.POSITIVE_INFINITY;
  for (const { atMs, face } of seen) {
    const gap = face.lipGapIod;
    widest = Math.max(widest, gap);
    narrowest = Math.min(narrowest, gap);
    const opened: boolean = towards !== 'open' && gap - narrowest >= SWING_IOD;
    const shut: boolean = towards !== 'shut' && widest - gap >= SWING_IOD;
    if (!opened && !shut) continue;
    towards = opened ? 'open' : 'shut';
    widest = gap;
    narrowest = gap;
    swings.push(atMs);
  }
  return swings;
}
