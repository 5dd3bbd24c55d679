import { describe, expect, test } from 'vitest';
import type { CueId, SenseJudgement } from '../../../utils/cues/types.ts';
import { createSoundJudge } from '../../../utils/sound/judge.ts';
import { NO_SOUND, updateSoundSignals } from '../../../utils/sound/signals.ts';
import { createRandom } from '../support/random.ts';
import {
  farTalk,
  knocks,
  lasting,
  listen,
  room,
  type Source,
  silence,
  talk,
  together,
} from './heard.ts';

type Looks = ReturnType<typeof listen>;

const idsIn = ({ holding }: SenseJudgement) => holding.map(({ id }) => id);
const judgeAll = (looks: Looks) => {
  const judge = createSoundJudge();
  return looks.map(({ atMs, said }) => ({ atMs, ids: idsIn(judge.observe(said, atMs)) }));
};
const idsOf = (looks: Looks) => [...new Set(judgeAll(looks).flatMap(({ ids }) => ids))];
const lastIdsOf = (looks: Looks) => judgeAll(looks).at(-1)?.ids;
const MINUTE_MS = 60_000;

describe('what is heard for a minute', () => {
  test.each<[string, Source, CueId[]]>([
    ['talk in a quiet room', together(talk(-26), room()), []],
    ['loud talk', together(talk(-12), room()), []],
    ['soft talk that is well', together(talk(-36), room()), []],
    ['talk that is too soft', together(talk(-48), room()), ['too-quiet']],
    ['a whisper as soft', together(talk(-48, { tone: 0.2 }), room()), []],
    ['slow talk with pauses of 5 s', together(talk(-26, { pauseMs: 5_000 }), room()), []],
    ['a fan 5 dB below the talk', together(talk(-26), lasting(-31)), ['noisy']],
    ['a hum 5 dB below the talk', together(talk(-26), lasting(-31, { voice: 1 })), ['noisy']],
    ['a fan 16 dB below the talk', together(talk(-26), lasting(-42)), []],
    ['a hum 16 dB below the talk', together(talk(-26), lasting(-42, { voice: 1 })), []],
    ['typing as loud as the talk', together(talk(-26), knocks(-24), room()), []],
    ['typing alone', together(knocks(-24), room()), []],
    ['nobody, and a loud fan', lasting(-30), []],
    ['nobody, in a quiet room', room(), []],
  ])('%s: %j', (_name, source, ids) => {
    expect(idsOf(listen(source, 0, MINUTE_MS))).toEqual(ids);
  });
});

describe('the ratio of speech to noise', () => {
  const snrOf = (source: Source) => {
    let memory = NO_SOUND;
    let snrDb: number | undefined;
    for (const { atMs, said } of listen(source, 0, 30_000)) {
      const updated = updateSoundSignals(memory, said, atMs);
      memory = updated.memory;
      snrDb = updated.signals.speech?.snrDb;
    }
    return snrDb ?? Number.NaN;
  };
  // The talk's swings make it some 2 dB louder than its mean level.
  const SWING_DB = snrOf(together(talk(-26), lasting(-66))) - 40;

  test.each([0, 5, 10, 15, 20, 25])('of %d dB, over a fan and over a hum', (snrDb) => {
    for (const voice of [0, 1]) {
      const measured = snrOf(together(talk(-26), lasting(-26 - snrDb, { voice })));
      expect(Math.abs(measured - SWING_DB - snrDb)).toBeLessThan(2);
    }
  });
});

test('noise goes with its cause, within the window', () => {
  const source: Source = (atMs) => together(talk(-26), atMs < 30_000 ? lasting(-30) : room())(atMs);
  const judged = judgeAll(listen(source, 0, MINUTE_MS));
  const at = (ms: number) => judged.find(({ atMs }) => atMs === ms)?.ids;
  expect(at(20_000)).toEqual(['noisy']);
  expect(at(30_000)).toEqual(['noisy']);
  expect(at(52_000)).toEqual([]);
});

describe('no sound', () => {
  const onsetMs = (looks: Looks, fromMs: number) =>
    (judgeAll(looks).find(({ atMs, ids }) => atMs > fromMs && ids.includes('no-sound'))?.atMs ??
      Number.POSITIVE_INFINITY) - fromMs;
  const until = (ms: number, before: Source, after: Source): Source => {
    return (atMs) => (atMs <= ms ? before : after)(atMs);
  };
  const spoken = together(talk(-26), room());
  /** Gives nothing between words. */
  const closing = talk(-26);

  test('nothing from the start is said within 1.5 s', () => {
    expect(onsetMs(listen(silence, 0, 5_000), 0)).toBeLessThanOrEqual(1_500);
  });

  test('a microphone that was open all along is missed as soon', () => {
    const looks = listen(until(20_000, spoken, silence), 0, 25_000);
    expect(onsetMs(looks, 20_000)).toBeLessThanOrEqual(1_500);
  });

  test('it is over within 1 s', () => {
    const looks = listen(until(10_000, silence, spoken), 0, 12_000);
    const judged = judgeAll(looks);
    expect(judged.find(({ atMs }) => atMs === 10_000)?.ids).toEqual(['no-sound']);
    expect(judged.find(({ atMs }) => atMs === 11_000)?.ids).toEqual([]);
  });

  test.each([1_200, 5_000])(
    'one that closes in pauses of %d ms is not missed in them',
    (pauseMs) => {
      expect(idsOf(listen(talk(-26, { pauseMs }), 0, 2 * MINUTE_MS))).toEqual([]);
    },
  );

  test('but is when it stays silent for long', () => {
    const looks = listen(until(30_000, closing, silence), 0, 45_000);
    const ms = onsetMs(looks, 30_000);
    expect(ms).toBeGreaterThan(5_000);
    expect(ms).toBeLessThanOrEqual(10_000);
  });

  test('a quiet room is not nothing', () => {
    expect(idsOf(listen(lasting(-80), 0, MINUTE_MS))).toEqual([]);
  });

  test('muted on purpose nothing holds, not even what held', () => {
    const judge = createSoundJudge();
    for (const { atMs, said } of listen(silence, 0, 5_000)) judge.observe(said, atMs);
    expect(idsIn(judge.observe(null, 5_200))).toEqual([]);
    expect(idsIn(judge.observe(null, 9_000))).toEqual([]);
    const [again] = listen(silence, 9_000, 9_200);
    expect(again && idsIn(judge.observe(again.said, again.atMs)), 'begins anew').toEqual([]);
  });
});

describe('an echo', () => {
  const SEEDS = [1, 2];
  const LENGTH_MS = 54_000;
  /** A packet's level is known some time after it was heard. */
  const farOf = (dbfsAt: (atMs: number) => number) => (atMs: number) => ({
    atMs: atMs - 70,
    dbfs: dbfsAt(atMs - 70),
  });
  const echoOf = (dbfsAt: (atMs: number) => number, delayMs: number, gainDb: number): Source => {
    return (atMs) => ({ dbfs: dbfsAt(atMs - delayMs) + gainDb, voice: 0.9, tone: 0.9 });
  };
  /** The patient, in the far end's pauses. */
  const answers = (seed: number): Source => {
    const own = talk(-26, { seed });
    return (atMs) => (Math.floor(atMs / 6_000) % 2 === 1 ? own(atMs) : silence(atMs));
  };

  test.each([
    [0, -6],
    [60, -10],
    [200, -20],
    [400, -10],
  ])('of %d ms and %d dB is known', (delayMs, gainDb) => {
    for (const seed of SEEDS) {
      const far = farTalk(createRandom(seed), LENGTH_MS);
      const heard = together(answers(seed), echoOf(far, delayMs, gainDb), room(seed));
      expect(lastIdsOf(listen(heard, 0, LENGTH_MS, farOf(far))), `seed ${seed}`).toEqual(['echo']);
    }
  });

  /** As a computer that cannot keep up: in each look some of the sound has gone by unread, in every twentieth all of it. */
  const withLosses = (looks: ReturnType<typeof listen>, lost: number) =>
    looks.map(({ atMs, said }, i) => ({
      atMs,
      said: {
        ...said,
        frames: i % 20 === 0 ? [] : said.frames.slice(i % (lost + 1)),
        hasGap: i % 20 === 1,
      },
    }));

  test('is known where a fifth of the sound is lost', () => {
    for (const seed of SEEDS) {
      const far = farTalk(createRandom(seed), LENGTH_MS);
      const heard = together(answers(seed), echoOf(far, 60, -10), room(seed));
      const looks = withLosses(listen(heard, 0, LENGTH_MS, farOf(far)), 3);
      expect(lastIdsOf(looks), `seed ${seed}`).toEqual(['echo']);
    }
  });

  test.each<[string, (seed: number) => Source]>([
    ['who listens and answers', (seed) => together(answers(seed), room(seed))],
    ['who talks all the time', (seed) => together(talk(-26, { seed }), room(seed))],
    [
      'who sits beside another loudspeaker',
      (seed) => together(echoOf(farTalk(createRandom(seed + 50), LENGTH_MS), 0, -6), room(seed)),
    ],
  ])('is not there for one %s', (_name, own) => {
    for (const seed of SEEDS) {
      const far = farTalk(createRandom(seed), LENGTH_MS);
      const ids = idsOf(listen(own(seed), 0, LENGTH_MS, farOf(far)));
      expect(ids, `seed ${seed}`).not.toContain('echo');
    }
  });

  test('is not known where the far end is not', () => {
    const far = farTalk(createRandom(1), LENGTH_MS);
    const heard = together(echoOf(far, 60, -6), room());
    expect(idsOf(listen(heard, 0, LENGTH_MS))).not.toContain('echo');
  });
});
