import { boxOf, type DetectedFace } from './face.ts';
import type { Landmarker } from './landmarker.ts';
import type { Box } from './luma.ts';
import { headOf } from './person.ts';

export const WHOLE: Box = { x: 0, y: 0, width: 1, height: 1 };

/**
 * The detector is made for faces within arm's length and sees the picture at 128 x 128: from about a
 * tenth of the picture's width down it misses some. These parts, looked at alone, show them two or three times as large.
 */
const PARTS: readonly Box[] = [
  { x: 0.25, y: 0.05, width: 0.5, height: 0.6 },
  { x: 0.33, y: 0.15, width: 0.34, height: 0.45 },
  { x: 0, y: 0.05, width: 0.5, height: 0.6 },
  { x: 0.5, y: 0.05, width: 0.5, height: 0.6 },
];

/** A face that fills this much of its part's height is found in the whole picture as well. */
const FOUND_ANYWAY_RATIO = 0.5;

/** How often further faces are looked for, alone and in company: who comes may be noticed a little late. */
const ALONE_EVERY_MS = 2_000;
const IN_COMPANY_EVERY_MS = 1_000;
/** At most so many further faces: two companions are a group, and so are five. */
const OTHERS = 2;
/** A face that was seen this short a time ago is followed, even when a larger one appears. */
const FOLLOWED_FOR_MS = 1_000;
/** A face whose middle is within this many of its own sizes of the followed one is the same: two heads side by side are one apart … */
const SAME_FACE_SIZES = 0.7;
/** … and who is alone is the same at twice that, as one who walks about is from look to look. */
const SAME_FACE_ALONE_SIZES = 1.4;

/** Cuts a part out of the picture, with heads painted over. Who asks for it closes it. */
export type Cut = (part: Box, paintedOver: readonly Box[]) => Promise<ImageBitmap>;

export interface Found {
  /** The face that is followed. */
  readonly face: DetectedFace | null;
  /** Further faces; null when they were not looked for. */
  readonly others: readonly DetectedFace[] | null;
}

/**
 * Finds and follows one face, near or far, and now and then looks whether there are others.
 *
 * The landmarker knows one face, which makes it half as dear again cheaper than two (design, fact 4). Others
 * are found by painting over the heads that are known and looking again. A part in which a face was
 * found is looked at until the face is lost or has come near; while there is none at all, each look
 * tries the whole picture and one part in turn.
 */
export function createFinder(landmarker: Landmarker) {
  let part = WHOLE;
  let turn = 0;
  let followed: { readonly face: DetectedFace; readonly atMs: number } | null = null;
  let othersAtMs = Number.NEGATIVE_INFINITY;
  let inCompany = false;
  let missedOthers = false;

  async function findIn(
    where: Box,
    cut: Cut,
    atMs: number,
    known: readonly DetectedFace[] = [],
  ): Promise<DetectedFace | null> {
    const image = await cut(
      where,
      known.map(({ landmarks }) => headOf(boxOf(landmarks))),
    );
    try {
      const [face] = landmarker.find(image, atMs);
      return face ? inWhole(face, where) : null;
    } finally {
      image.close();
    }
  }

  /** Just lost: who moves away is looked for in all parts at once. Long gone: in one after the other. */
  function elsewhere(atMs: number): readonly Box[] {
    const justLost = followed !== null && atMs - followed.atMs <= FOLLOWED_FOR_MS;
    if (justLost) return part === WHOLE ? PARTS : [WHOLE, ...PARTS];
    return part === WHOLE ? [PARTS[turn++ % PARTS.length] ?? WHOLE] : [WHOLE];
  }

  async function findOne(cut: Cut, atMs: number): Promise<DetectedFace | null> {
    const face = await findIn(part, cut, atMs);
    if (face) {
      if (part !== WHOLE && !isInside(face, part)) part = WHOLE;
      return face;
    }
    for (const place of elsewhere(atMs)) {
      const found = await findIn(place, cut, atMs);
      if (!found) continue;
      part = place;
      return found;
    }
    part = WHOLE;
    return null;
  }

  /** All that are left, in the whole picture, when the known heads are painted over. */
  async function findOthers(known: DetectedFace, cut: Cut, atMs: number): Promise<DetectedFace[]> {
    const others: DetectedFace[] = [];
    while (others.length < OTHERS) {
      const all = [known, ...others];
      // The first look only loses the face that the landmarker followed; the second one searches.
      const other = (await findIn(WHOLE, cut, atMs, all)) ?? (await findIn(WHOLE, cut, atMs, all));
      if (!other || all.some((face) => isWithin(SAME_FACE_SIZES, face, other))) break;
      others.push(other);
    }
    return others;
  }

  /** @param searchOthers are further faces wanted at all? */
  return async function find(cut: Cut, atMs: number, searchOthers: boolean): Promise<Found> {
    const first = await findOne(cut, atMs);
    if (!first) return { face: null, others: null };
    const known = followed && atMs - followed.atMs <= FOLLOWED_FOR_MS ? followed.face : null;
    const sameSizes = inCompany ? SAME_FACE_SIZES : SAME_FACE_ALONE_SIZES;
    const isKnown = known !== null && isWithin(sameSizes, known, first);
    const everyMs = inCompany ? IN_COMPANY_EVERY_MS : ALONE_EVERY_MS;
    if (isKnown && !(searchOthers && atMs - othersAtMs >= everyMs)) {
      followed = { face: first, atMs };
      return { face: first, others: null };
    }
    othersAtMs = atMs;
    const all = [first, ...(await findOthers(first, cut, atMs))];
    const face =
      (known && all.find((one) => isWithin(SAME_FACE_SIZES, known, one))) ??
      all.reduce((a, b) => (heightOf(b) > heightOf(a) ? b : a));
    const others = all.filter((one) => one !== face);
    followed = { face, atMs };
    if (face !== first) part = WHOLE;
    // A turned or half hidden face is missed now and then: gone is who two looks in a row do not find.
    missedOthers = inCompany && others.length === 0 && !missedOthers;
    if (missedOthers) {
      othersAtMs = Number.NEGATIVE_INFINITY;
      return { face, others: null };
    }
    inCompany = others.length > 0;
    // The search lost the face. Seen alone once more it is tracked again, or the next look may find another.
    if (inCompany) await findIn(part, cut, atMs, others);
    return { face, others };
  };
}

const heightOf = ({ landmarks }: DetectedFace) => boxOf(landmarks).height;

/** Are the middles of two faces within so many of their sizes, across and down? */
function isWithin(sizes: number, one: DetectedFace, other: DetectedFace): boolean {
  const [a, b] = [boxOf(one.landmarks), boxOf(other.landmarks)];
  const away = Math.hypot(
    (a.x + a.width / 2 - b.x - b.width / 2) / Math.max(a.width, b.width),
    (a.y + a.height / 2 - b.y - b.height / 2) / Math.max(a.height, b.height),
  );
  return away <= sizes;
}

function inWhole({ landmarks, matrix }: DetectedFace, part: Box): DetectedFace {
  return {
    matrix,
    landmarks: landmarks.map(({ x, y, z }) => ({
      x: part.x + x * part.width,
      y: part.y + y * part.height,
      z: z * part.width,
    })),
  };
}

function isInside({ landmarks }: DetectedFace, part: Box): boolean {
  const box = boxOf(landmarks);
  return (
    box.x > part.x &&
    box.y > part.y &&
    box.x + box.width < part.x + part.width &&
    box.y + box.height < part.y + part.height &&
    box.height < FOUND_ANYWAY_RATIO * part.height
  );
}
