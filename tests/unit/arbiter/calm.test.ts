import { describe, expect, it } from 'vitest';
import { CUE_IDS, type Speech } from '../../../utils/cues/types.ts';
import { moments, run, type Script } from './run.ts';

const call = (script: Partial<Script>): Script => ({ lengthS: 300, ...script });
const silentFrom = (fromS: number) => (atS: number) => (atS >= fromS ? 'silent' : 'speaking');
/** How many people there are is never said in a call. */
const IN_CALL = CUE_IDS.filter((id) => id !== 'someone-else-in-view');
const always = (speech: Speech) => () => speech;

describe('calm: how long a cue must have held', () => {
  const cases: [string, number, number][] = [
    // cue, held in the first minute, held later
    ['camera-off', 8, 8],
    ['camera-covered', 8, 8],
    ['no-face', 8, 8],
    ['too-dark', 5, 10],
    ['backlit', 5, 10],
    ['side-lit', 5, 10],
    ['too-bright', 5, 10],
    ['too-far', 5, 10],
    ['too-close', 5, 10],
    ['off-centre', 5, 10],
    ['hold-still', 5, 10],
    ['camera-shaking', 5, 10],
    ['out-of-focus', 5, 10],
    ['camera-too-low', 30, 30],
    ['camera-too-high', 30, 30],
    ['turned-away', 30, 30],
    ['tilted', 30, 30],
    ['offline', 8, 8],
    ['connection-unstable', 5, 10],
    ['connection-slow', 5, 10],
  ];
  it('has a case for each cue', () => {
    expect(cases.map(([id]) => id).sort()).toEqual([...IN_CALL].sort());
  });
  it.each(cases)('%s: %d s in the first minute, then %d s', (id, firstMinuteS, laterS) => {
    expect(moments({ lengthS: 59, holds: { [id]: [[2, 999]] } })).toEqual([
      `${id}@${2 + firstMinuteS}`,
    ]);
    expect(moments({ lengthS: 150, holds: { [id]: [[100, 999]] } })[0]).toBe(
      `${id}@${100 + laterS}`,
    );
  });
  it.each(cases)('%s: a break begins the time anew', (id, _, laterS) => {
    const holds = {
      [id]: [
        [100, 100 + laterS],
        [101 + laterS, 999],
      ],
    } as const;
    expect(moments({ lengthS: 180, holds })[0]).toBe(`${id}@${101 + 2 * laterS}`);
  });
  it('the time before the call does not count', () => {
    const holds = { 'camera-too-low': [[19.5, 99]] } as const;
    expect(moments({ lengthS: 99, inCall: [20, 999], holds, paused: [0, 20] })).toEqual([
      'camera-too-low@50',
    ]);
  });
});

describe('calm: a pause of both sides', () => {
  const holds = { 'too-dark': [[100, 999]] } as const;
  const cases: [string, Script, string[]][] = [
    ['waits for it', call({ holds, speech: silentFrom(125) }), ['too-dark@125']],
    [
      'dropped after 20 s without one, asked for again a minute later',
      call({ holds, speech: silentFrom(131), lengthS: 200 }),
      ['too-dark@190'],
    ],
    ['no levels: dropped', call({ holds, speech: always('unknown') }), []],
    [
      'no levels: asked for again a minute later',
      call({ holds, speech: (atS) => (atS < 111 ? 'unknown' : 'silent'), lengthS: 200 }),
      ['too-dark@170'],
    ],
    ['speech without end: never', call({ holds, speech: always('speaking'), lengthS: 1200 }), []],
    [
      'who cannot be seen waits, too',
      call({ holds: { 'no-face': [[100, 999]] }, speech: silentFrom(120), lengthS: 140 }),
      ['no-face@120'],
    ],
    [
      'a shared screen begins the wait anew',
      call({ holds, speech: silentFrom(158), sharing: [115, 140], lengthS: 200 }),
      ['too-dark@158'],
    ],
    [
      'the silence for the clinician begins the wait anew',
      call({
        holds,
        speech: silentFrom(158),
        scenes: [{ scene: 'very-near', at: [112, 113] }],
        lengthS: 200,
      }),
      ['too-dark@158'],
    ],
    [
      'a line that broke begins the wait anew',
      call({
        holds: { 'too-dark': [[100, 999]] },
        speech: silentFrom(155),
        phase: (atS) => (atS >= 115 && atS < 140 ? 'waiting' : 'in-call'),
        paused: [115, 140],
        lengthS: 200,
      }),
      ['too-dark@155'],
    ],
  ];
  it.each(cases)('%s', (_, script, expected) => {
    expect(moments(script)).toEqual(expected);
  });
});

describe('calm: the budget', () => {
  const every = (fromS: number, toS: number, ids: readonly string[]) =>
    Object.fromEntries(ids.map((id) => [id, [[fromS, toS]] as const]));
  const six = every(0, 9999, [
    'too-dark',
    'backlit',
    'too-far',
    'off-centre',
    'camera-too-low',
    'hold-still',
  ]);

  it('two in the first minute, then one in three minutes, five in the call', () => {
    const shown = run({ lengthS: 3600, holds: six });
    expect(shown.map(({ what }) => what)).toEqual([
      'too-dark',
      'backlit',
      'too-far',
      'off-centre',
      'camera-too-low',
    ]);
    const startsS = shown.map(({ fromS }) => fromS);
    expect(startsS.filter((atS) => atS < 60)).toHaveLength(2);
    expect(startsS).toEqual([5, 35, 215, 395, 575]);
  });

  it('no third one in the first minute, however short they were', () => {
    const holds = { 'too-dark': [[0, 9]], backlit: [[9, 18]], 'too-far': [[18, 70]] } as const;
    expect(moments({ lengthS: 70, holds })).toEqual(['too-dark@5', 'backlit@14']);
  });

  it('what was said waits behind what was not, and may then be said again', () => {
    const holds = every(0, 9999, ['too-dark', 'too-far']);
    expect(run({ lengthS: 3600, holds }).map(({ what }) => what)).toEqual([
      'too-dark',
      'too-far',
      'too-dark',
      'too-far',
      'too-dark',
    ]);
  });

  it.each(['camera-too-low', 'camera-too-high', 'turned-away', 'tilted'])(
    '%s once a call',
    (id) => {
      expect(moments({ lengthS: 3600, holds: every(0, 9999, [id]) })).toEqual([`${id}@30`]);
    },
  );

  it.each(['camera-off', 'camera-covered', 'no-face'])('%s twice, outside the budget', (id) => {
    expect(moments({ lengthS: 3600, holds: every(0, 9999, [id]) })).toEqual([
      `${id}@8`,
      `${id}@68`,
    ]);
    const spent = run({
      lengthS: 3600,
      holds: { ...every(0, 2000, ['too-dark']), [id]: [[2500, 3600]] },
    });
    expect(spent.map(({ what }) => what)).toEqual([...Array(5).fill('too-dark'), id, id]);
  });

  it('a tip of preview costs nothing, and leaves the call with its 4 s', () => {
    const holds = every(8, 9999, ['too-dark']);
    const shown = run({ lengthS: 3600, inCall: [10, 9999], holds });
    expect(shown[0]).toMatchObject({ what: 'too-dark', fromS: 8, toS: 12, announce: true });
    expect(shown.slice(1)).toHaveLength(5);
    expect(shown[1]?.fromS).toBe(42);
  });

  it('begins anew with the next call on the same page', () => {
    const phase = (atS: number) => (atS >= 40 && atS < 50 ? 'ended' : 'in-call');
    const holds = every(0, 9999, ['camera-too-low']);
    expect(moments({ lengthS: 100, holds, phase })).toEqual([
      'camera-too-low@30',
      'camera-too-low@80',
    ]);
  });

  it('goes on when the line broke and the call waits for a while', () => {
    const phase = (atS: number) => (atS >= 40 && atS < 50 ? 'waiting' : 'in-call');
    const holds = every(0, 39, ['camera-too-low']);
    const again = { ...holds, 'camera-too-low': [...(holds['camera-too-low'] ?? []), [60, 999]] };
    expect(moments({ lengthS: 200, holds: again as Script['holds'] & object, phase })).toEqual([
      'camera-too-low@30',
    ]);
  });

  it('the next best advice may come once after "I can\'t change this"', () => {
    const holds = every(100, 9999, ['too-dark', 'too-far', 'hold-still']);
    expect(
      moments({ lengthS: 290, holds, cannotChange: { 'too-dark': 115, 'too-far': 125 } }),
    ).toEqual(['too-dark@110', 'too-far@115.25']);
  });

  it('without a next best at hand, the three minutes stand', () => {
    const holds = { 'too-dark': [[100, 999]], 'too-far': [[200, 999]] } as const;
    expect(moments({ lengthS: 300, holds, cannotChange: { 'too-dark': 115 } })).toEqual([
      'too-dark@110',
      'too-far@290',
    ]);
  });
});

describe('calm: on screen', () => {
  const holds = { 'too-dark': [[100, 999]] } as const;
  it('leaves the call alone after 30 s', () => {
    expect(run(call({ holds, lengthS: 200 }))).toMatchObject([{ fromS: 110, toS: 140 }]);
  });
  it('goes with its cause after 4 s, without "good now"', () => {
    expect(run(call({ holds: { 'too-dark': [[100, 111]] } }))).toMatchObject([
      { what: 'too-dark', fromS: 110, toS: 114 },
    ]);
  });
  it('stays when somebody begins to speak', () => {
    const speech = (atS: number) => (atS < 111 ? 'silent' : 'speaking');
    expect(run(call({ holds, speech, lengthS: 200 }))).toMatchObject([{ fromS: 110, toS: 140 }]);
  });
  it('the same one no sooner than 30 s', () => {
    const twice = {
      'no-face': [
        [100, 110],
        [113, 999],
      ],
    } as const;
    expect(moments(call({ holds: twice, lengthS: 200 }))).toEqual(['no-face@108', 'no-face@142']);
  });
  it('one that cannot be seen takes the place of another', () => {
    const shown = run(call({ holds: { ...holds, 'camera-off': [[105, 999]] }, lengthS: 130 }));
    expect(shown).toMatchObject([{ what: 'camera-off', fromS: 113, announce: true }]);
    const late = run(call({ holds: { ...holds, 'camera-off': [[110.5, 999]] }, lengthS: 130 }));
    expect(late).toMatchObject([
      { what: 'too-dark', fromS: 110, toS: 118.5, announce: false },
      { what: 'camera-off', fromS: 118.5, announce: true },
    ]);
  });
  it.each(IN_CALL)('%s is announced only if nothing can be seen, or nothing gets through', (id) => {
    const urgent = ['camera-off', 'camera-covered', 'no-face', 'offline'].includes(id);
    expect(run({ lengthS: 60, holds: { [id]: [[0, 99]] } })[0]).toMatchObject({ announce: urgent });
  });
  it('nothing once the call has ended', () => {
    expect(run(call({ holds, inCall: [0, 120] }))).toMatchObject([{ fromS: 110, toS: 120 }]);
  });
});

describe('calm: the clinician comes first', () => {
  const leanIn = (fromS: number, toS: number) =>
    ({ scene: 'very-near', at: [fromS, toS] }) as const;
  const cases: [string, Script, string[]][] = [
    [
      'silent for 30 s after a move made on purpose',
      call({ holds: { 'too-close': [[101.5, 999]] }, scenes: [leanIn(100, 999)], lengthS: 160 }),
      ['too-close@130'],
    ],
    [
      'also when the move is known a little after the cue',
      call({ holds: { 'too-far': [[97, 999]] }, scenes: [leanIn(100, 101)], lengthS: 160 }),
      ['too-far@130'],
    ],
    [
      'who cannot be seen is left alone, too',
      call({
        holds: { 'no-face': [[102, 999]] },
        scenes: [{ scene: 'away', at: [100, 999] }],
        lengthS: 160,
      }),
      ['no-face@130'],
    ],
    [
      'again after each such move',
      call({
        holds: { 'too-close': [[101.5, 999]] },
        scenes: [leanIn(100, 104), { scene: 'head-down', at: [125, 130] }, leanIn(150, 999)],
        lengthS: 200,
      }),
      ['too-close@180'],
    ],
    [
      'a move soon after the silence belongs to the same examination',
      call({
        holds: {
          'too-close': [
            [101.5, 110],
            [145, 999],
          ],
        },
        scenes: [leanIn(100, 104), leanIn(146, 999)],
        lengthS: 200,
      }),
      ['too-close@176'],
    ],
    [
      'a new move without a pause between counts',
      call({
        holds: { 'too-close': [[101.5, 999]] },
        scenes: [leanIn(100, 110), { scene: 'whole-body', at: [110, 999] }],
        lengthS: 160,
      }),
      ['too-close@140'],
    ],
    [
      'only when the picture was good for a minute',
      call({
        holds: {
          'turned-away': [[10, 18.5]],
          'too-close': [[71, 999]],
        },
        scenes: [leanIn(70, 999)],
        lengthS: 120,
      }),
      ['too-close@81'],
    ],
    [
      'a glass or a hand before the face does not spoil the minute',
      call({
        holds: { 'no-face': [[40, 47]], 'too-close': [[71, 999]] },
        scenes: [leanIn(70, 999)],
        lengthS: 120,
      }),
      ['too-close@100'],
    ],
    [
      'a dark room does not take the silence away',
      call({
        holds: { 'too-dark': [[0, 999]], 'too-close': [[102, 999]] },
        scenes: [leanIn(101, 999)],
        cannotChange: { 'too-dark': 0 },
        lengthS: 160,
      }),
      ['too-close@131'],
    ],
    [
      'nor does what the person cannot change',
      call({
        holds: { 'off-centre:left': [[0, 999]], 'too-close': [[102, 999]] },
        scenes: [leanIn(101, 999)],
        cannotChange: { 'off-centre': 0 },
        lengthS: 160,
      }),
      ['too-close@131'],
    ],
    [
      'nor an unsteady hand, nor a smeared lens',
      call({
        holds: {
          'camera-shaking': [[0, 999]],
          'out-of-focus': [[0, 999]],
          'too-close': [[102, 999]],
        },
        scenes: [leanIn(101, 999)],
        lengthS: 130,
      }),
      ['camera-shaking@5', 'out-of-focus@35'],
    ],
    [
      'the same with someone beside',
      call({
        holds: { 'too-close': [[101.5, 999]] },
        scenes: [leanIn(100, 999)],
        accompanied: [0, 999],
        lengthS: 160,
      }),
      ['too-close@130'],
    ],
    [
      'before the call nobody asks for anything',
      call({
        inCall: [999, 999],
        holds: { 'too-close': [[101.5, 999]] },
        scenes: [leanIn(100, 999)],
        lengthS: 160,
      }),
      ['too-close@101.5'],
    ],
  ];
  it.each(cases)('%s', (_, script, expected) => {
    expect(moments(script)).toEqual(expected);
  });
  it('a tip on screen leaves after its 4 s', () => {
    const shown = run(
      call({ holds: { 'too-dark': [[99, 999]] }, scenes: [leanIn(110, 115)], lengthS: 130 }),
    );
    expect(shown).toMatchObject([{ what: 'too-dark', fromS: 109, toS: 113 }]);
  });
});

describe('calm: someone else in view', () => {
  const holds = { 'someone-else-in-view': [[5, 9999]] } as const;
  it('is never said', () => {
    expect(moments({ lengthS: 1200, holds })).toEqual([]);
  });
  it('goes at once when the call begins', () => {
    expect(run({ lengthS: 100, holds, inCall: [10, 999] })).toMatchObject([
      { what: 'someone-else-in-view', fromS: 5, toS: 10 },
    ]);
  });
  it('stands in the way of nothing', () => {
    const both = { ...holds, 'too-dark': [[100, 999]] } as const;
    expect(moments({ lengthS: 130, holds: both })).toEqual(['too-dark@110']);
  });
});

describe('calm: "good now"', () => {
  it('of the preview ends with the preview', () => {
    const script = { holds: { 'too-dark': [[2, 10]] }, inCall: [11, 999], lengthS: 60 } as const;
    expect(run(script)).toMatchObject([
      { what: 'too-dark', fromS: 2 },
      { what: 'good-now(too-dark)', fromS: 10, toS: 11 },
    ]);
  });
});
