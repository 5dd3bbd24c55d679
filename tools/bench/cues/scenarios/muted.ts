import type { Situation } from '../../../../demo/sitter/situation.ts';
import type { Scenario, Step } from '../scenario.ts';
import { goodPictures } from './good.ts';
import { drawFor, drawGood, rounded } from './sampling.ts';

/** Each so many times: other tones, rooms and cameras. */
const EACH = 3;
/** Longer than from one yawn to the next. */
const LENGTH_MS = 14_000;
/** Reading and bowing begin after a moment of sitting well. */
const FROM_MS = 2_000;

const STRAIGHT = { yawDeg: 0, pitchDeg: 0, rollDeg: 0 } as const;
const TALKS = { movement: 'talking' } as const;

/** Lips that move, or seem to, without a word for the call. */
const SILENT: Readonly<Record<string, Partial<Situation>>> = {
  still: { movement: 'still' },
  nods: { movement: 'nodding' },
  chews: { movement: 'chewing' },
  yawns: { movement: 'yawning' },
  counts: { movement: 'counting' },
  reads: { movement: 'reading' },
  'talks-behind-a-mask': { ...TALKS, onFace: 'mask' },
  'talks-behind-a-hand': { ...TALKS, inHand: 'hand' },
  'talks-behind-a-cup': { ...TALKS, inHand: 'cup' },
  'talks-to-the-side': { ...TALKS, yawDeg: 40 },
};

/** The microphone is off all along: who has nothing to say, or says it to nobody in the call, and all good pictures. */
export function mutedSittings(): Scenario[] {
  const silent = Object.entries(SILENT).flatMap(([name, changes], row) =>
    Array.from({ length: EACH }, (_, index): Scenario => {
      const draw = drawFor(80 + row, index * 3);
      const base = rounded({ ...drawGood(draw), ...STRAIGHT, movement: 'still' });
      const step: Step = { atMs: FROM_MS, changes };
      return {
        name: `muted-${name}-${index}`,
        kind: 'muted',
        seed: 5000 + row * 10 + index,
        picture: draw.picture,
        base,
        steps: [step],
        lengthMs: LENGTH_MS,
        muted: { fromMs: 0, toMs: LENGTH_MS },
      };
    }),
  );
  const good = goodPictures().map(
    (scenario): Scenario => ({
      ...scenario,
      name: `muted-${scenario.name}`,
      kind: 'muted',
      pictureOf: scenario.name,
      muted: { fromMs: 0, toMs: scenario.lengthMs },
    }),
  );
  return [...silent, ...good];
}
