import { describe, expect, it } from 'vitest';
import { summariseAreas, summariseTips } from '../../../components/session-summary.ts';
import type { SessionCue } from '../../../utils/sessions/messages.ts';

describe('a call in words', () => {
  it.each([
    ['gggg', 'good'],
    ['g-g-', 'good'],
    ['gggf', 'mostly'],
    ['ggff', 'partly'],
    ['pppp', 'partly'],
    ['----', 'not-judged'],
    ['', 'not-judged'],
  ])('%s is %s', (letters, summary) => {
    const rest = { light: '', place: '', sound: '', connection: '' };
    expect(summariseAreas({ picture: letters, ...rest }).picture).toBe(summary);
  });

  it('lists each tip that was on screen once, put right if it was every time', () => {
    const cue: SessionCue = { id: 'backlit', atS: 0, shown: true, cleared: true, putRight: true };
    expect(
      summariseTips([cue, { ...cue, id: 'no-face', shown: false }, { ...cue, putRight: false }]),
    ).toEqual([{ ...cue, putRight: false }]);
  });
});
