import { expect, it } from 'vitest';
import type { PersonFinder } from '../../../utils/vision/person-finder.ts';
import { createPersonWatch } from '../../../utils/vision/person-watch.ts';

const PERSON = { ratio: 0.2, cutRatio: 0 };

/** A watch whose finder is loaded when the test says so. */
function setUp() {
  const seen = { loads: 0, finds: 0, removed: 0, taken: 0, closed: 0 };
  const world = { breaks: false };
  let settle = { resolve(_: PersonFinder) {}, reject(_: Error) {} };
  const watch = createPersonWatch(() => {
    seen.loads++;
    return new Promise((resolve, reject) => {
      settle = { resolve, reject };
    });
  });
  const finder: PersonFinder = {
    find() {
      seen.finds++;
      if (world.breaks) throw new Error('lost context');
      return PERSON;
    },
    remove: () => seen.removed++,
  };
  const look = (atMs: number, face: boolean) =>
    watch(face, atMs, async () => {
      seen.taken++;
      return { close: () => seen.closed++ } as unknown as ImageBitmap;
    });
  async function loaded() {
    settle.resolve(finder);
    await Promise.resolve();
  }
  return {
    seen,
    world,
    look,
    loaded,
    async cannotLoad() {
      settle.reject(new Error('no WebGL2'));
      await Promise.resolve();
    },
    /** Without a face since 0, and loaded: the next look is at 1000. */
    async ready() {
      await look(0, false);
      await look(240, false);
      await loaded();
    },
  };
}

it('loads nothing while there is a face, nor when it is lost for one look', async () => {
  const { look, seen } = setUp();
  for (const [atMs, face] of [
    [0, true],
    [240, false],
    [480, true],
    [720, false],
    [960, true],
  ] as const) {
    expect(await look(atMs, face)).toBeNull();
  }
  expect(seen).toMatchObject({ loads: 0, taken: 0 });
});

it('loads once, while the looks go on, and then tells', async () => {
  const { look, loaded, seen } = setUp();
  for (const atMs of [0, 240, 480, 720]) expect(await look(atMs, false)).toBeNull();
  expect(seen).toMatchObject({ loads: 1, taken: 0 });
  await loaded();
  expect(await look(960, false)).toBe(PERSON);
  expect(seen).toMatchObject({ loads: 1, finds: 1, closed: 1 });
});

it('looks at most every 900 ms', async () => {
  const { look, ready, seen } = setUp();
  await ready();
  for (let atMs = 1000; atMs < 4600; atMs += 240) await look(atMs, false);
  expect(seen).toMatchObject({ finds: 4, taken: 4, closed: 4 });
});

it('knows at the first look without a face, once it is loaded', async () => {
  const { look, ready } = setUp();
  await ready();
  await look(1000, true);
  expect(await look(2000, false)).toBe(PERSON);
});

it('is given back when a face has been there for 30 s, and loaded again when needed', async () => {
  const { look, ready, loaded, seen } = setUp();
  await ready();
  for (let atMs = 1000; atMs < 31_000; atMs += 500) await look(atMs, true);
  expect(seen.removed).toBe(0);
  await look(31_000, true);
  expect(seen.removed).toBe(1);
  await look(31_500, false);
  await look(32_000, false);
  expect(seen.loads).toBe(2);
  await loaded();
  expect(await look(32_500, false)).toBe(PERSON);
});

it('a face that goes and comes keeps it', async () => {
  const { look, ready, seen } = setUp();
  await ready();
  for (let atMs = 1000; atMs < 90_000; atMs += 500) await look(atMs, atMs % 20_000 !== 0);
  expect(seen).toMatchObject({ loads: 1, removed: 0 });
});

it('what cannot be loaded is not tried again', async () => {
  const { look, cannotLoad, seen } = setUp();
  await look(0, false);
  await look(240, false);
  await cannotLoad();
  for (let atMs = 500; atMs < 60_000; atMs += 500) expect(await look(atMs, false)).toBeNull();
  expect(seen).toMatchObject({ loads: 1, taken: 0 });
});

it('what breaks is given back and not tried again, and the look is none the worse', async () => {
  const { look, ready, world, seen } = setUp();
  await ready();
  world.breaks = true;
  for (let atMs = 1000; atMs < 10_000; atMs += 500) expect(await look(atMs, false)).toBeNull();
  expect(seen).toEqual({ loads: 1, finds: 1, removed: 1, taken: 1, closed: 1 });
});
