import { facesWithin, type History, median } from './history.ts';

/**
 * Moving from place to place, in interocular distances (IOD). Tremor, nods, talk and rocking swing
 * about one place: they vanish in the mean over a second, or come back before they are far.
 * Null while the head cannot be followed.
 */
export interface Movement {
  /** The smaller share, of two halves of the last seconds, of looks with a large net displacement. */
  readonly wanderingShare: number;
  /** Largest distance between any two places of the last seconds. */
  readonly extentIod: number;
  /** Largest net displacement of late: has the person come to rest? */
  readonly recentIod: number;
}

/** Design: "net displacement of the head of at least 1.5 IOD within 2 s". */
export const NET_DISPLACEMENT_IOD = 1.5;
const WITHIN_MS = 2_000;
/** "Again and again": in both halves of this. One leaning in fills one half only. */
const AGAIN_AND_AGAIN_MS = 3_600;
const RECENT_MS = 1_300;
/** Mean over this takes tremor (4 to 6 Hz) and nods (about 1 Hz) out. */
const SMOOTHED_OVER_MS = 800;
/** Fewer looks with a face than this share: the head was not followed. */
const LOOKS = 8;

interface Place {
  readonly atMs: number;
  readonly x: number;
  readonly y: number;
}

export function movement(history: History): Movement | null {
  const seen = facesWithin(history, AGAIN_AND_AGAIN_MS + WITHIN_MS + SMOOTHED_OVER_MS);
  const iod = median(seen.map(({ face }) => face.iodRatio));
  const nowMs = history.at(-1)?.capturedAtMs ?? 0;
  if (iod === null || seen.length < LOOKS) return null;
  const raw = seen.map(({ atMs, face, aspect }) => ({
    atMs,
    x: face.eyes.x / iod,
    y: face.eyes.y / aspect / iod,
  }));
  const path = raw.map(({ atMs }) => smoothed(raw, atMs));
  const after = (ms: number) => path.filter(({ atMs }) => atMs >= nowMs - ms);
  const wandering = (places: readonly Place[]) =>
    places.length === 0
      ? 0
      : places.filter((place) => netDisplacement(path, place) >= NET_DISPLACEMENT_IOD).length /
        places.length;
  const half = AGAIN_AND_AGAIN_MS / 2;
  return {
    wanderingShare: Math.min(
      wandering(after(half)),
      wandering(after(AGAIN_AND_AGAIN_MS).filter(({ atMs }) => atMs < nowMs - half)),
    ),
    extentIod: extent(after(AGAIN_AND_AGAIN_MS)),
    recentIod: extent(after(RECENT_MS)),
  };
}

function smoothed(places: readonly Place[], atMs: number): Place {
  const near = places.filter((p) => p.atMs <= atMs && p.atMs > atMs - SMOOTHED_OVER_MS);
  const sum = near.reduce((a, p) => ({ x: a.x + p.x, y: a.y + p.y }), { x: 0, y: 0 });
  return { atMs, x: sum.x / near.length, y: sum.y / near.length };
}

function netDisplacement(path: readonly Place[], to: Place): number {
  const before = path.filter(({ atMs }) => atMs <= to.atMs && atMs >= to.atMs - WITHIN_MS);
  return Math.max(0, ...before.map((from) => distance(from, to)));
}

function extent(places: readonly Place[]): number {
  return Math.max(0, ...places.flatMap((a) => places.map((b) => distance(a, b))));
}

const distance = (a: Place, b: Place) => Math.hypot(a.x - b.x, a.y - b.y);
