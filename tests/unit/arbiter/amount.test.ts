import { expect, it } from 'vitest';
import { createArbiter } from '../../../utils/cues/arbiter/arbiter.ts';
import { judgementAt } from './run.ts';

it('the tip keeps the amount it came with, though the judgement goes on measuring', () => {
  const arbiter = createArbiter();
  const amounts: unknown[] = [];
  for (let atS = 0; atS < 20; atS += 0.25) {
    const judgement = judgementAt({ lengthS: 20, holds: { 'camera-too-low': [[0, 99]] } }, atS);
    const holding = judgement.holding.map((cue) => ({ ...cue, amountCm: atS < 6 ? 10 : 15 }));
    const presented = arbiter.decide(
      { ...judgement, holding },
      {
        nowMs: atS * 1000,
        phase: 'preview',
        speech: 'silent',
        sharing: false,
        paused: false,
        cannotChange: new Set(),
        accompanied: false,
        microphoneMuted: null,
      },
    );
    if (presented.kind === 'tip') amounts.push(presented.tip.amountCm);
  }
  expect(amounts.length).toBeGreaterThan(60);
  expect(new Set(amounts)).toEqual(new Set([10]));
});
