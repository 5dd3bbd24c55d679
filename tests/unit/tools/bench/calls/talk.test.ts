import { describe, expect, it } from 'vitest';
import { levelDbfs, type Spurt, speaks, talk } from '../../../../../tools/bench/calls/talk.ts';
import { createRandom } from '../../../support/random.ts';

const LENGTH_MS = 60 * 60_000;
const STEP_MS = 10;

/** Shares of the time, as ITU-T P.59, table 1 gives them; long silences left out. */
function shares(seed: number) {
  const { own, far } = talk(createRandom(seed), LENGTH_MS);
  const count = { own: 0, far: 0, both: 0, neither: 0 };
  let quietMs = 0;
  let counted = 0;
  for (let atMs = 0; atMs < LENGTH_MS; atMs += STEP_MS) {
    const [a, b] = [speaks(own, atMs), speaks(far, atMs)];
    quietMs = a || b ? 0 : quietMs + STEP_MS;
    if (quietMs > 1_000) continue;
    counted += 1;
    if (a) count.own += 1;
    if (b) count.far += 1;
    if (a && b) count.both += 1;
    if (!a && !b) count.neither += 1;
  }
  const of = (n: number) => (100 * n) / counted;
  return {
    own: of(count.own),
    far: of(count.far),
    both: of(count.both),
    neither: of(count.neither),
  };
}

describe.each([1, 2, 3])('an hour of talk (seed %d)', (seed) => {
  it('is shared as people share it', () => {
    const { own, far, both, neither } = shares(seed);
    // Table 1: each side 38.5 %, both 6.6 %, neither 22.5 %.
    expect(Math.abs(own - 40)).toBeLessThan(5);
    expect(Math.abs(far - 40)).toBeLessThan(5);
    expect(Math.abs(both - 7)).toBeLessThan(2);
    expect(Math.abs(neither - 23)).toBeLessThan(5);
  });
});

describe('the level of a reading', () => {
  const voice = { speechDbfs: -30, noiseDbfs: -60, suppressed: false };
  const spurts: readonly Spurt[] = [{ fromMs: 1_000, toMs: 2_000 }];
  const level = (fromMs: number, toMs: number, of = voice) =>
    levelDbfs(spurts, of, fromMs, toMs, createRandom(1));
  const cases: [string, number, number][] = [
    ['speech', level(1_200, 1_400), -30],
    ['no speech', level(400, 600), -60],
    ['a tenth of it is speech', level(820, 1_020), -40],
    ['after the last word', level(2_000, 2_200), -60],
  ];
  it.each(cases)('%s', (_, dbfs, expected) => {
    expect(Math.abs(dbfs - expected)).toBeLessThan(10);
  });
  it('is digital silence between words where noise is suppressed', () => {
    expect(level(400, 600, { ...voice, suppressed: true })).toBeLessThan(-95);
  });
});
