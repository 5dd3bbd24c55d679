import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  type Answers,
  answer,
  answersSchema,
  firstAnswers,
  type PrepareEvent,
} from '../../../utils/prepare/answers.ts';
import { judgeConnection } from '../../../utils/prepare/line.ts';
import { outcomeOf } from '../../../utils/prepare/outcome.ts';
import { placeOf } from '../../../utils/prepare/steps.ts';

const KNOWN = {
  returning: false,
  chosen: { camera: null, microphone: null, speaker: null },
  where: null,
  country: 'SE',
} as const;
const FIRST = firstAnswers(KNOWN);
const answered = (from: Answers, ...events: PrepareEvent[]) => events.reduce(answer, from);
const next = { kind: 'next' } as const;
const back = { kind: 'back' } as const;

describe('the way through', () => {
  it('is whole for a first-timer, with sound first', () => {
    const steps: string[] = [];
    for (let at = FIRST; at.step !== 'end'; at = answer(at, next)) steps.push(at.step);
    expect(steps).toEqual([
      ...['where', 'speaker', 'microphone', 'camera', 'height', 'connection', 'list'],
    ]);
  });

  it('is short for who has been here before, and may be whole', () => {
    const again = firstAnswers({ ...KNOWN, returning: true });
    expect(again).toMatchObject({ form: 'short', step: 'again' });
    const steps: string[] = [];
    for (let at = again; at.step !== 'end'; at = answer(at, next)) steps.push(at.step);
    expect(steps).toEqual(['again', 'speaker', 'microphone', 'camera', 'connection']);
    expect(answered(again, { kind: 'form', form: 'full' })).toMatchObject({ step: 'where' });
    expect(answered(again, { kind: 'form', form: 'short' })).toMatchObject({ step: 'speaker' });
  });

  it('goes back from everywhere, and keeps the answers', () => {
    const end = answered(FIRST, { kind: 'where', where: 'app' }, ...Array(7).fill(next));
    const start = answered(end, ...Array(9).fill(back));
    expect(start).toMatchObject({ step: 'where', where: 'app' });
  });

  it('leaves out what was gone past without an answer, and nothing else', () => {
    expect(answered({ ...FIRST, step: 'camera' }, next).camera).toBe('skipped');
    expect(answered({ ...FIRST, step: 'camera', camera: 'works' }, next).camera).toBe('works');
    expect(answered({ ...FIRST, step: 'camera', camera: 'refused' }, next).camera).toBe('refused');
    expect(answered({ ...FIRST, step: 'camera' }, back).camera).toBe('untried');
  });

  it.each([
    ['full', 'where', { number: 1, of: 7 }],
    ['full', 'list', { number: 7, of: 7 }],
    ['short', 'speaker', { number: 1, of: 4 }],
    ['short', 'again', null],
    ['full', 'end', null],
  ] as const)('%s, %s says its place', (form, step, place) => {
    expect(placeOf(form, step)).toEqual(place);
  });

  it('starts anew from the end, with the same devices', () => {
    const chosen = { ...KNOWN.chosen, camera: 'mine' };
    const again = answered(
      { ...FIRST, step: 'end', camera: 'covered', chosen },
      { kind: 'restart' },
    );
    expect(again).toMatchObject({ step: 'again', camera: 'untried', chosen, country: 'SE' });
  });
});

describe('the list', () => {
  it('is ticked and unticked', () => {
    const ticked = answered(
      FIRST,
      { kind: 'listed', item: 'phone', done: true },
      { kind: 'listed', item: 'lamp', done: true },
      { kind: 'listed', item: 'phone', done: true },
    );
    expect(ticked.listed).toEqual(['lamp', 'phone']);
    expect(answered(ticked, { kind: 'listed', item: 'lamp', done: false }).listed).toEqual([
      'phone',
    ]);
  });
});

describe('what a reload leaves behind', () => {
  const connection = judgeConnection(
    { online: true, downlinkMbps: null, roundTripMs: null },
    { framesPerSecond: 20, soundPacketsPerSecond: 50 },
  );
  const answers: Answers = { ...FIRST, step: 'camera', microphone: 'silent', connection };

  it('is read back as it was', () => {
    const read = v.parse(answersSchema, JSON.parse(JSON.stringify(answers)));
    expect(read).toEqual(answers);
  });

  it.each([
    ['nothing', null],
    ['of another version', { ...answers, more: 1 }],
    ['of no step', { ...answers, step: 'attic' }],
  ])('counts for nothing when it is %s', (_, left) => {
    expect(v.safeParse(answersSchema, left).success).toBe(false);
  });
});

describe('the end', () => {
  const good = judgeConnection(
    { online: true, downlinkMbps: 10, roundTripMs: 50 },
    { framesPerSecond: 24, soundPacketsPerSecond: 50 },
  );
  const all: Answers = {
    ...FIRST,
    step: 'end',
    speaker: 'heard',
    microphone: 'works',
    camera: 'works',
    connection: good,
  };
  const weak = { sound: 'good', picture: 'weak' } as const;
  const offline = { ...good, online: false, line: { sound: 'none', picture: 'none' } } as const;

  it.each<[string, Partial<Answers>, ReturnType<typeof outcomeOf>]>([
    ['all works', {}, { mends: [], allWorks: true }],
    ['without sound', { speaker: 'not-used' }, { mends: [], allWorks: false }],
    ['without a camera', { camera: 'skipped' }, { mends: [], allWorks: false }],
    ['a covered lens', { camera: 'covered' }, { mends: ['camera'], allWorks: false }],
    [
      'a thin voice and an unheard speaker',
      { thinSound: true, speaker: 'not-heard' },
      { mends: ['speaker', 'thin-sound'], allWorks: false },
    ],
    [
      'a slow line on a busy computer',
      { connection: { ...good, line: { ...good.line, picture: 'weak' }, computer: weak } },
      { mends: ['slow-line', 'busy-computer'], allWorks: false },
    ],
    [
      'everything at once: the two that matter most',
      { connection: offline, microphone: 'refused', camera: 'missing', speaker: 'not-heard' },
      { mends: ['offline', 'microphone'], allWorks: false },
    ],
  ])('%s', (_, answers, outcome) => {
    expect(outcomeOf({ ...all, ...answers })).toEqual(outcome);
  });

  it('does not call a microphone thin that was not heard', () => {
    expect(outcomeOf({ ...all, microphone: 'silent', thinSound: true }).mends).toEqual([
      'microphone',
    ]);
  });
});
