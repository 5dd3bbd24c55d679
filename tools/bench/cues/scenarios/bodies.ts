import type { Situation } from '../../../../demo/sitter/situation.ts';
import type { BenchedId } from '../benched.ts';
import type { Scenario, Step } from '../scenario.ts';
import { drawFor, drawGood, rounded } from './sampling.ts';

/** Each body so many times: other tones, rooms and cameras. */
const EACH = 3;
const LENGTH_MS = 24_000;
/** Long enough for a tilt or a turn to become the person's own; a minute, and what the judge looks back. */
const OWN_AFTER_MS = 63_000;
const OWN_LENGTH_MS = 84_000;

interface Body {
  readonly base?: Partial<Situation>;
  /** From the start on, or from a moment on. */
  readonly steps?: readonly Step[];
  readonly accompanied?: true;
  readonly own?: true;
  readonly once?: readonly BenchedId[];
  readonly may?: readonly BenchedId[];
}

/** From second 3 for 20 seconds: as one bows over a list, or tips the head back. */
const forTwentySeconds = (changes: Partial<Situation>, back: Partial<Situation>): Step[] => [
  { atMs: 3000, changes, rampMs: 500 },
  { atMs: 23_000, changes: back, rampMs: 500 },
];

const UPRIGHT = { yawDeg: 0, pitchDeg: 0, rollDeg: 0, movement: 'still' } as const;
/** So that two are in the picture. */
const WITH_ROOM = { offsetXRatio: -0.03, distanceCm: 72, verticalFovDeg: 42 } as const;

/** A face that cannot be found may be told of once (design, "Bodies that cannot comply"). */
const FACE_ONCE = { once: ['no-face'] } as const;

const BODIES: Readonly<Record<string, Body>> = {
  'tremor-4-hz': { base: { movement: 'tremor', tremorHz: 4, tremorCm: 1 } },
  'tremor-5-hz': { base: { movement: 'tremor', tremorHz: 5.1, tremorCm: 2 } },
  'tremor-6-hz': { base: { movement: 'tremor', tremorHz: 6, tremorCm: 2 } },
  rocking: { base: { movement: 'rocking' } },
  gesturing: { base: { movement: 'gesturing' } },
  'roll-25': { base: { rollDeg: 25 }, own: true },
  'turned-40': { base: { yawDeg: 40 }, own: true },
  'lying-on-the-side': { base: { rollDeg: 88 }, own: true, ...FACE_ONCE },
  'head-bowed': {
    steps: forTwentySeconds({ movement: 'reading' }, { movement: 'still' }),
    ...FACE_ONCE,
  },
  'head-tipped-back': { steps: forTwentySeconds({ pitchDeg: 20 }, { pitchDeg: 0 }), ...FACE_ONCE },
  mask: { base: { onFace: 'mask' }, ...FACE_ONCE },
  'nasal-tube': { base: { onFace: 'nasal-tube' } },
  'eye-patch': { base: { eyewear: 'eye-patch' } },
  'dark-glasses': { base: { eyewear: 'dark-glasses' } },
  'hand-before-face': { base: { inHand: 'hand-before-face' }, ...FACE_ONCE },
  cup: { base: { inHand: 'cup' }, ...FACE_ONCE },
  'child-on-lap': { base: { company: 'child-on-lap' }, accompanied: true },
  'side-by-side': { base: { company: 'beside' }, accompanied: true },
  'far-behind': { base: { company: 'far-behind' } },
  poster: { base: { company: 'poster' } },
  'shirt-print': { base: { company: 'shirt-print' } },
};

export const BODY_NAMES = Object.keys(BODIES);

/** What must never be told off; `bodies.unexpected` of the report lists what was. */
export function bodies(): Scenario[] {
  return Object.entries(BODIES).flatMap(([name, { base, steps = [], own, ...rest }], body) =>
    Array.from({ length: EACH }, (_, index): Scenario => {
      const draw = drawFor(10 + body, index * 3, 'accompanied' in rest);
      const good = drawGood(draw);
      return {
        name: `${name}-${index}`,
        kind: 'body',
        seed: 2000 + body * 10 + index,
        picture: draw.picture,
        base: rounded({ ...good, ...UPRIGHT, ...('accompanied' in rest && WITH_ROOM), ...base }),
        steps,
        lengthMs: own ? OWN_LENGTH_MS : LENGTH_MS,
        ...(own && { scoredFromMs: OWN_AFTER_MS }),
        ...rest,
      };
    }),
  );
}
