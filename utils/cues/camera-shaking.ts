import { above, defineCue, type Edges } from './define-cue.ts';

/** Picture widths that the background moves from look to look. A camera that stands has under 0.001. */
const SHAKING_RATIO: Edges = { enter: 0.005, exit: 0.003 };

/** The camera itself moves: a tablet in the hand, a laptop on the knees. */
export const cameraShaking = defineCue({
  id: 'camera-shaking',
  area: 'picture',
  speed: 'slow',
  dwellMs: { enter: 2_000, leave: 600 },
  priority: 16,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face'],
  evidence: ({ shaking }) =>
    shaking ? above(shaking.typicalRatio, SHAKING_RATIO) : 'cannot-judge',
});
