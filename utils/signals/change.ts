import { facesWithin, type History, median } from './history.ts';

/** The face now against the face some seconds ago: how a move on purpose is known. */
export interface Change {
  /** Size now over size before; null without a face now or before. */
  readonly sizeRatio: number | null;
  /** Pitch now minus pitch before, degrees; plus: the head went down. Null as above. */
  readonly pitchDeg: number | null;
  /** There was a face before, and there is none now. */
  readonly gone: boolean;
}

const NOW_MS = 600;
const BEFORE_FROM_MS = 12_000;
const BEFORE_TO_MS = 2_000;
/** So many looks with a face make a "before". */
const LOOKS = 10;

export function change(history: History): Change {
  const before = facesWithin(history, BEFORE_FROM_MS, BEFORE_TO_MS);
  if (before.length < LOOKS) return { sizeRatio: null, pitchDeg: null, gone: false };
  const now = facesWithin(history, NOW_MS);
  const looking = history.at(-1)?.faces != null;
  const size = (seen: typeof now) => median(seen.map(({ face }) => face.iodRatio));
  const pitch = (seen: typeof now) => median(seen.map(({ face }) => face.pitchDeg));
  const [sizeNow, sizeBefore, pitchNow, pitchBefore] = [
    size(now),
    size(before),
    pitch(now),
    pitch(before),
  ];
  return {
    sizeRatio: sizeNow !== null && sizeBefore ? sizeNow / sizeBefore : null,
    pitchDeg: pitchNow !== null && pitchBefore !== null ? pitchNow - pitchBefore : null,
    gone: looking && now.length === 0,
  };
}
