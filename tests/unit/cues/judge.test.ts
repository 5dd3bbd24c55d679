import { describe, expect, it } from 'vitest';
import { ALONE_AND_UNKNOWN, type Circumstances } from '../../../utils/circumstances.ts';
import { createJudge } from '../../../utils/cues/judge.ts';
import { PICTURE_CUES } from '../../../utils/cues/picture-cues.ts';
import type { CueDirection, CueId, Judgement } from '../../../utils/cues/types.ts';
import type { Observation } from '../../../utils/observation.ts';
import { during, faceAt, GOOD_FACE, type Look } from './trace.ts';

const judgeAll = (
  trace: readonly Observation[],
  circumstances: Partial<Circumstances> = {},
): Judgement[] => {
  const judge = createJudge();
  return trace.map((observation) =>
    judge.observe(observation, { ...ALONE_AND_UNKNOWN, ...circumstances }),
  );
};
const idsOf = ({ holding }: Judgement) => holding.map(({ id }) => id);
const everHeld = (trace: readonly Observation[], circumstances?: Partial<Circumstances>) =>
  new Set(judgeAll(trace, circumstances).flatMap(idsOf));

/** Declared in the design: to hold and to stop, from the first look past the threshold. */
const FAST = { hold: 1500, stop: 1000, lasts: 4000 };
const SLOW = { hold: 5000, stop: 3000, lasts: 9000 };

const dim = {
  meanLuma: 35,
  structureLuma: 12,
  backgroundLuminance: 0.01,
  backgroundBrightLuminance: 0.03,
};
const lit = (face: number, eyeWhiteLuminance: number | null) => ({
  luminance: { ...GOOD_FACE.luminance, face },
  eyeWhiteLuminance,
});
const COMPANION = { ...GOOD_FACE, ...faceAt(0.78, 0.45) };
const FAR_BEHIND = { ...GOOD_FACE, ...faceAt(0.78, 0.3, 0.04) };
/** Across the picture and back: 0.26 picture widths are 2.2 IOD each way. */
const walking = (sinceMs: number): Look => ({
  face: faceAt(0.5 + 0.26 * Math.sin((2 * Math.PI * sinceMs) / 4000), 0.45),
});

/** 0 shut to 1 open. Looked at every 200 to 480 ms it is elsewhere each time, as syllables are. */
const syllable = (ms: number) => 0.5 + 0.5 * Math.sin((2 * Math.PI * ms) / 620);

const SITUATIONS: readonly {
  readonly id: CueId;
  readonly name?: string;
  readonly times: typeof FAST;
  readonly bad: (sinceMs: number) => Look;
  /** Just on the right side of the threshold. */
  readonly bearable: (sinceMs: number) => Look;
  readonly direction?: CueDirection;
  /** Nothing to say; where it takes more than the good picture to know that. */
  readonly good?: (sinceMs: number) => Look;
  readonly circumstances?: Partial<Circumstances>;
  /** How often a look alone may be bad. */
  readonly strayEveryMs?: number;
  /** Other cues that may hold with it. */
  readonly with?: readonly CueId[];
}[] = [
  { id: 'camera-off', times: FAST, bad: () => ({ camera: 'off' }), bearable: () => ({}) },
  {
    id: 'camera-off',
    name: 'muted',
    times: FAST,
    bad: () => ({ camera: 'muted' }),
    bearable: () => ({}),
  },
  {
    id: 'camera-covered',
    times: FAST,
    bad: () => ({
      face: null,
      picture: { meanLuma: 20, structureLuma: 0.8, backgroundBrightLuminance: 0.01 },
    }),
    // A person in the dark.
    bearable: () => ({ picture: { meanLuma: 70, structureLuma: 2 } }),
  },
  {
    id: 'no-face',
    times: FAST,
    bad: () => ({ face: null }),
    bearable: (ms) => ({ face: ms % 1000 < 400 ? null : {} }),
  },
  {
    id: 'too-far',
    times: FAST,
    bad: () => ({ face: faceAt(0.5, 0.4, 0.045) }),
    bearable: () => ({ face: faceAt(0.5, 0.4, 0.07) }),
  },
  {
    id: 'too-close',
    times: FAST,
    bad: () => ({ face: faceAt(0.5, 0.5, 0.21) }),
    bearable: () => ({ face: faceAt(0.5, 0.5, 0.16) }),
  },
  ...(
    [
      ['left', 0.75, 0.45, 0.6, 0.45],
      ['right', 0.25, 0.45, 0.4, 0.45],
      ['up', 0.5, 0.12, 0.5, 0.42],
      ['down', 0.5, 0.85, 0.5, 0.55],
    ] as const
  ).map(([direction, x, y, nearX, nearY]) => ({
    id: 'off-centre' as const,
    name: direction,
    times: FAST,
    bad: () => ({ face: faceAt(x, y) }),
    bearable: () => ({ face: faceAt(nearX, nearY) }),
    direction,
  })),
  {
    id: 'camera-too-low',
    times: SLOW,
    bad: () => ({ face: { cameraElevationDeg: -26 } }),
    bearable: () => ({ face: { cameraElevationDeg: -12 } }),
  },
  {
    id: 'camera-too-high',
    times: SLOW,
    bad: () => ({ face: { cameraElevationDeg: 22 } }),
    bearable: () => ({ face: { cameraElevationDeg: 9 } }),
  },
  {
    id: 'turned-away',
    times: SLOW,
    bad: () => ({ face: { cameraAzimuthDeg: -45 } }),
    bearable: () => ({ face: { cameraAzimuthDeg: -22 } }),
  },
  {
    id: 'too-dark',
    name: 'a dark room',
    times: FAST,
    bad: () => ({ picture: dim, face: lit(0.02, 0.03) }),
    bearable: () => ({ picture: { backgroundBrightLuminance: 0.3 }, face: lit(0.13, 0.14) }),
  },
  {
    id: 'too-dark',
    name: 'so dark that no face is found',
    times: FAST,
    bad: () => ({ picture: dim, face: null }),
    bearable: () => ({ picture: { ...dim, meanLuma: 60 } }),
  },
  {
    id: 'backlit',
    times: FAST,
    bad: () => ({ picture: { backgroundBrightLuminance: 0.95 }, face: lit(0.12, 0.1) }),
    bearable: () => ({ picture: { backgroundBrightLuminance: 0.95 }, face: lit(0.3, 0.4) }),
  },
  {
    id: 'hold-still',
    times: SLOW,
    bad: walking,
    bearable: (ms) => ({ face: faceAt(0.5 + 0.05 * Math.sin(ms / 300), 0.45) }),
    with: ['off-centre'],
  },
  {
    id: 'tilted',
    times: SLOW,
    bad: () => ({ face: { rollDeg: -20 } }),
    bearable: () => ({ face: { rollDeg: 10 } }),
  },
  {
    id: 'side-lit',
    times: FAST,
    bad: () => ({ face: { luminance: { face: 0.2, leftCheek: 0.35, rightCheek: 0.02 } } }),
    bearable: () => ({ face: { luminance: { face: 0.2, leftCheek: 0.25, rightCheek: 0.12 } } }),
  },
  {
    id: 'side-lit',
    name: 'dark skin',
    times: FAST,
    bad: () => ({ face: { luminance: { face: 0.025, leftCheek: 0.045, rightCheek: 0.004 } } }),
    bearable: () => ({ face: { luminance: { face: 0.03, leftCheek: 0.05, rightCheek: 0.01 } } }),
  },
  {
    id: 'too-dark',
    name: 'fair skin in the corner that no lamp reaches',
    times: FAST,
    bad: () => ({ picture: { backgroundBrightLuminance: 0.39 }, face: lit(0.064, 0.072) }),
    bearable: () => ({ picture: { backgroundBrightLuminance: 0.39 }, face: lit(0.1, 0.13) }),
  },
  {
    id: 'too-bright',
    times: FAST,
    bad: () => ({ face: { clippedRatio: 0.5 } }),
    bearable: () => ({ face: { clippedRatio: 0.1 } }),
  },
  {
    id: 'camera-shaking',
    times: SLOW,
    bad: (ms) => ({ picture: { shift: { xRatio: ms % 400 ? 0.012 : -0.012, yRatio: 0.004 } } }),
    bearable: () => ({ picture: { shift: { xRatio: 0.002, yRatio: 0 } } }),
    good: () => ({ picture: { shift: { xRatio: 0, yRatio: 0 } } }),
  },
  {
    id: 'out-of-focus',
    times: SLOW,
    bad: () => ({ face: { focus: 0.3 } }),
    bearable: () => ({ face: { focus: 0.6 } }),
  },
  {
    id: 'someone-else-in-view',
    times: SLOW,
    // Looked for every second.
    bad: (ms) => ({ others: ms % 1000 < 490 ? [COMPANION] : null }),
    bearable: (ms) => ({ others: ms % 1000 < 490 ? [FAR_BEHIND] : null }),
    good: (ms) => ({ others: ms % 1000 < 490 ? [] : null }),
  },
  {
    id: 'muted-while-talking',
    times: SLOW,
    bad: (ms) => ({ face: { lipGapIod: 0.02 + 0.2 * syllable(ms) } }),
    bearable: (ms) => ({ face: { lipGapIod: 0.02 + 0.03 * syllable(ms) } }),
    circumstances: { microphoneMuted: true },
    // Two single openings in a row are a word.
    strayEveryMs: 4000,
  },
];

describe.each(SITUATIONS)(
  '$id $name',
  ({
    id,
    times,
    bad,
    bearable,
    direction,
    good = () => ({}),
    circumstances,
    strayEveryMs = 1600,
    with: others = [],
  }) => {
    const startMs = 10_000;
    const fixedMs = startMs + times.lasts;
    const story = (everyMs: number) => [
      ...during(0, startMs, good, everyMs),
      ...during(startMs, times.lasts, bad, everyMs),
      ...during(fixedMs, 5000, good, everyMs),
    ];

    it.each([200, 240, 400, 480])(
      'holds and stops within its times, looked at every %d ms',
      (everyMs) => {
        const looks = judgeAll(story(everyMs), circumstances);
        const holds = ({ atMs }: Judgement) => atMs >= startMs + times.hold && atMs < fixedMs;
        for (const judgement of looks) {
          const { atMs } = judgement;
          if (atMs < startMs) expect(idsOf(judgement)).toEqual([]);
          else if (holds(judgement))
            expect(idsOf(judgement), `at ${atMs - startMs} ms`).toContain(id);
          else if (atMs >= fixedMs + times.stop) expect(idsOf(judgement)).toEqual([]);
        }
        const allowed = new Set<CueId>([id, ...others]);
        expect(
          [...everHeld(story(everyMs), circumstances)].filter((held) => !allowed.has(held)),
        ).toEqual([]);
        const held = looks
          .filter(holds)
          .flatMap(({ holding }) => holding.filter((cue) => cue.id === id));
        if (direction)
          expect(new Set(held.map((cue) => cue.direction))).toEqual(new Set([direction]));
      },
    );

    it('starts once and stops once', () => {
      const on = judgeAll(story(200), circumstances).map((judgement) =>
        idsOf(judgement).includes(id),
      );
      expect(on.filter((now, i) => now !== (on[i - 1] ?? false))).toHaveLength(2);
    });

    it('does not hold on the right side of its threshold', () => {
      const trace = [...during(0, 3000, good), ...during(3000, 20_000, bearable)];
      expect(everHeld(trace, circumstances)).toEqual(new Set());
    });

    it('shrugs off single bad looks', () => {
      const trace = during(0, 30_000, (ms) => (ms % strayEveryMs === 800 ? bad(ms) : good(ms)));
      expect(everHeld(trace, circumstances)).toEqual(new Set());
    });

    it('is not stopped by single good looks', () => {
      const looks = judgeAll(
        during(0, 20_000, (ms) => (ms > 8000 && ms % 1600 === 800 ? good(ms) : bad(ms))),
        circumstances,
      );
      for (const judgement of looks.slice(30)) expect(idsOf(judgement)).toContain(id);
    });
  },
);

it('covers every cue of the picture', () => {
  expect(new Set(SITUATIONS.map(({ id }) => id))).toEqual(
    new Set(PICTURE_CUES.map(({ id }) => id)),
  );
});

describe('at the edge of a threshold', () => {
  const edges: readonly [CueId, (wobble: number) => Look][] = [
    ['too-far', (wobble) => ({ face: faceAt(0.5, 0.4, (0.116 + 0.01 * wobble) / (16 / 9)) })],
    ['too-close', (wobble) => ({ face: faceAt(0.5, 0.5, (0.312 + 0.025 * wobble) / (16 / 9)) })],
    ['off-centre', (wobble) => ({ face: faceAt(0.635 + 0.02 * wobble, 0.45) })],
    ['camera-too-low', (wobble) => ({ face: { cameraElevationDeg: -15.2 + 2.4 * wobble } })],
    ['turned-away', (wobble) => ({ face: { cameraAzimuthDeg: 29 + 5 * wobble } })],
    [
      'backlit',
      (wobble) => ({
        picture: { backgroundBrightLuminance: 0.9 },
        face: lit(0.2, (0.17 + 0.02 * wobble) * 0.9),
      }),
    ],
  ];
  it.each(edges)('%s does not flicker', (id, at) => {
    let seed = 1;
    const noise = () => {
      seed = (seed * 16807) % 2147483647;
      return (seed / 2147483647) * 2 - 1;
    };
    const on = judgeAll(during(0, 60_000, () => at(noise()))).map((j) => idsOf(j).includes(id));
    expect(on.filter((now, i) => i > 0 && now !== on[i - 1]).length).toBeLessThanOrEqual(1);
  });
});

describe('circumstances', () => {
  const judgeWith = (circumstances: Partial<Circumstances>, at: (ms: number) => Look) => {
    const judge = createJudge();
    return during(0, 12_000, at).map((observation) =>
      judge.observe(observation, { ...ALONE_AND_UNKNOWN, ...circumstances }),
    );
  };
  const lastIds = (judgements: readonly Judgement[]) => idsOf(judgements.at(-1) as Judgement);
  const neutral = { elevationDeg: -4, distanceCm: 60, eyesY: 0.42 };
  const elevated = (deg: number) => () => ({ face: { cameraElevationDeg: deg } });

  it.each<[number, CueId[]]>([
    [-12, ['camera-too-low']],
    [-8, []],
    [0, []],
    [3.5, ['camera-too-high']],
  ])('with a neutral of -4 degrees, %d', (deg, expected) => {
    expect(lastIds(judgeWith({ neutral }, elevated(deg)))).toEqual(expected);
    expect(lastIds(judgeWith({}, elevated(deg)))).toEqual([]);
  });

  const beside = (ms: number): Look => ({
    face: faceAt(0.25, 0.45),
    others: ms % 2000 < 200 ? [COMPANION] : null,
  });
  it('in company the group is judged, not one face', () => {
    expect(lastIds(judgeWith({}, beside))).toEqual(['off-centre', 'someone-else-in-view']);
    expect(lastIds(judgeWith({ accompanied: true }, beside))).toEqual([]);
  });

  it('who else is there is nothing of a call, and no fault before it', () => {
    const good = (ms: number): Look => ({ others: ms % 2000 < 200 ? [COMPANION] : null });
    const before = judgeWith({}, good);
    expect(lastIds(before)).toEqual(['someone-else-in-view']);
    expect(before.at(-1)?.areas).toMatchObject({ picture: 'good', place: 'good' });
    expect(lastIds(judgeWith({ beforeCall: false }, good))).toEqual([]);
  });

  it.each<[string, NonNullable<Look['person']>, CueId[]]>([
    ['an empty room may be soft', { ratio: 0, cutRatio: 0 }, ['no-face']],
    ['a lens so soft that no face is found', { ratio: 0.3, cutRatio: 0 }, ['out-of-focus']],
  ])('%s', (_, person, expected) => {
    const at = (ms: number): Look =>
      ms < 5000
        ? {}
        : { face: null, picture: { focus: 0.25, changeLuma: ms < 5500 ? 12 : 0.5 }, person };
    expect(lastIds(judgeWith({}, at))).toEqual(expected);
  });

  it('a face that is lost while nothing moves has not gone: the lens went soft', () => {
    const at = (ms: number): Look =>
      ms < 5000 ? {} : { face: null, picture: { focus: 0.25, changeLuma: 1.5 } };
    expect(lastIds(judgeWith({}, at))).toEqual(['out-of-focus']);
  });

  it.each([
    [0.04, ['out-of-focus']],
    [0.03, []],
  ] as const)('a soft face of luminance %s, before light of its own', (luminance, expected) => {
    const face = {
      focus: 0.25,
      luminance: { face: luminance, leftCheek: luminance, rightCheek: luminance },
    };
    const held = lastIds(judgeWith({}, () => ({ face })));
    expect(held.filter((id) => id === 'out-of-focus')).toEqual(expected);
  });

  const soft = (limitedBy: 'none' | 'cpu' | 'bandwidth') => (): Look => ({
    face: { focus: 0.3 },
    call: { limitedBy, encodeMs: 5, framesPerSecond: 20, widthPx: 640, heightPx: 360 },
  });
  it.each([
    ['none', ['out-of-focus']],
    ['cpu', []],
    ['bandwidth', []],
  ] as const)('a soft picture while %s limits what is sent', (limitedBy, expected) => {
    expect(lastIds(judgeWith({}, soft(limitedBy)))).toEqual(expected);
  });
});

describe('what hides what', () => {
  const cases: readonly [string, Look, readonly CueId[]][] = [
    ['a camera that is off has no other fault', { camera: 'off' }, ['camera-off']],
    [
      'a covered lens is not a dark room without a person',
      { face: null, picture: { ...dim, structureLuma: 0.5 } },
      ['camera-covered'],
    ],
    [
      'a lamp on the glasses is no light on the face',
      { face: lit(0.018, 0.087), picture: { ...dim, noiseLuma: 4.1 } },
      ['too-dark'],
    ],
    ['in the dark nobody can be found', { face: null, picture: dim }, ['too-dark']],
    [
      'far away, coming nearer comes before the camera height',
      { face: { ...faceAt(0.5, 0.4, 0.045), cameraElevationDeg: -28 } },
      ['too-far'],
    ],
    [
      'turned away, the camera height cannot be judged',
      { face: { cameraAzimuthDeg: 45, cameraElevationDeg: -28 } },
      ['turned-away'],
    ],
    [
      'a window behind is not a dark room',
      { face: lit(0.07, 0.05), picture: { backgroundBrightLuminance: 0.9 } },
      ['backlit'],
    ],
    ['without vision only the picture is judged', { faces: null, picture: dim }, ['too-dark']],
    ['no camera yet is no fault', { camera: 'absent' }, []],
  ];
  it.each(cases)('%s', (_, now, expected) => {
    const last = judgeAll(during(0, 12_000, () => now)).at(-1);
    expect(last && idsOf(last)).toEqual(expected);
  });
});

describe('skin is never the fault', () => {
  const silent: readonly [string, Look][] = [
    [
      'very dark skin before a white wall',
      { face: lit(0.05, 0.15), picture: { backgroundBrightLuminance: 0.73 } },
    ],
    [
      'very dark skin before a dark wall',
      { face: lit(0.05, 0.3), picture: { meanLuma: 40, backgroundBrightLuminance: 0.05 } },
    ],
    [
      'very dark skin before a dark wall, by a noisy camera',
      {
        face: lit(0.05, 0.3),
        picture: { meanLuma: 40, backgroundBrightLuminance: 0.05, noiseLuma: 4 },
      },
    ],
    [
      'dark skin, eyes shut, before a white wall',
      { face: lit(0.05, null), picture: { backgroundBrightLuminance: 0.75 } },
    ],
    [
      'very dark skin under a lamp at the ceiling, whose eyes are in the shade of the brows',
      { face: lit(0.025, 0.047), picture: { backgroundBrightLuminance: 0.28 } },
    ],
    ['light skin in full light', { face: lit(0.6, 0.7) }],
  ];
  it.each(silent)('%s', (_, now) => {
    expect(everHeld(during(0, 12_000, () => now))).toEqual(new Set());
  });
});

describe('bodies that cannot comply are not wrong', () => {
  const wave = (ms: number, periodMs: number) => Math.sin((2 * Math.PI * ms) / periodMs);
  const iod = GOOD_FACE.iodRatio;
  const silent: readonly [string, (sinceMs: number) => Look][] = [
    [
      'tremor of 5 Hz, 2 cm',
      (ms) => ({ face: faceAt(0.5 + (0.22 * iod * wave(ms, 217)) / 1, 0.45) }),
    ],
    [
      'rocking, one IOD each way, every 2 s',
      (ms) => ({ face: faceAt(0.5 + iod * wave(ms, 2000), 0.45) }),
    ],
    [
      'rocking slowly, 10 cm each way',
      (ms) => ({ face: faceAt(0.5 + 1.1 * iod * wave(ms, 3000), 0.45) }),
    ],
    [
      'nodding',
      (ms) => ({
        face: { pitchDeg: 15 * wave(ms, 1100), cameraElevationDeg: -3 - 15 * wave(ms, 1100) },
      }),
    ],
    ['lying on the side', () => ({ face: { rollDeg: 85 } })],
    [
      'a nod of the head to the side now and then',
      (ms) => ({ face: { rollDeg: ms % 6000 < 1500 ? 25 : 2 } }),
    ],
    [
      'a glance aside now and then',
      (ms) => ({ face: { cameraAzimuthDeg: ms % 8000 > 4000 && ms % 8000 < 6400 ? 60 : 0 } }),
    ],
    [
      'looking down at a list, head bowed',
      (ms) => ({ face: ms % 10_000 < 2000 ? { cameraElevationDeg: 30, pitchDeg: 30 } : {} }),
    ],
    ['leaning in once and staying', (ms) => ({ face: ms < 4000 ? {} : faceAt(0.58, 0.5, 0.16) })],
    ['moving over on the chair once', (ms) => ({ face: faceAt(ms < 8000 ? 0.38 : 0.62, 0.45) })],
  ];
  it.each(silent)('%s', (_, at) => {
    expect(everHeld(during(0, 40_000, at))).toEqual(new Set());
  });

  it('a tilt that stays the same for a minute becomes the neutral', () => {
    const looks = judgeAll(
      during(0, 100_000, (ms) => ({ face: { rollDeg: 25 + 2 * wave(ms, 3000) } })),
    );
    expect(idsOf(looks[100] as Judgement)).toEqual(['tilted']);
    for (const later of looks.slice(330)) expect(idsOf(later)).toEqual([]);
  });

  it('a turn that stays the same for a minute becomes the neutral', () => {
    const looks = judgeAll(
      during(0, 100_000, (ms) => ({ face: { cameraAzimuthDeg: 40 + 2 * wave(ms, 3000) } })),
    );
    expect(idsOf(looks[100] as Judgement)).toEqual(['turned-away']);
    expect(looks.slice(-100).flatMap(idsOf)).toEqual([]);
  });

  it('facing the camera is right for one whose neutral is turned, and so is the neutral', () => {
    const trace = during(0, 120_000, (ms) => ({
      face: { cameraAzimuthDeg: ms < 70_000 || ms > 90_000 ? 40 : 0 },
    }));
    expect(judgeAll(trace).slice(350).flatMap(idsOf)).toEqual([]);
  });
});

describe('areas', () => {
  const areasOf = (now: Look) => judgeAll(during(0, 12_000, () => now)).at(-1)?.areas;
  it.each<[string, Look, Partial<Judgement['areas']>]>([
    ['all good', {}, { picture: 'good', light: 'good', place: 'good' }],
    ['not of this issue', {}, { sound: 'not-judged', connection: 'not-judged' }],
    [
      'no camera yet',
      { camera: 'absent' },
      { picture: 'not-judged', light: 'not-judged', place: 'not-judged' },
    ],
    [
      'camera off',
      { camera: 'off' },
      { picture: 'could-be-better', light: 'not-judged', place: 'not-judged' },
    ],
    [
      'nobody there',
      { face: null },
      { picture: 'could-be-better', light: 'good', place: 'not-judged' },
    ],
    ['too far', { face: faceAt(0.5, 0.4, 0.045) }, { picture: 'good', place: 'could-be-better' }],
    ['dark', { face: null, picture: dim }, { light: 'could-be-better' }],
    ['vision off', { faces: null }, { picture: 'good', light: 'good', place: 'not-judged' }],
  ])('%s', (_, now, expected) => {
    expect(areasOf(now)).toMatchObject(expected);
  });
});

describe('a sudden change on purpose', () => {
  const scenesOf = (after: Look) => {
    const trace = [...during(0, 20_000, () => ({})), ...during(20_000, 3000, () => after)];
    return judgeAll(trace).map(({ scene }) => scene);
  };
  it.each<[string, Look, Judgement['scene']]>([
    ['very near', { face: faceAt(0.5, 0.5, 0.22) }, 'very-near'],
    ['away', { face: null }, 'away'],
    ['whole body', { face: faceAt(0.5, 0.3, 0.05) }, 'whole-body'],
    ['head down', { face: { pitchDeg: 35 } }, 'head-down'],
    ['a little nearer', { face: faceAt(0.5, 0.45, 0.15) }, null],
    ['camera off', { camera: 'off' }, null],
  ])('%s', (_, after, expected) => {
    const scenes = scenesOf(after);
    expect(new Set(scenes.slice(0, 100))).toEqual(new Set([null]));
    expect(scenes.at(-1)).toBe(expected);
  });
});

it('judges the same trace the same way', () => {
  const trace = during(0, 20_000, walking);
  expect(judgeAll(trace)).toEqual(judgeAll(trace));
});

describe('unsettled', () => {
  const away = () => ({ face: faceAt(0.8, 0.45) });
  const isUnsettled = (trace: readonly Observation[]) =>
    judgeAll(trace).map(({ unsettled }) => unsettled);

  it('is false while all is well, and while a cue holds and goes on', () => {
    expect(isUnsettled(during(0, 5000, () => ({})))).not.toContain(true);
    const held = isUnsettled(during(0, 10_000, away)).slice(10);
    expect(held).not.toContain(true);
  });

  it('is true from the first look past the threshold until the cue holds, and until it stops', () => {
    const trace = [
      ...during(0, 3000, () => ({})),
      ...during(3000, 6000, away),
      ...during(9000, 4000, () => ({})),
    ];
    const judged = judgeAll(trace);
    const times = judged.flatMap(({ atMs, unsettled }) => (unsettled ? atMs : []));
    const holds = judged.flatMap(({ atMs, holding }) => (holding.length > 0 ? atMs : []));
    const upTo = (atMs: number) => times.filter((ms) => ms < atMs);
    expect(upTo(9000).at(0)).toBe(3000);
    expect(upTo(9000).at(-1)).toBe((holds[0] ?? 0) - 200);
    expect(times.filter((ms) => ms >= 9000).at(0)).toBe(9000);
    expect(times.filter((ms) => ms >= 9000).at(-1)).toBe(holds.at(-1));
  });
});
