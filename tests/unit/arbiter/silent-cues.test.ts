import { describe, expect, it } from 'vitest';
import { canBeDeclined } from '../../../utils/cues/arbiter/rules.ts';
import { silentCues } from '../../../utils/cues/arbiter/silent-cues.ts';
import { CUE_IDS } from '../../../utils/cues/types.ts';

const ALL = { off: [], profile: 'all', simple: false } as const;

describe('which tips are silent', () => {
  it('none, as long as nothing was chosen', () => {
    expect(silentCues(ALL).size).toBe(0);
  });

  it('those that were turned off, but for what cannot be declined', () => {
    expect([...silentCues({ ...ALL, off: ['backlit', 'camera-covered'] })]).toEqual(['backlit']);
  });

  it('all but those without which the two cannot see or hear each other', () => {
    const silent = silentCues({ ...ALL, profile: 'seen-and-heard' });
    expect(CUE_IDS.filter((id) => !silent.has(id))).toEqual([
      'camera-off',
      'camera-covered',
      'no-face',
      'muted-while-talking',
      'cannot-hear-clinic',
      'no-sound-from-clinic',
      'offline',
      'no-sound',
    ]);
  });

  it('in the simple mode what one move does not mend', () => {
    expect([...silentCues({ ...ALL, simple: true })]).toEqual([
      'turned-away',
      'tilted',
      'hold-still',
      'camera-shaking',
      'out-of-focus',
      'someone-else-in-view',
      'picture-frozen',
      'connection-slow',
      'connection-unstable',
    ]);
  });

  it('with everything off, what cannot be declined is left', () => {
    const silent = silentCues({ off: CUE_IDS, profile: 'seen-and-heard', simple: true });
    expect(CUE_IDS.filter((id) => !silent.has(id))).toEqual(
      CUE_IDS.filter((id) => !canBeDeclined(id)),
    );
  });
});
