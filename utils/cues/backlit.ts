import { all, defineCue, not } from './define-cue.ts';
import { isAgainstLight, roomIsDark } from './light-on-face.ts';

/** Bright behind, and little of it on the face. */
export const backlit = defineCue({
  id: 'backlit',
  area: 'light',
  speed: 'fast',
  priority: 5,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face'],
  evidence({ light }) {
    if (!light?.face) return 'cannot-judge';
    return all(isAgainstLight(light), not(roomIsDark(light)));
  },
});
