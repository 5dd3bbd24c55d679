import { elevationAmountCm, elevationEvidence, HEIGHT_DWELL_MS } from './camera-height.ts';
import { defineCue } from './define-cue.ts';

export const cameraTooLow = defineCue({
  id: 'camera-too-low',
  area: 'place',
  speed: 'slow',
  dwellMs: HEIGHT_DWELL_MS,
  priority: 11,
  // Near, the wide lens and the cut face make the angle unsure; far away, coming nearer is the advice.
  hiddenBy: ['camera-off', 'camera-covered', 'no-face', 'too-close', 'too-far', 'turned-away'],
  evidence: (signals) => elevationEvidence(signals, 'below'),
  amountCm: elevationAmountCm,
});
