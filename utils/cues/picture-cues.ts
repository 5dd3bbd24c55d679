import { backlit } from './backlit.ts';
import { cameraCovered } from './camera-covered.ts';
import { cameraOff } from './camera-off.ts';
import { cameraShaking } from './camera-shaking.ts';
import { cameraTooHigh } from './camera-too-high.ts';
import { cameraTooLow } from './camera-too-low.ts';
import type { Cue } from './define-cue.ts';
import { holdStill } from './hold-still.ts';
import { noFace } from './no-face.ts';
import { offCentre } from './off-centre.ts';
import { outOfFocus } from './out-of-focus.ts';
import { sideLit } from './side-lit.ts';
import { someoneElseInView } from './someone-else-in-view.ts';
import { tilted } from './tilted.ts';
import { tooBright } from './too-bright.ts';
import { tooClose } from './too-close.ts';
import { tooDark } from './too-dark.ts';
import { tooFar } from './too-far.ts';
import { turnedAway } from './turned-away.ts';

/** Every cue that is judged from what the camera sees, most important first. */
export const PICTURE_CUES: readonly Cue[] = [
  cameraOff,
  cameraCovered,
  noFace,
  tooDark,
  backlit,
  tooFar,
  tooClose,
  offCentre,
  cameraTooLow,
  cameraTooHigh,
  turnedAway,
  tilted,
  sideLit,
  tooBright,
  holdStill,
  cameraShaking,
  outOfFocus,
  someoneElseInView,
].sort((a, b) => a.priority - b.priority);
