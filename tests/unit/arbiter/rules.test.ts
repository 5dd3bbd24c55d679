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
    const group = GROUP_OF[id];
    // Sound is the patient's own, too: what comes is known as long as the line is.
    expect(AREA_OF_GROUP[group]).toBe(group === 'cannot-hear' ? 'connection' : area);
  });

  it('what cannot be seen or heard, light, framing come first in both', () => {
    const groups = PICTURE_CUES.map(({ id }) => GROUP_OF[id]);
    const first = [...new Set(groups)].slice(0, 4);
    expect(first).toEqual(TIP_GROUPS.filter((group) => groups.includes(group)).slice(0, 4));
  });

  it('all may be declined but those without which there is no picture, no sound, or no call', () => {
    const fixed = CATALOGUE.map(({ id }) => id).filter((id) => !canBeDeclined(id));
    const urgent = ['camera-off', 'camera-covered', 'no-face', 'muted-while-talking'];
    expect(fixed).toEqual([...urgent, 'offline', 'no-sound']);
  });
});
