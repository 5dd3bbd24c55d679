import { describe, expect, it } from 'vitest';
import { createVisit, ROOM_DBFS, type Situation, TURNS, VOICE_DBFS } from './visit.ts';

const OFF: Partial<Situation> = { players: { sound: 'off' }, sound: { isPlayed: false } };
const PAUSED: Partial<Situation> = { players: { sound: 'paused' }, sound: { isPlayed: false } };
const NO_SOUND: Partial<Situation> = { sound: { packets: 0, isPlayed: false }, dbfs: null };
/** The picture hangs, or its camera is off and the page has taken it away. */
const STILL: Partial<Situation> = {
  picture: { packets: 0, frames: 0 },
  players: { showsPicture: true },
};
const AWAY: Partial<Situation> = {
  picture: { packets: 0, frames: 0 },
  players: { showsPicture: false },
};
const BROWSERS = ['chromium', 'firefox'] as const;
const MUTED_PICTURE_AND = (isPlayed: boolean): Partial<Situation> => ({
  players: { sound: 'off' },
  sound: { isPlayed },
});

describe.each(BROWSERS)('a good call in %s', (browser) => {
  it('holds nothing for twenty minutes', () => {
    const visit = createVisit(browser);
    expect(visit.pass(1200)).toEqual({});
  });
});

describe('cannot-hear-clinic', () => {
  it.each(BROWSERS)(
    'the player falls silent in %s: holds when enough was spoken, and stops at once',
    (browser) => {
      const visit = createVisit(browser);
      visit.pass(30);
      const begun = visit.pass(60, OFF);
      expect(Object.keys(begun)).toEqual(['cannot-hear-clinic']);
      expect(begun['cannot-hear-clinic']).toBeGreaterThanOrEqual(8);
      expect(begun['cannot-hear-clinic']).toBeLessThanOrEqual(12);
      expect(visit.judged.hearing.finding).toBe('page-off');
      visit.pass(2);
      expect(visit.holding).toEqual([]);
    },
  );

  it('a page that never began to play, as the browser tells it', () => {
    const visit = createVisit();
    expect(visit.pass(30, PAUSED)).toHaveProperty('cannot-hear-clinic');
    expect(visit.judged.hearing.finding).toBe('page-paused');
  });

  it('Firefox tells nothing of a page that never played: not known, not said', () => {
    const visit = createVisit('firefox');
    expect(visit.pass(120, PAUSED)).toEqual({});
    expect(visit.judged.hearing.finding).toBe('comes');
  });

  const nothing: [string, (visit: ReturnType<typeof createVisit>) => object][] = [
    [
      'muted for two seconds while joining',
      (visit) => ({ ...visit.pass(2, OFF), ...visit.pass(60) }),
    ],
    [
      'again and again for four seconds',
      (visit) =>
        Object.assign(
          {},
          ...Array.from({ length: 20 }, () => ({
            ...visit.pass(4, { ...OFF, dbfs: VOICE_DBFS }),
            ...visit.pass(2),
          })),
        ),
    ],
    [
      'on hold: the page mutes, and nobody speaks',
      (visit) => visit.pass(300, { ...OFF, dbfs: ROOM_DBFS }),
    ],
    [
      'a hold without packets',
      (visit) =>
        visit.pass(300, { ...NO_SOUND, ...AWAY, players: { sound: 'off', showsPicture: false } }),
    ],
    [
      'a muted player for the picture, and another one for the sound',
      (visit) => visit.pass(300, MUTED_PICTURE_AND(true)),
    ],
    [
      'the same, in a talk with digital silence between',
      (visit) => {
        const begun = {};
        for (let i = 0; i < 20; i++) {
          Object.assign(begun, visit.pass(6, { ...MUTED_PICTURE_AND(true), dbfs: VOICE_DBFS }));
          Object.assign(begun, visit.pass(10, { ...MUTED_PICTURE_AND(false), dbfs: -100 }));
        }
        return begun;
      },
    ],
    [
      'no player is known: an audio graph alone',
      (visit) => visit.pass(300, { players: { sound: null }, sound: { isPlayed: false } }),
    ],
    [
      'an audio graph beside a muted player',
      (visit) =>
        visit.pass(300, { players: { sound: 'off' }, sound: { isPlayed: false, isMixed: true } }),
    ],
    [
      'a click and a cough',
      (visit) =>
        visit.pass(60, { ...OFF, dbfs: (atMs) => (atMs % 30_000 < 400 ? VOICE_DBFS : ROOM_DBFS) }),
    ],
  ];
  it.each(nothing)('nothing: %s', (_name, of) => expect(of(createVisit())).toEqual({}));

  it('in Firefox a second player that nobody knows of says nothing of the muted one', () => {
    expect(createVisit('firefox').pass(300, MUTED_PICTURE_AND(true))).toEqual({});
  });

  it('a player that was on and fell silent counts though the page has an audio graph', () => {
    const visit = createVisit();
    visit.pass(30, { sound: { isMixed: true } });
    expect(visit.pass(60, { ...OFF, sound: { isPlayed: false, isMixed: true } })).toHaveProperty(
      'cannot-hear-clinic',
    );
  });

  it('goes on while the clinic is silent, and stops when the player is gone', () => {
    const visit = createVisit();
    visit.pass(30);
    visit.pass(30, OFF);
    visit.pass(60, { ...OFF, dbfs: ROOM_DBFS });
    expect(visit.holding).toEqual(['cannot-hear-clinic']);
    visit.pass(14, { players: { sound: null }, sound: { isPlayed: false } });
    expect(visit.holding).toEqual([]);
  });

  it('after a sleep it takes its time anew', () => {
    const visit = createVisit();
    visit.pass(30);
    visit.pass(6, { ...OFF, dbfs: VOICE_DBFS });
    visit.sleep(600);
    expect(visit.pass(6, { ...OFF, dbfs: VOICE_DBFS })).toEqual({});
    expect(visit.pass(6, { ...OFF, dbfs: VOICE_DBFS })).toHaveProperty('cannot-hear-clinic');
  });

  it('whoever says so is believed, whatever is heard', () => {
    const visit = createVisit();
    visit.pass(30);
    expect(visit.judge.say(true, 30_000).holding).toEqual([
      { id: 'cannot-hear-clinic', sinceMs: 30_000 },
    ]);
    visit.pass(30);
    expect(visit.holding).toEqual(['cannot-hear-clinic']);
    expect(visit.judge.say(false, 60_000).holding).toEqual([]);
  });
});

describe('no-sound-from-clinic', () => {
  it('sound that never came is told sooner than sound that ceased', () => {
    expect(createVisit().pass(120, NO_SOUND)).toEqual({ 'no-sound-from-clinic': 32 });
    const visit = createVisit();
    visit.pass(30);
    expect(visit.pass(120, NO_SOUND)).toEqual({ 'no-sound-from-clinic': 60 });
    expect(visit.judged.hearing.finding).toBe('nothing-comes');
    visit.pass(2);
    expect(visit.holding).toEqual([]);
  });

  const nothing: [string, (visit: ReturnType<typeof createVisit>) => object][] = [
    [
      'muted on purpose for most of a minute',
      (visit) => {
        visit.pass(30);
        return { ...visit.pass(50, NO_SOUND), ...visit.pass(30), ...visit.pass(50, NO_SOUND) };
      },
    ],
    [
      'silence that is held back: five packets a look',
      (visit) => visit.pass(300, { sound: { packets: 5 }, dbfs: -100 }),
    ],
    ['muted, and silence is sent', (visit) => visit.pass(300, { dbfs: -100 })],
    ['on hold: nothing comes at all', (visit) => visit.pass(300, { ...NO_SOUND, ...AWAY })],
    [
      'the clinic has not agreed to send sound',
      (visit) => visit.pass(300, { ...NO_SOUND, sound: { isExpected: false, packets: 0 } }),
    ],
    [
      'the line is cut',
      (visit) => {
        visit.pass(30);
        return visit.pass(40, { ...NO_SOUND, ...STILL });
      },
    ],
  ];
  it.each(nothing)('nothing: %s', (_name, of) => expect(of(createVisit())).toEqual({}));
});

describe('picture-frozen', () => {
  it('packets come, and no picture: after three looks', () => {
    const visit = createVisit();
    visit.pass(30);
    expect(visit.pass(30, { picture: { frames: 0 } })).toEqual({ 'picture-frozen': 6 });
    visit.pass(2);
    expect(visit.holding).toEqual([]);
  });

  it('nothing of it comes, and the page goes on showing the old one: later', () => {
    const visit = createVisit();
    visit.pass(30);
    expect(visit.pass(60, STILL)).toEqual({ 'picture-frozen': 20 });
  });

  const nothing: [string, Partial<Situation>][] = [
    ['the camera is off, and the page took the picture away', AWAY],
    [
      'the camera is off, and a server tries the line',
      { ...AWAY, picture: { packets: 6, frames: 0 } },
    ],
    ['a page of text is shared: a picture a second', { picture: { packets: 4, frames: 2 } }],
    [
      'both ends have agreed that none is sent',
      { ...STILL, picture: { isExpected: false, packets: 0, frames: 0 } },
    ],
    ['the line is cut', { ...NO_SOUND, ...STILL }],
  ];
  it.each(nothing)('nothing: %s', (_name, situation) => {
    const visit = createVisit();
    visit.pass(30);
    expect(visit.pass(50, situation)).toEqual({});
  });

  it('nothing: no picture has come yet', () => {
    expect(createVisit().pass(300, { picture: { packets: 200, frames: 0 } })).toEqual({});
  });
});

describe('what is known for who cannot hear', () => {
  const cases: [string, Partial<Situation>, string][] = [
    ['all is well', { dbfs: TURNS }, 'plays'],
    ['nobody speaks there', { dbfs: ROOM_DBFS }, 'quiet'],
    ['no player is known', { players: { sound: null }, sound: { isPlayed: null } }, 'comes'],
    ['no sound is agreed on', { sound: { isExpected: false, packets: 0 } }, 'unknown'],
    ['nothing comes', NO_SOUND, 'nothing-comes'],
  ];
  it.each(cases)('%s', (_name, situation, finding) => {
    const visit = createVisit();
    visit.pass(30, situation);
    expect(visit.judged.hearing.finding).toBe(finding);
  });
});
