import { describe, expect, it } from 'vitest';
import { summariseAreas, summariseCall, summariseTips } from '../../../utils/lookback/summary.ts';
import type { SessionCue } from '../../../utils/sessions/messages.ts';
import type { SessionRecord } from '../../../utils/sessions/schema.ts';

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

describe('what would have helped most', () => {
  const cue = (id: SessionCue['id'], atS = 0): SessionCue => ({
    id,
    atS,
    shown: true,
    cleared: true,
    putRight: false,
  });
  const call = (bins: Partial<SessionRecord['bins']>, cues: SessionCue[]): SessionRecord => ({
    schemaVersion: 2,
    id: '7b0c6a5e-4f0e-4c39-9a55-3c1d8f1f5a10',
    startedAt: '2026-03-05T09:30Z',
    durationS: 60,
    bins: {
      picture: 'gggg',
      light: 'gggg',
      place: 'gggg',
      sound: '----',
      connection: '----',
      ...bins,
    },
    cues,
    endedBy: 'page',
  });

  it('is nothing in a good call, though a cue came and went', () => {
    const { areas, change } = summariseCall(call({}, [cue('too-dark')]));
    expect(change).toBeNull();
    expect(areas.map((line) => line.cue)).toEqual([null, null, null, null, null]);
  });

  it('is in the area that was good for the shortest time', () => {
    const cues = [cue('off-centre'), cue('too-dark'), cue('backlit', 15), cue('backlit', 45)];
    const { areas, change } = summariseCall(call({ light: 'ppgp', place: 'gfgg' }, cues));
    expect(change?.id).toBe('backlit');
    expect(areas.find(({ area }) => area === 'light')).toMatchObject({
      summary: 'partly',
      cue: { id: 'backlit' },
    });
    expect(areas.find(({ area }) => area === 'place')).toMatchObject({
      summary: 'mostly',
      cue: { id: 'off-centre' },
    });
  });

  it('is of the more important cue where two stand equal', () => {
    const cues = [cue('camera-too-low'), cue('too-far')];
    expect(summariseCall(call({ place: 'pggg' }, cues)).change?.id).toBe('too-far');
  });

  it('is not made up where the cause is not known', () => {
    expect(summariseCall(call({ sound: 'pppp' }, [])).change).toBeNull();
  });
});
