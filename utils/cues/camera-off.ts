import { defineCue } from './define-cue.ts';

/** The camera was there and gives no picture now. Before the first camera there is nothing to say. */
export const cameraOff = defineCue({
  id: 'camera-off',
  area: 'picture',
  speed: 'fast',
  priority: 1,
  hiddenBy: [],
  evidence({ presence }) {
    if (presence.camera === 'absent') return 'cannot-judge';
    return presence.camera === 'live' ? 'past-exit' : 'past-enter';
  },
});
