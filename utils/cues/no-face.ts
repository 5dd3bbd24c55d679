import { defineCue } from './define-cue.ts';

/** No face is found. Says nothing of why: nobody there, turned away, a mask, a picture too dark. */
export const noFace = defineCue({
  id: 'no-face',
  area: 'picture',
  speed: 'fast',
  priority: 3,
  hiddenBy: ['camera-off', 'camera-covered', 'too-dark', 'too-bright', 'out-of-focus'],
  evidence({ presence }) {
    if (presence.faces === null || presence.lostToBlur) return 'cannot-judge';
    return presence.faces === 0 ? 'past-enter' : 'past-exit';
  },
});
