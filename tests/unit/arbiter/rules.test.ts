import { describe, expect, it } from 'vitest';
import {
  AREA_OF_GROUP,
  canBeDeclined,
  GROUP_OF,
  TIP_GROUPS,
} from '../../../utils/cues/arbiter/rules.ts';
import { PICTURE_CUES } from '../../../utils/cues/picture-cues.ts';
import { CATALOGUE } from '../../../utils/senses/catalogue.ts';

describe('the rules agree with the catalogue', () => {
  it.each(CATALOGUE)('$id: its area', ({ id, area }) => {
    expect(AREA_OF_GROUP[GROUP_OF[id]]).toBe(area);
  });

  it('what cannot be seen, light, framing, camera height come first in both', () => {
    const groups = PICTURE_CUES.map(({ id }) => GROUP_OF[id]);
    const first = [...new Set(groups)].slice(0, 4);
    expect(first).toEqual(TIP_GROUPS.filter((group) => group !== 'offline').slice(0, 4));
  });

  it('all may be declined but those without which there is no picture, or no call', () => {
    const fixed = CATALOGUE.map(({ id }) => id).filter((id) => !canBeDeclined(id));
    expect(fixed).toEqual(['camera-off', 'camera-covered', 'no-face', 'offline']);
  });
});
