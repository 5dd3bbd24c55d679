import { describe, expect, it } from 'vitest';
import type { DetectedFace } from '../../../utils/vision/face.ts';
import { createFinder } from '../../../utils/vision/finder.ts';
import type { Box } from '../../../utils/vision/luma.ts';

interface Cutting {
  readonly part: Box;
  readonly paintedOver: readonly Box[];
}

/** A world of faces that are found from a certain size in the looked-at part on, the first ones first. */
function setUp(...faces: Box[]) {
  const world = { faces };
  const cuttings: Cutting[] = [];
  let closed = 0;
  let where: Cutting = { part: { x: 0, y: 0, width: 1, height: 1 }, paintedOver: [] };
  const find = createFinder({
    find(): DetectedFace[] {
      const { part, paintedOver } = where;
      const corner = (x: number, y: number) => ({
        x: (x - part.x) / part.width,
        y: (y - part.y) / part.height,
        z: 0,
      });
      return world.faces
        .filter((face) => face.width / part.width >= 0.15)
        .filter(
          ({ x, y }) =>
            !paintedOver.some(
              (box) => box.x < x && box.x + box.width > x && box.y < y && box.y + box.height > y,
            ),
        )
        .map((face) => [corner(face.x, face.y), corner(face.x + face.width, face.y + face.height)])
        .filter((landmarks) => landmarks.every(({ x, y }) => x > 0 && x < 1 && y > 0 && y < 1))
        .slice(0, 1)
        .map((landmarks) => ({ landmarks, matrix: [] }));
    },
    remove() {},
  });
  const look = (atMs = 0, searchOthers = true) =>
    find(
      async (part, paintedOver) => {
        where = { part, paintedOver };
        cuttings.push(where);
        return { close: () => closed++ } as unknown as ImageBitmap;
      },
      atMs,
      searchOthers,
    );
  const partsLookedAt = () =>
    cuttings.filter(({ paintedOver }) => paintedOver.length === 0).map(({ part }) => part);
  return { world, cuttings, look, partsLookedAt, closedAll: () => closed === cuttings.length };
}
const xOf = (face: DetectedFace | null | undefined) => face?.landmarks[0]?.x;

it('looks once at the whole picture while a face is near', async () => {
  const { partsLookedAt, look, closedAll } = setUp({ x: 0.4, y: 0.3, width: 0.2, height: 0.3 });
  await look();
  await look();
  expect(partsLookedAt()).toEqual([
    { x: 0, y: 0, width: 1, height: 1 },
    { x: 0, y: 0, width: 1, height: 1 },
  ]);
  expect(closedAll()).toBe(true);
});

it('finds a small face in a part, in places of the whole, and stays with it', async () => {
  const face = { x: 0.75, y: 0.2, width: 0.1, height: 0.15 };
  const { partsLookedAt, look, closedAll } = setUp(face);
  const found: DetectedFace[] = [];
  for (let i = 0; i < 8; i++) {
    const { face: one } = await look();
    if (one) found.push(one);
  }
  expect(found.length).toBeGreaterThanOrEqual(5);
  const landmark = found.at(-1)?.landmarks[0];
  expect(landmark?.x).toBeCloseTo(0.75);
  expect(landmark?.y).toBeCloseTo(0.2);
  expect(
    partsLookedAt()
      .slice(-3)
      .every(({ x, width }) => x === 0.5 && width === 0.5),
  ).toBe(true);
  expect(closedAll()).toBe(true);
});

it('returns to the whole picture when the face comes near or is gone', async () => {
  const { world, partsLookedAt, look } = setUp({ x: 0.45, y: 0.3, width: 0.1, height: 0.12 });
  await look();
  await look();
  world.faces = [{ x: 0.4, y: 0.2, width: 0.2, height: 0.35 }];
  await look();
  await look();
  expect(partsLookedAt().at(-1)?.width).toBe(1);
  world.faces = [];
  for (let i = 0; i < 4; i++) expect((await look(5000 + 250 * i)).face).toBeNull();
  expect(
    partsLookedAt()
      .slice(-8)
      .filter(({ width }) => width === 1),
  ).toHaveLength(4);
});

it('looks everywhere at once for a face that was just lost', async () => {
  const { world, look } = setUp({ x: 0.4, y: 0.2, width: 0.2, height: 0.35 });
  await look(0);
  world.faces = [{ x: 0.75, y: 0.2, width: 0.1, height: 0.15 }];
  expect((await look(250)).face?.landmarks[0]?.x).toBeCloseTo(0.75);
});

describe('several faces', () => {
  const near = { x: 0.2, y: 0.2, width: 0.25, height: 0.4 };
  const small = { x: 0.6, y: 0.3, width: 0.18, height: 0.25 };

  it('follows the largest, and tells of the others', async () => {
    const { look } = setUp(small, near);
    const { face, others } = await look();
    expect(xOf(face)).toBeCloseTo(0.2);
    expect(others?.map(xOf)).toEqual([expect.closeTo(0.6)]);
  });

  it('looks for others now and then only', async () => {
    const { look, cuttings } = setUp(near, small);
    await look(0);
    const before = cuttings.length;
    for (const atMs of [250, 500, 750]) expect((await look(atMs)).others).toBeNull();
    expect(cuttings.length - before).toBe(3);
    expect((await look(1000)).others).toHaveLength(1);
  });

  it('does not look for others where nobody asks for them', async () => {
    const { look } = setUp(near, small);
    await look(0);
    for (const atMs of [800, 1600, 2400]) expect((await look(atMs, false)).others).toBeNull();
  });

  it('stays with who was there when someone larger comes', async () => {
    const { world, look } = setUp(small);
    await look(0);
    world.faces = [near, small];
    const { face, others } = await look(250);
    expect(xOf(face)).toBeCloseTo(0.6);
    expect(others?.map(xOf)).toEqual([expect.closeTo(0.2)]);
  });

  it('takes the other when the first has been gone for a while', async () => {
    const { world, look } = setUp(near);
    await look(0);
    world.faces = [small];
    expect(xOf((await look(3000)).face)).toBeCloseTo(0.6);
  });
});
