import { all, any, defineCue, not } from './define-cue.ts';
import { faceIsDark, isBrightBehind, isDarkAllOver, roomIsDark } from './light-on-face.ts';

/**
 * Too little light in the room. Never from the brightness of skin alone: either the face is dark by
 * the whites of its eyes and nothing bright behind explains it, or the whole room is dark.
 */
export const tooDark = defineCue({
  id: 'too-dark',
  area: 'light',
  speed: 'fast',
  priority: 4,
  hiddenBy: ['camera-off', 'camera-covered'],
  evidence({ light }) {
    if (!light) return 'cannot-judge';
    if (!light.face) return roomIsDark(light);
    const byTheFace = all(faceIsDark(light.face, light), not(isBrightBehind(light)));
    // Before a black wall the room looks dark and the face need not be.
    if (byTheFace === 'cannot-judge') return roomIsDark(light);
    return any(byTheFace, isDarkAllOver(light.face, light));
  },
});
