import { elevationAmountCm, elevationEvidence } from './camera-height.ts';
import { defineCue } from './define-cue.ts';

export const cameraTooHigh = defineCue({
  id: 'camera-too-high',
  area: 'place',
  speed: 'slow',
  priority: 12,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face', 'too-close', 'too-far', 'turned-away'],
  evidence: (signals) => elevationEvidence(signals, 'above'),
  amountCm: elevationAmountCm,
});
