import { describe, expect, it } from 'vitest';
import { clipFaults } from '../../../../../tools/bench/cues/clip-faults.ts';

const CLIP = { file: 'a.mp4', seen: 'made up' };

/** Looks every half second; each cue holds from then on. */
function judged(from: Readonly<Record<string, number>>, toMs = 10_000) {
  return Array.from({ length: toMs / 500 }, (_, i) => ({
    atMs: i * 500,
    holding: Object.entries(from)
      .filter(([, ms]) => i * 500 >= ms)
      .map(([id]) => ({ id })),
  }));
}

describe('labelled clips', () => {
  it.each([
    [{ must: ['backlit'], may: [] }, { backlit: 1000 }, [], []],
    [{ must: ['backlit'], may: [] }, { backlit: 2000 }, ['a.mp4: backlit'], []],
    [{ must: [], may: [] }, { backlit: 1000 }, [], ['a.mp4: backlit']],
    [{ must: [], may: ['backlit'] }, { backlit: 4000 }, [], []],
    // A slow cue has five seconds.
    [{ must: ['turned-away'], may: [] }, { 'turned-away': 4500 }, [], []],
    [{ must: ['turned-away'], may: [] }, { 'turned-away': 5500 }, ['a.mp4: turned-away'], []],
  ])('%j with %j', (labels, held, missed, unexpected) => {
    expect(clipFaults({ ...CLIP, ...labels }, judged(held))).toEqual({ missed, unexpected });
  });

  it('are judged by segment, where they have some', () => {
    const segments = [
      { from: 0, to: 2.4, must: [], may: [] },
      { from: 2.43, to: 6, must: ['no-face'], may: [] },
    ];
    const clip = { ...CLIP, segments };
    expect(clipFaults(clip, judged({ 'no-face': 3500 }, 6000))).toEqual({
      missed: [],
      unexpected: [],
    });
    expect(clipFaults(clip, judged({ 'no-face': 1500 }, 6000)).unexpected).toEqual([
      'a.mp4: no-face',
    ]);
    expect(clipFaults(clip, judged({}, 6000)).missed).toEqual(['a.mp4: no-face']);
  });
});
