import { expect, it } from 'vitest';
import type { DetectedFace } from '../../../utils/vision/face.ts';
import { createFinder } from '../../../utils/vision/finder.ts';
import type { Box } from '../../../utils/vision/luma.ts';

/** A world with one face that is found from a certain size in the looked-at part on. */
function setUp(face: Box | null) {
  const world = { face };
  const cuts: Box[] = [];
  let closed = 0;
  let where: Box = { x: 0, y: 0, width: 1, height: 1 };
  const find = createFinder({
    find(): DetectedFace[] {
      const { face: now } = world;
      if (!now || now.width / where.width < 0.15) return [];
      const corner = (x: number, y: number) => ({
        x: (x - where.x) / where.width,
        y: (y - where.y) / where.height,
        z: 0,
      });
      const landmarks = [corner(now.x, now.y), corner(now.x + now.width, now.y + now.height)];
      const inside = landmarks.every(({ x, y }) => x > 0 && x < 1 && y > 0 && y < 1);
      return inside ? [{ landmarks, matrix: [] }] : [];
    },
    remove() {},
  });
  const look = () =>
    find(async (part) => {
      where = part;
      cuts.push(part);
      return { close: () => closed++ } as unknown as ImageBitmap;
    }, 0);
  return { world, cuts, look, closedAll: () => closed === cuts.length };
}

it('looks once at the whole picture while a face is near', async () => {
  const { cuts, look, closedAll } = setUp({ x: 0.4, y: 0.3, width: 0.2, height: 0.3 });
  await look();
  await look();
  expect(cuts).toEqual([
    { x: 0, y: 0, width: 1, height: 1 },
    { x: 0, y: 0, width: 1, height: 1 },
  ]);
  expect(closedAll()).toBe(true);
});

it('finds a small face in a part, in places of the whole, and stays with it', async () => {
  const face = { x: 0.75, y: 0.2, width: 0.1, height: 0.15 };
  const { cuts, look, closedAll } = setUp(face);
  const found: DetectedFace[] = [];
  for (let i = 0; i < 8; i++) found.push(...(await look()));
  expect(found.length).toBeGreaterThanOrEqual(5);
  const landmark = found.at(-1)?.landmarks[0];
  expect(landmark?.x).toBeCloseTo(0.75);
  expect(landmark?.y).toBeCloseTo(0.2);
  expect(cuts.slice(-3).every(({ x, width }) => x === 0.5 && width === 0.5)).toBe(true);
  expect(closedAll()).toBe(true);
});

it('returns to the whole picture when the face comes near or is gone', async () => {
  const { world, cuts, look } = setUp({ x: 0.45, y: 0.3, width: 0.1, height: 0.12 });
  await look();
  await look();
  world.face = { x: 0.4, y: 0.2, width: 0.2, height: 0.35 };
  await look();
  await look();
  expect(cuts.at(-1)?.width).toBe(1);
  world.face = null;
  for (let i = 0; i < 4; i++) expect(await look()).toEqual([]);
  expect(cuts.slice(-8).filter(({ width }) => width === 1)).toHaveLength(4);
});
