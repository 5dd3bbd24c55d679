import { describe, expect, it } from 'vitest';
import { moments, run, type Script } from './run.ts';

const preview = (script: Partial<Script>): Script => ({
  lengthS: 60,
  inCall: [1000, 1000],
  before: 'preview',
  ...script,
});

describe('brisk: in preview and while waiting', () => {
  const cases: [string, Script, string[]][] = [
    ['a good picture: nothing', preview({}), []],
    ['at once', preview({ holds: { 'too-dark': [[10, 99]] } }), ['too-dark@10']],
    [
      'also while waiting for the clinician',
      preview({ before: 'waiting', holds: { 'too-dark': [[10, 99]] } }),
      ['too-dark@10'],
    ],
    ['after 2 s in view', preview({ holds: { 'too-far': [[0, 99]] } }), ['too-far@2']],
    [
      'in view counts from the first picture',
      preview({ blind: [0, 5], holds: { 'too-far': [[5, 99]] } }),
      ['too-far@7'],
    ],
    [
      'in view counts anew after the person was away',
      preview({ holds: { 'no-face': [[10, 20]], 'too-far': [[20, 99]] } }),
      ['no-face@10', 'good-now(no-face)@20', 'too-far@22'],
    ],
    [
      'who cannot be seen need not have been in view',
      preview({ blind: [0, 99], holds: { 'camera-off': [[1, 99]] } }),
      ['camera-off@1'],
    ],
    [
      'who cannot be seen is asked nothing else',
      preview({ holds: { 'no-face': [[10, 20]], 'too-dark': [[5, 20]] }, lengthS: 20 }),
      ['too-dark@5', 'no-face@10'],
    ],
    [
      'the order: light, framing, camera height, movement, the rest',
      preview({
        lengthS: 60,
        holds: {
          'turned-away': [[0, 32]],
          'hold-still': [[0, 26]],
          'camera-too-low': [[0, 20]],
          'off-centre:left': [[0, 14]],
          backlit: [[0, 8]],
        },
      }),
      [
        'backlit@2',
        'good-now(backlit)@8',
        'off-centre:left@10',
        'good-now(off-centre)@14',
        'camera-too-low@16',
        'good-now(camera-too-low)@20',
        'hold-still@22',
        'good-now(hold-still)@26',
        'turned-away@28',
        'good-now(turned-away)@32',
      ],
    ],
    [
      'within a group, the order of the judgement',
      preview({ holds: { backlit: [[10, 99]], 'too-dark': [[10, 99]] } }),
      ['backlit@10'],
    ],
    [
      'a more important one takes the place, after 4 s',
      preview({ holds: { 'too-far': [[10, 99]], 'too-dark': [[11, 99]] } }),
      ['too-far@10', 'too-dark@14'],
    ],
    [
      'a less important one does not',
      preview({ holds: { 'too-dark': [[10, 99]], 'too-far': [[11, 99]] } }),
      ['too-dark@10'],
    ],
    [
      'the same one no sooner than 30 s after it left',
      preview({
        holds: {
          'too-dark': [
            [10, 20],
            [25, 99],
          ],
        },
      }),
      ['too-dark@10', 'good-now(too-dark)@20', 'too-dark@50'],
    ],
    [
      'no "good now" when the light merely cannot be judged any more',
      preview({ holds: { 'too-dark': [[10, 20]] }, blind: [20, 99] }),
      ['too-dark@10'],
    ],
    [
      'no "good now" for the light when the camera goes off',
      preview({ holds: { 'too-dark': [[10, 20]], 'camera-off': [[20, 99]] } }),
      ['too-dark@10', 'camera-off@20'],
    ],
    [
      '"good now" is taken back when the cause returns',
      preview({
        holds: {
          'too-dark': [
            [10, 20],
            [21, 30],
          ],
        },
        lengthS: 30,
      }),
      ['too-dark@10', 'good-now(too-dark)@20'],
    ],
    [
      'a new direction is said, after 4 s',
      preview({ holds: { 'off-centre:left': [[10, 11]], 'off-centre:up': [[11, 99]] } }),
      ['off-centre:left@10', 'off-centre:up@14'],
    ],
    [
      'what cannot be changed is never asked; the next best comes',
      preview({
        holds: { backlit: [[10, 99]], 'too-far': [[10, 99]] },
        cannotChange: { backlit: 12 },
      }),
      ['backlit@10', 'too-far@12'],
    ],
    [
      'without a picture nothing helps: that cannot be declined',
      preview({ holds: { 'camera-covered': [[10, 99]] }, cannotChange: { 'camera-covered': 0 } }),
      ['camera-covered@10'],
    ],
    [
      'nothing while paused',
      preview({ holds: { 'too-dark': [[10, 99]] }, paused: [0, 40] }),
      ['too-dark@40'],
    ],
    [
      'nothing while sharing',
      preview({ holds: { 'too-dark': [[10, 99]] }, sharing: [0, 40] }),
      ['too-dark@40'],
    ],
    [
      'someone else in view: last of all, once, and without "good now"',
      preview({
        holds: {
          'someone-else-in-view': [
            [10, 20],
            [60, 99],
          ],
          'turned-away': [[10, 14]],
        },
        lengthS: 120,
      }),
      ['turned-away@10', 'good-now(turned-away)@14', 'someone-else-in-view@16'],
    ],
    [
      'someone else in view: never said to who is not alone',
      preview({ holds: { 'someone-else-in-view': [[10, 99]] }, accompanied: [9, 99] }),
      [],
    ],
  ];
  it.each(cases)('%s', (_, script, expected) => {
    expect(moments(script)).toEqual(expected);
  });

  it('someone else in view: for 30 s, or until "Someone is with me"', () => {
    const holds = { 'someone-else-in-view': [[10, 999]] } as const;
    const what = 'someone-else-in-view';
    expect(run(preview({ holds, lengthS: 200 }))).toMatchObject([{ what, fromS: 10, toS: 40 }]);
    expect(run(preview({ holds, accompanied: [11, 999] }))).toMatchObject([
      { what, fromS: 10, toS: 11 },
    ]);
  });

  it('stands 4 s at least, and then goes with its cause', () => {
    const [tip, goodNow] = run(preview({ holds: { 'too-dark': [[10, 11]] } }));
    expect(tip).toMatchObject({ what: 'too-dark', fromS: 10, toS: 14 });
    expect(goodNow).toMatchObject({ what: 'good-now(too-dark)', fromS: 14, toS: 16 });
  });

  it('is gone at once when paused, when a screen is shared, when it cannot be changed', () => {
    const holds = { 'too-dark': [[10, 99]] } as const;
    for (const stop of [
      { paused: [11, 99] },
      { sharing: [11, 99] },
      { cannotChange: { 'too-dark': 11 } },
    ] as const) {
      expect(run(preview({ holds, ...stop }))).toMatchObject([{ fromS: 10, toS: 11 }]);
    }
  });

  it('takes back "good now" at the very tick', () => {
    const shown = run(
      preview({
        holds: {
          'too-dark': [
            [10, 20],
            [21, 30],
          ],
        },
        lengthS: 30,
      }),
    );
    expect(shown[1]).toMatchObject({ fromS: 20, toS: 21 });
  });

  it('announces every tip', () => {
    expect(run(preview({ holds: { 'too-dark': [[10, 99]] } }))).toMatchObject([{ announce: true }]);
  });
});
