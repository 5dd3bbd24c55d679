import { elevationAmountCm, elevationEvidence } from './camera-height.ts';
import { defineCue } from './define-cue.ts';

export const cameraTooLow = defineCue({
  id: 'camera-too-low',
  area: 'place',
  speed: 'slow',
  priority: 11,
  // Near, the wide lens and the cut face make the angle unsure; far away, coming nearer is the advice.
  hiddenBy: ['camera-off', 'camera-covered', 'no-face', 'too-close', 'too-far', 'turned-away'],
  evidence: (signals) => elevationEvidence(signals, 'below'),
  amountCm: elevationAmountCm,
});
