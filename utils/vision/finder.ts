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
/** A face that was seen this short a time ago is followed, even when a larger one appears … */
const FOLLOWED_FOR_MS = 1_000;
/** … and one that the look before saw, where a slow computer's looks are further apart. */
const FOLLOWED_SLOWLY_FOR_MS = 5_000;
/** A face whose middle is within this many of its own sizes of the followed one is the same: two heads side by side are one apart … */
const SAME_FACE_SIZES = 0.7;
/** … and who is alone is the same at twice that, as one who walks about is from look to look. */
const SAME_FACE_ALONE_SIZES = 1.4;

/** A face printed on a shirt is this much taller than the wearer's; a child on a lap, being nearer, at most 1.3 times. */
const PRINT_TALLER = 1.4;
/** A print's top is this near to the wearer's chin, in the print's heights: whoever sits in front of another has hair there. */
const PRINT_BELOW_CHIN = 0.33;
/** The two are this much in line, in the print's widths. */
const PRINT_BESIDE = 0.35;
/** A print's top is below the wearer's head, and so never up here. Units of the picture. */
const PRINT_FROM = 0.2;

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
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  let othersAtMs = Number.NEGATIVE_INFINITY;
  let inCompany = false;
  let missedOthers = false;

  async function findIn(
    where: Box,
    cut: Cut,
    atMs: number,
    paintedOver: readonly Box[] = [],
  ): Promise<DetectedFace | null> {
    const image = await cut(where, paintedOver);
    try {
      const [face] = landmarker.find(image, atMs);
      return face ? inWhole(face, where) : null;
    } finally {
      image.close();
    }
  }

  function isFollowed(atMs: number): boolean {
    if (followed === null) return false;
    const sinceMs = atMs - followed.atMs;
    return sinceMs <= (followed.atMs === lookedAtMs ? FOLLOWED_SLOWLY_FOR_MS : FOLLOWED_FOR_MS);
  }

  /** Just lost: who moves away is looked for in all parts at once. Long gone: in one after the other. */
  function elsewhere(atMs: number): readonly Box[] {
    const justLost = followed !== null && atMs - followed.atMs <= FOLLOWED_FOR_MS;
    if (justLost) return part === WHOLE ? PARTS : [WHOLE, ...PARTS];
    return part === WHOLE ? [PARTS[turn++ % PARTS.length] ?? WHOLE] : [WHOLE];
  }

  /** Looks past faces that are known: the first look only loses the one that was followed, the second one searches. */
  async function findPast(
    known: readonly Box[],
    cut: Cut,
    atMs: number,
  ): Promise<DetectedFace | null> {
    return (await findIn(WHOLE, cut, atMs, known)) ?? (await findIn(WHOLE, cut, atMs, known));
  }

  /** Whose shirt is it, if this new face is a print on one? Its box alone is painted over, not what is above. */
  async function wearerOf(
    face: DetectedFace,
    cut: Cut,
    atMs: number,
  ): Promise<DetectedFace | null> {
    const box = boxOf(face.landmarks);
    if (box.y < PRINT_FROM) return null;
    const head = await findPast([box], cut, atMs);
    return head && isPrintOn(head, face) ? head : null;
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
  async function findOthers(known: DetectedFace, cut: Cut, atMs: number, prints: Box[]) {
    const others: DetectedFace[] = [];
    while (others.length + prints.length < OTHERS) {
      const all = [known, ...others];
      const other = await findPast([...all.map(headOfFace), ...prints], cut, atMs);
      if (!other || all.some((face) => isWithin(SAME_FACE_SIZES, face, other))) break;
      if (isPrintOn(known, other)) prints.push(boxOf(other.landmarks));
      else others.push(other);
    }
    return others;
  }

  /** @param searchOthers are further faces wanted at all? */
  return async function find(cut: Cut, atMs: number, searchOthers: boolean): Promise<Found> {
    const known = isFollowed(atMs) ? (followed?.face ?? null) : null;
    lookedAtMs = atMs;
    const seen = await findOne(cut, atMs);
    if (!seen) return { face: null, others: null };
    const sameSizes = inCompany ? SAME_FACE_SIZES : SAME_FACE_ALONE_SIZES;
    const isKnown = known !== null && isWithin(sameSizes, known, seen);
    const everyMs = inCompany ? IN_COMPANY_EVERY_MS : ALONE_EVERY_MS;
    if (isKnown && !(searchOthers && atMs - othersAtMs >= everyMs)) {
      followed = { face: seen, atMs };
      return { face: seen, others: null };
    }
    othersAtMs = atMs;
    const wearer = isKnown ? null : await wearerOf(seen, cut, atMs);
    const first = wearer ?? seen;
    const prints = wearer ? [boxOf(seen.landmarks)] : [];
    const all = [first, ...(await findOthers(first, cut, atMs, prints))];
    const face =
      (known && all.find((one) => isWithin(SAME_FACE_SIZES, known, one))) ??
      all.reduce((a, b) => (heightOf(b) > heightOf(a) ? b : a));
    const others = all.filter((one) => one !== face);
    followed = { face, atMs };
    if (face !== seen) part = WHOLE;
    // A turned or half hidden face is missed now and then: gone is who two looks in a row do not find.
    missedOthers = inCompany && others.length === 0 && !missedOthers;
    if (missedOthers) {
      othersAtMs = Number.NEGATIVE_INFINITY;
      return { face, others: null };
    }
    inCompany = others.length > 0;
    // The search lost the face. Seen alone once more it is tracked again, or the next look may find another.
    const away = [...others.map(headOfFace), ...prints];
    if (away.length > 0) await findIn(part, cut, atMs, away);
    return { face, others };
  };
}

const headOfFace = ({ landmarks }: DetectedFace) => headOf(boxOf(landmarks));

/** Is the lower one a picture of a face on the upper one's chest? */
function isPrintOn(head: DetectedFace, face: DetectedFace): boolean {
  const [above, print] = [boxOf(head.landmarks), boxOf(face.landmarks)];
  const belowChin = (print.y - above.y - above.height) / print.height;
  const beside = (print.x + print.width / 2 - above.x - above.width / 2) / print.width;
  return (
    print.height >= PRINT_TALLER * above.height &&
    Math.abs(belowChin) <= PRINT_BELOW_CHIN &&
    Math.abs(beside) <= PRINT_BESIDE
  );
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
