import { above, all, below, defineCue, type Edges } from './define-cue.ts';

/** Share of looks, in both halves of the last seconds, with a net displacement of 1.5 IOD or more. */
const WANDERING_SHARE: Edges = { enter: 0.5, exit: 0.1 };
/** IOD (about 9 cm) between the farthest two places: nobody rocks or gestures that far on a chair. */
const EXTENT_IOD: Edges = { enter: 2.5, exit: 2 };
/** IOD of late: the person has come to rest. */
const AT_REST_IOD: Edges = { enter: 0.4, exit: 0.6 };

/** Walking about. Talk, nods, gestures, tremor and rocking are never it. */
export const holdStill = defineCue({
  id: 'hold-still',
  area: 'picture',
  speed: 'slow',
  // "Again and again" takes 3.6 s of looking back already.
  dwellMs: { enter: 800, leave: 600 },
  priority: 15,
  hiddenBy: ['camera-off', 'camera-covered', 'no-face'],
  evidence({ movement }) {
    if (!movement) return 'cannot-judge';
    if (below(movement.recentIod, AT_REST_IOD) === 'past-enter') return 'past-exit';
    return all(
      above(movement.wanderingShare, WANDERING_SHARE),
      above(movement.extentIod, EXTENT_IOD),
    );
  },
});
