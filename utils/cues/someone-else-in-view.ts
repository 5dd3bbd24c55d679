import { defineCue } from './define-cue.ts';

/** Plain information before the call: more than one person can be seen. Not a fault, and never in a call. */
export const someoneElseInView = defineCue({
  id: 'someone-else-in-view',
  area: 'place',
  speed: 'slow',
  // Further faces are looked for every 1 to 2 s: two looks must agree.
  dwellMs: { enter: 1_100, leave: 1_100 },
  priority: 18,
  isInformation: true,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face'],
  evidence({ company, circumstances }) {
    if (circumstances.accompanied || !circumstances.beforeCall) return 'past-exit';
    if (!company) return 'cannot-judge';
    return company.others.length > 0 ? 'past-enter' : 'past-exit';
  },
});
