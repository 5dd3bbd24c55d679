import { describe, expect, it } from 'vitest';
import { isMended } from '../../../utils/cues/arbiter/cleared.ts';
import { judgementAt, moments, run, type Script } from './run.ts';

const preview = (script: Partial<Script>): Script => ({
  lengthS: 60,
  inCall: [1000, 1000],
  before: 'preview',
  ...script,
});
const call = (script: Partial<Script>): Script => ({ lengthS: 300, ...script });

describe('no face can be judged, and somebody is there', () => {
  const cases: [string, Script, string[]][] = [
    ['before the call: said after 2 s', preview({ faceless: [[10, 99]] }), ['faceless@12']],
    ['not for a hand before the face', preview({ faceless: [[10, 11.5]] }), []],
    ['in the call: after 8 s', call({ faceless: [[100, 999]] }), ['faceless@108']],
    [
      'in the call: in a pause',
      call({
        faceless: [[100, 999]],
        speech: (atS) => (atS < 120 ? 'speaking' : 'silent'),
        lengthS: 200,
      }),
      ['faceless@120'],
    ],
    [
      'in the call: dropped without a pause, and asked for again a minute later',
      call({ faceless: [[100, 999]], speech: (atS) => (atS < 130 ? 'speaking' : 'silent') }),
      ['faceless@188'],
    ],
    [
      'once, whatever comes and goes',
      preview({
        faceless: [
          [10, 60],
          [100, 180],
          [250, 500],
        ],
        inCall: [200, 999],
        lengthS: 600,
      }),
      ['faceless@12'],
    ],
    [
      'once more in the next call',
      call({
        faceless: [[0, 999]],
        phase: (atS) => (atS >= 100 && atS < 110 ? 'ended' : 'in-call'),
        lengthS: 200,
      }),
      ['faceless@8', 'faceless@118'],
    ],
    [
      'silent about faces while it lasts',
      call({
        faceless: [[0, 400]],
        holds: {
          'no-face': [[0, 999]],
          'too-close': [[0, 400]],
          'off-centre:left': [[0, 400]],
          'camera-too-low': [[0, 400]],
          'turned-away': [[0, 400]],
          backlit: [[0, 400]],
        },
        lengthS: 410,
      }),
      ['faceless@8', 'no-face@400'],
    ],
    [
      'what needs no face is said',
      call({ faceless: [[0, 999]], holds: { 'too-dark': [[20, 999]] }, lengthS: 60 }),
      ['faceless@8', 'too-dark@25'],
    ],
    [
      'a tip that stands is not broken off',
      preview({ faceless: [[12, 99]], holds: { 'too-dark': [[10, 20]] }, lengthS: 30 }),
      ['too-dark@10', 'faceless@20'],
    ],
    [
      'not while the clinician has asked for a move',
      call({
        faceless: [[101, 999]],
        scenes: [{ scene: 'head-down', at: [100, 101] }],
        lengthS: 200,
      }),
      ['faceless@130'],
    ],
    ['not while paused', preview({ faceless: [[10, 99]], paused: [0, 40] }), ['faceless@42']],
    [
      'not while a screen is shared',
      preview({ faceless: [[10, 99]], sharing: [0, 40] }),
      ['faceless@42'],
    ],
  ];
  it.each(cases)('%s', (_, script, expected) => {
    expect(moments(script)).toEqual(expected);
  });

  const stands: [string, Script, number, number][] = [
    ['30 s', preview({ faceless: [[10, 99]] }), 12, 42],
    ['until a face is seen', preview({ faceless: [[10, 25]] }), 12, 25],
    ['4 s at least', preview({ faceless: [[10, 13]] }), 12, 16],
    ['4 s of the call', call({ faceless: [[0, 99]], inCall: [3, 999] }), 2, 6],
    [
      'until the clinician asks for a move',
      call({ faceless: [[100, 999]], scenes: [{ scene: 'away', at: [115, 116] }] }),
      108,
      115,
    ],
    ['until tips are paused', preview({ faceless: [[10, 99]], paused: [13, 60] }), 12, 13],
  ];
  it.each(stands)('stands %s', (_, script, fromS, toS) => {
    expect(run(script)).toMatchObject([{ what: 'faceless', fromS, toS }]);
  });

  it('is announced before the call only', () => {
    expect(run(preview({ faceless: [[10, 99]] }))).toMatchObject([{ announce: true }]);
    expect(run(call({ faceless: [[10, 999]] }))).toMatchObject([{ announce: false }]);
  });

  it('puts nothing right: a mask is no face that can be seen', () => {
    const script = { lengthS: 1, faceless: [[0, 9]] } as const;
    expect(isMended('no-face', judgementAt(script, 0))).toBe(false);
    expect(isMended('backlit', judgementAt(script, 0))).toBe(false);
    expect(isMended('camera-off', judgementAt(script, 0))).toBe(true);
    expect(moments(preview({ holds: { 'no-face': [[5, 10]] }, faceless: [[10, 99]] }))).toEqual([
      'no-face@5',
      'faceless@12',
    ]);
  });
});
