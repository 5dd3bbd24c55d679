import { elevationAmountCm, elevationEvidence, HEIGHT_DWELL_MS } from './camera-height.ts';
import { defineCue } from './define-cue.ts';

export const cameraTooHigh = defineCue({
  id: 'camera-too-high',
  area: 'place',
  speed: 'slow',
  dwellMs: HEIGHT_DWELL_MS,
  priority: 12,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face', 'too-close', 'too-far', 'turned-away'],
  evidence: (signals) => elevationEvidence(signals, 'above'),
  amountCm: elevationAmountCm,
});
