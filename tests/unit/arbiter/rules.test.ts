import { describe, expect, it } from 'vitest';
import {
  AREA_OF_GROUP,
  canBeDeclined,
  GROUP_OF,
  TIP_GROUPS,
} from '../../../utils/cues/arbiter/rules.ts';
import { CATALOGUE } from '../../../utils/cues/catalogue.ts';

describe('the rules agree with the catalogue', () => {
  it.each(CATALOGUE)('$id: its area', ({ id, area }) => {
    expect(AREA_OF_GROUP[GROUP_OF[id]]).toBe(area);
  });

  it('what cannot be seen or heard, light, framing come first in both', () => {
    const groups = CATALOGUE.map(({ id }) => GROUP_OF[id]);
    const first = [...new Set(groups)].slice(0, 4);
    expect(first).toEqual(TIP_GROUPS.slice(0, 4));
  });

  it('all may be declined but those without which there is no picture or no sound', () => {
    const fixed = CATALOGUE.map(({ id }) => id).filter((id) => !canBeDeclined(id));
    expect(fixed).toEqual(['camera-off', 'camera-covered', 'no-face', 'muted-while-talking']);
  });
});
