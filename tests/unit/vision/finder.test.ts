import { describe, expect, it } from 'vitest';
import type { DetectedFace } from '../../../utils/vision/face.ts';
import { createFinder } from '../../../utils/vision/finder.ts';
import type { Box } from '../../../utils/vision/luma.ts';

interface Cutting {
  readonly part: Box;
  readonly paintedOver: readonly Box[];
}

/**
 * A world of faces that are found from a certain size in the looked-at part on. The one found last is tracked, as
 * the library does: while it is seen it is found; when it is gone the look finds nobody; then the first one is found.
 */
function setUp(...faces: Box[]) {
  const world = { faces };
  const cuttings: Cutting[] = [];
  let closed = 0;
  let where: Cutting = { part: { x: 0, y: 0, width: 1, height: 1 }, paintedOver: [] };
  let tracked: Box | undefined;
  const track = (seen: readonly Box[]): Box | undefined => {
    tracked = tracked ? seen.find((face) => face === tracked) : seen[0];
    return tracked;
  };
  const find = createFinder({
    find(): DetectedFace[] {
      const { part, paintedOver } = where;
      const isPaintedOver = (face: Box) => {
        const [x, y] = [face.x + face.width / 2, face.y + face.height / 2];
        return paintedOver.some(
          (box) => box.x < x && box.x + box.width > x && box.y < y && box.y + box.height > y,
        );
      };
      const cornersOf = ({ x, y, width, height }: Box) =>
        [
          [x, y],
          [x + width, y + height],
        ].map(([cornerX = 0, cornerY = 0]) => ({
          x: (cornerX - part.x) / part.width,
          y: (cornerY - part.y) / part.height,
          z: 0,
        }));
      const face = track(
        world.faces.filter(
          (one) =>
            one.width / part.width >= 0.15 &&
            !isPaintedOver(one) &&
            cornersOf(one).every(({ x, y }) => x > 0 && x < 1 && y > 0 && y < 1),
        ),
      );
      return face ? [{ landmarks: cornersOf(face), matrix: [] }] : [];
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

describe('a face printed on a shirt', () => {
  const head = { x: 0.42, y: 0.1, width: 0.16, height: 0.25 };
  const print = { x: 0.38, y: 0.4, width: 0.24, height: 0.4 };

  it('is not followed, though it is larger and seen first', async () => {
    const { look } = setUp(print, head);
    for (let atMs = 0; atMs <= 5000; atMs += 250) {
      const { face, others } = await look(atMs);
      expect(xOf(face)).toBeCloseTo(0.42);
      expect(others ?? []).toEqual([]);
    }
  });

  it('is nobody, where the head is seen first', async () => {
    const { look } = setUp(head, print);
    for (let atMs = 0; atMs <= 5000; atMs += 250) {
      const { face, others } = await look(atMs);
      expect(xOf(face)).toBeCloseTo(0.42);
      expect(others ?? []).toEqual([]);
    }
  });

  it('costs one look each between searches', async () => {
    const { look, cuttings } = setUp(print, head);
    await look(0);
    const before = cuttings.length;
    for (const atMs of [250, 500, 750]) await look(atMs);
    expect(cuttings.length - before).toBe(3);
  });

  it.each([
    ['one who sits before a person standing behind', { ...print, y: 0.5 }],
    ['a child on a lap', { ...print, width: 0.19, height: 0.31 }],
    ['one whose companion leans in from the side', { ...print, x: 0.6 }],
  ])('is told from %s', async (_, near) => {
    const { look } = setUp(near, head);
    const { face, others } = await look(0);
    expect(xOf(face)).toBeCloseTo(near.x);
    expect(others).toHaveLength(1);
  });
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

  it('stays with who was followed after looking for others', async () => {
    // The detector knows the other one better, as it does a face that looks straight into the camera.
    const { world, look } = setUp(near);
    await look(0);
    world.faces = [small, near];
    for (let atMs = 250; atMs <= 5000; atMs += 250) {
      expect(xOf((await look(atMs)).face)).toBeCloseTo(0.2);
    }
  });

  it('tracks the followed one again, so that looks between searches cost one each', async () => {
    const { look, cuttings } = setUp(small, near);
    await look(0);
    const before = cuttings.length;
    for (const atMs of [250, 500, 750]) await look(atMs);
    expect(cuttings.length - before).toBe(3);
  });

  it('says that the others are gone when two looks in a row do not find them', async () => {
    const { world, look } = setUp(near, small);
    await look(0);
    world.faces = [near];
    expect((await look(1000)).others).toBeNull();
    expect((await look(1250)).others).toEqual([]);
    world.faces = [near, small];
    await look(3250);
    world.faces = [near];
    expect((await look(4250)).others).toBeNull();
    world.faces = [near, small];
    expect((await look(4500)).others).toHaveLength(1);
  });

  it('tells heads apart that are side by side in a wide picture', async () => {
    const left = { x: 0.38, y: 0.25, width: 0.16, height: 0.36 };
    const { look } = setUp(left, { ...left, x: 0.6 });
    expect((await look()).others).toHaveLength(1);
  });

  it('does not take who walks, alone, for another', async () => {
    const { world, look, cuttings } = setUp(near);
    await look(0);
    const before = cuttings.length;
    world.faces = [{ ...near, x: near.x + 1.1 * near.width }];
    expect((await look(480)).others).toBeNull();
    // The tracker loses who moved so far; then every part is looked at.
    expect(cuttings.slice(before).every(({ paintedOver }) => paintedOver.length === 0)).toBe(true);
  });

  it('stays with who was there at the look before, on a slow computer too', async () => {
    const { world, look } = setUp(small);
    await look(0);
    world.faces = [near, small];
    for (const atMs of [1800, 3600, 5400]) {
      expect(xOf((await look(atMs)).face)).toBeCloseTo(0.6);
    }
  });

  it('takes the other when the first has been gone for a while', async () => {
    const { world, look } = setUp(near);
    await look(0);
    world.faces = [small];
    expect(xOf((await look(3000)).face)).toBeCloseTo(0.6);
  });
});
