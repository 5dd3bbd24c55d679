/**
 * How well the sound's cues and its ratio of speech to noise agree with what is known of the sound.
 * `npm run bench:sound [-- --every=4] [-- --only=echo]`
 */
import { createSoundJudge } from '../../../utils/sound/judge.ts';
import { NO_SOUND, updateSoundSignals } from '../../../utils/sound/signals.ts';
import { markdownTable, numberOption, report } from '../report.ts';
import { type Scenario, SOUND_CUE_IDS } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';
import {
  byGroup,
  type Case,
  CLEARS_WITHIN_S,
  type CueScore,
  falseCues,
  HOLDS_WITHIN_S,
  type JudgedLook,
  percentile,
  precision,
  ratio,
  recall,
  scoreCue,
  snrErrorsDb,
} from './score.ts';
import { traceOf } from './trace.ts';

const CUE_AT_LEAST = 0.95;
const SNR_ERROR_DB = 3;
const SNR_FROM_DB = 0;
const SNR_TO_DB = 25;
/** Speech counts as clipped from this share of its samples at the end of the scale. */
const CLIPPED_RATIO = 0.001;

const every = numberOption('every', 1);
const only = process.argv.find((argument) => argument.startsWith('--only='))?.split('=')[1] ?? '';
const isPart = every > 1 || only !== '';
const scenarios = SCENARIOS.filter(
  ({ group, name }, i) => i % every === 0 && `${group}: ${name}`.includes(only),
);

const cases: Case[] = [];
for (const scenario of scenarios) {
  cases.push(await judge(scenario));
  if (cases.length % 25 === 0) console.log(`${cases.length} of ${scenarios.length} scenarios`);
}

const scores = SOUND_CUE_IDS.map((id) => ({ id, ...scoreCue(id, cases) }));
const errorsDb = snrErrorsDb(cases, SNR_FROM_DB, SNR_TO_DB);
const p95Db = percentile(errorsDb, 0.95);
const groups = byGroup(cases);
const inGroup = (name: string) => groups.find(({ group }) => group === name)?.cases ?? [];
const clean = inGroup('clean speech, 10 minutes');
const falsePer10Min = falseCues(clean) / Math.max(1, clean.length);
const voices = inGroup('other voices');
const unexpected = falseCues(voices) + falseCues(inGroup('passing sounds'));
const clipped = cases.filter(({ scenario }) => scenario.isClipped);
const unclipped = cases.filter(({ scenario }) => !scenario.isClipped);
const seenClipped = (some: readonly Case[]) =>
  some.filter(({ judged }) => (judged.at(-1)?.clippedRatio ?? 0) >= CLIPPED_RATIO).length;

await report({
  name: isPart ? 'sound-part' : 'sound',
  title: 'Sound: what is heard, and what is said of it',
  how: `espeak-ng speaks in eight voices, Swedish and English; sox makes the noises. The product's own listener (RNNoise
and arithmetic) hears them in looks of 200 ms at 48 kHz, the judge says which cues hold. Levels are set after ITU-T P.56
(active speech) and by mean power (noise). ${cases.length} scenarios of 30 s to 10 minutes; each counts once a cue: a hit where the
cue holds in time and for nine tenths of what is left, wrong where it holds at any time without its cause. Between the
edges (SNR of 10 dB, speech of -41 dBFS) nobody is asked. Drawn voices in computed rooms: no person has been recorded.`,
  columns: [
    'cue',
    'scenarios with',
    'without',
    'precision',
    'recall',
    'held after at most, s',
    'over after at most, s',
  ],
  rows: scores.map((score) => [
    score.id,
    score.positives,
    score.negatives,
    precision(score).toFixed(3),
    recall(score).toFixed(3),
    worst(score.holdS),
    worst(score.clearS),
  ]),
  targets: [
    ...scores.flatMap((score) => [
      { what: `${score.id}: precision ${CUE_AT_LEAST}`, met: precision(score) >= CUE_AT_LEAST },
      {
        what: `${score.id}: recall ${CUE_AT_LEAST}, within ${HOLDS_WITHIN_S[score.id]} s`,
        met: recall(score) >= CUE_AT_LEAST,
      },
    ]),
    {
      what: `no-sound: over within ${CLEARS_WITHIN_S['no-sound']} s`,
      met: scores.every(({ id, clearS }) => id !== 'no-sound' || clearsInTime(clearS)),
    },
    {
      what: `SNR of ${SNR_FROM_DB} to ${SNR_TO_DB} dB: 95 of 100 looks within ${SNR_ERROR_DB} dB`,
      met: p95Db <= SNR_ERROR_DB,
    },
    { what: 'no false cue in 10 minutes of clean speech', met: falsePer10Min === 0 },
    { what: 'no cue for other voices and passing sounds', met: unexpected === 0 },
  ],
  more: [
    `The ratio of speech to noise is off by ${p95Db.toFixed(1)} dB in the worst of 20 looks (${errorsDb.length} looks of the second
half of each scenario with noise behind speech).`,
    markdownTable([
      ['noise', ...snrColumns()],
      ...['white', 'hum', 'babble', 'music', 'typing'].map((noise) => [
        noise,
        ...snrColumns().map((snrDb) => middle(noise, snrDb)),
      ]),
    ]),
    'Mean measured less true, dB, by noise and true ratio.',
    markdownTable([
      ['what is heard', 'scenarios', 'false cues'],
      ...groups.map(({ group, cases: some }) => [group, some.length, falseCues(some)]),
    ]),
    `Clipped speech is seen as such (${1000 * CLIPPED_RATIO} of 1,000 samples) in ${seenClipped(clipped)} of ${clipped.length} scenarios, other sound in
${seenClipped(unclipped)} of ${unclipped.length}. No cue speaks of it.`,
    ...scores.flatMap(wentWrong),
  ].join('\n\n'),
  figures: {
    cues: Object.fromEntries(
      scores.map((score) => [score.id, { precision: precision(score), recall: recall(score) }]),
    ),
    snrErrorDb: { p95: p95Db },
    falseCuesPer10Min: falsePer10Min,
    voices: { unexpected },
    clipped: {
      precision: ratio(seenClipped(clipped), seenClipped(clipped) + seenClipped(unclipped)),
      recall: ratio(seenClipped(clipped), clipped.length),
    },
  },
  browsers: ['no browser'],
  raw: cases.map(({ scenario, judged }) => ({
    group: scenario.group,
    name: scenario.name,
    held: [...new Set(judged.flatMap(({ holding }) => holding))],
    snrDb: rounded(judged.at(-1)?.snrDb),
    speechDbfs: rounded(judged.at(-1)?.speechDbfs),
  })),
});

async function judge(scenario: Scenario): Promise<Case> {
  const soundJudge = createSoundJudge();
  let memory = NO_SOUND;
  const judged = (await traceOf(scenario)).map(({ atMs, said }): JudgedLook => {
    const updated = updateSoundSignals(memory, said, atMs);
    memory = updated.memory;
    const { speech, clippedRatio } = updated.signals;
    return {
      atMs,
      holding: soundJudge.observe(said, atMs).holding.map(({ id }) => id),
      speechDbfs: speech?.speechDbfs ?? null,
      snrDb: speech?.snrDb ?? null,
      clippedRatio,
    };
  });
  return { scenario, judged };
}

function worst(seconds: readonly number[]): string {
  return seconds.length === 0 ? '-' : Math.max(...seconds).toFixed(1);
}

function clearsInTime(clearS: readonly number[]): boolean {
  return clearS.every((seconds) => seconds <= CLEARS_WITHIN_S['no-sound']);
}

function snrColumns(): number[] {
  return [...new Set(cases.flatMap(({ scenario: { snrDb } }) => snrDb ?? []))].sort(
    (a, b) => a - b,
  );
}

function middle(noise: string, snrDb: number): string {
  const of = cases.filter(({ scenario }) => scenario.name.endsWith(`, ${noise}, ${snrDb} dB`));
  const errors = snrErrorsDb(of, snrDb, snrDb);
  const sum = errors.reduce((all, one) => all + one, 0);
  return errors.length === 0 ? '-' : (sum / errors.length).toFixed(1);
}

function wentWrong({ id, missed, wrong }: CueScore & { id: string }): string[] {
  const list = (what: string, names: readonly string[]) =>
    names.length === 0 ? [] : [`${id}, ${what}: ${names.join('; ')}.`];
  return [...list('missed', missed), ...list('wrong', wrong)];
}

function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Math.round(10 * value) / 10;
}
