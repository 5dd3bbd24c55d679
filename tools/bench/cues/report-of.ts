import { markdownTable, type Report } from '../report.ts';
import type { AngleErrors } from './angles.ts';
import { BENCHED_IDS, type BenchedId } from './benched.ts';
import type { Peer } from './peers.ts';
import { type CueFigures, type Faults, type Figures, nameOf, round } from './results.ts';
import { LIMITS_MS } from './score.ts';
import type { ClipsResult } from './trace-clips.ts';

/** Issue 3, "What it must show". */
const TARGETS = {
  positives: 50,
  negatives: 200,
  goodMinutes: 40,
  precision: 0.98,
  recall: 0.95,
  falseCuesPer10Min: 1,
  elevationMeanDeg: 2,
  elevationP95Deg: 4,
} as const;

export interface Outcome {
  readonly figures: Figures;
  readonly faults: Faults;
  readonly angles: AngleErrors;
  readonly bodies: readonly string[];
  readonly neutral: readonly string[];
  readonly clips: ClipsResult | null;
  readonly peers: readonly { readonly peer: Peer; readonly figures: Figures }[];
  readonly scenarios: number;
  readonly looks: number;
  readonly partial: boolean;
}

const COLUMNS = [
  'cue',
  'class',
  'positives',
  'negatives',
  'precision',
  'recall',
  'hold, median',
  'p95',
  'clear, median',
  'p95',
] as const;

export function reportOf(outcome: Outcome): Omit<Report, 'name' | 'browsers'> {
  const { figures, angles, clips, partial } = outcome;
  const { cues } = figures;
  return {
    title: `Picture cues, judged against the truth${partial ? ' (a part of the bench)' : ''}`,
    how: `The rendered sitter in ${outcome.scenarios} seeded scenarios, ${outcome.looks} looks by the real vision code at the coach's own pace, judged by the real
judge before cooldown and budgets. A positive is a stretch in which the cue's cause is there for sure; a negative is a scenario in
which it never is. Times, in ms, count from the first camera frame (30 a second) past the threshold, whether it was looked at or not, to
the capture of the look that makes the cue hold, and from the first good one to the look that ends it. Between the two truths
nothing is scored (tools/bench/cues/truth.ts).`,
    columns: COLUMNS,
    rows: rowsOf(cues),
    targets: targetsOf(outcome),
    more: [
      summary(outcome),
      peersText(outcome.peers),
      ...faultsText(outcome),
      clips
        ? ''
        : 'The labelled clips are not judged: there is no folder of them here, or a part of the bench was asked for.',
    ]
      .filter(Boolean)
      .join('\n\n'),
    figures: {
      ...figures,
      elevationDeg: rounded(angles.elevationDeg),
      azimuthDeg: rounded(angles.azimuthDeg),
      rollDeg: rounded(angles.rollDeg),
      neutral: { faults: outcome.neutral },
      clips: clips ?? { missed: [], unexpected: [], skipped: true },
      bodies: { unexpected: outcome.bodies },
      peers: Object.fromEntries(
        outcome.peers.map(({ peer, figures: theirs }) => [
          peer.name,
          { source: peer.source, rule: peer.rule, ...theirs },
        ]),
      ),
    },
    raw: outcome.faults,
  };
}

function rowsOf(cues: Figures['cues']): (string | number)[][] {
  return (Object.entries(cues) as [BenchedId, CueFigures][]).map(([id, cue]) => [
    id,
    cue.class,
    cue.positives,
    cue.negatives,
    cue.precision.toFixed(3),
    cue.recall.toFixed(3),
    ...[cue.holdMedianMs, cue.holdP95Ms, cue.clearMedianMs, cue.clearP95Ms].map((ms) => ms ?? '-'),
  ]);
}

function targetsOf({ figures, angles, clips, bodies, neutral }: Outcome): Report['targets'] {
  const { cues, worst, fairness } = figures;
  const every = (met: (cue: CueFigures) => boolean) =>
    BENCHED_IDS.every((id) => {
      const cue = cues[id];
      return cue !== undefined && met(cue);
    });
  const within = (ms: number | null | undefined, limit: number) => ms != null && ms <= limit;
  const { fastHoldP95Ms, fastClearP95Ms, slowHoldP95Ms, slowClearP95Ms } = worst;
  return [
    {
      what: `at least ${TARGETS.positives} positives and ${TARGETS.negatives} negatives, every cue; ${TARGETS.goodMinutes} minutes of good picture`,
      met:
        every((cue) => cue.positives >= TARGETS.positives && cue.negatives >= TARGETS.negatives) &&
        figures.goodMinutes >= TARGETS.goodMinutes,
    },
    {
      what: `precision at least ${TARGETS.precision}, recall at least ${TARGETS.recall}, every cue`,
      met: every((cue) => cue.precision >= TARGETS.precision && cue.recall >= TARGETS.recall),
    },
    {
      what: `fast cues hold within ${LIMITS_MS.fast.hold} ms and clear within ${LIMITS_MS.fast.clear}, p95 (${fastHoldP95Ms}, ${fastClearP95Ms})`,
      met:
        within(fastHoldP95Ms, LIMITS_MS.fast.hold) && within(fastClearP95Ms, LIMITS_MS.fast.clear),
    },
    {
      what: `slow cues hold within ${LIMITS_MS.slow.hold} ms and clear within ${LIMITS_MS.slow.clear}, p95 (${slowHoldP95Ms}, ${slowClearP95Ms})`,
      met:
        within(slowHoldP95Ms, LIMITS_MS.slow.hold) && within(slowClearP95Ms, LIMITS_MS.slow.clear),
    },
    {
      what: `false cues in good picture at most ${TARGETS.falseCuesPer10Min} in 10 minutes (${figures.falseCuesPer10Min})`,
      met: figures.falseCuesPer10Min <= TARGETS.falseCuesPer10Min,
    },
    {
      what: `flicker under a steady picture 0 (${figures.flickerPerMin} a minute)`,
      met: figures.flickerPerMin === 0,
    },
    {
      what: `too-dark over ten skin tones: false in good light ${fairness.falseTooDark}, missed in the dark ${fairness.missedTooDark}`,
      met: fairness.falseTooDark === 0 && fairness.missedTooDark === 0,
    },
    {
      what: `camera elevation error at most ${TARGETS.elevationMeanDeg} degrees, p95 ${TARGETS.elevationP95Deg} (${angles.elevationDeg.mean.toFixed(1)}, ${angles.elevationDeg.p95.toFixed(1)})`,
      met:
        angles.elevationDeg.mean <= TARGETS.elevationMeanDeg &&
        angles.elevationDeg.p95 <= TARGETS.elevationP95Deg,
    },
    {
      what: `ten heads with a neutral, camera moved 10 degrees: the right cue every time (${neutral.length} faults)`,
      met: neutral.length === 0,
    },
    { what: `bodies that cannot comply: no cue (${bodies.length} came)`, met: bodies.length === 0 },
    {
      what: clips
        ? `${clips.clips} labelled clips: every must holds, nothing else does (${clips.missed.length} missed, ${clips.unexpected.length} unexpected)`
        : 'labelled clips (not judged)',
      met: clips !== null && clips.missed.length + clips.unexpected.length === 0,
    },
  ];
}

function summary({ figures, angles }: Outcome): string {
  const error = (name: string, { mean, p95, looks }: AngleErrors['rollDeg']) => [
    name,
    mean.toFixed(1),
    p95.toFixed(1),
    looks,
  ];
  return `Good picture: ${figures.goodMinutes} minutes, ${figures.falseCuesPer10Min} false cues in 10 minutes; flicker ${figures.flickerPerMin} changes a minute.

Angles against the truth, each look by itself, camera from -30 to +30 degrees, ten heads:

${markdownTable([
  ['angle', 'error, mean (degrees)', 'p95', 'looks'],
  error('camera elevation', angles.elevationDeg),
  error('turned from the camera', angles.azimuthDeg),
  error('roll', angles.rollDeg),
])}`;
}

function peersText(peers: Outcome['peers']): string {
  const rows = peers.flatMap(({ peer, figures }) =>
    rowsOf(figures.cues).map((row, i) => [
      i === 0 ? peer.name : '',
      ...row.filter((_, column) => column !== 1),
      i === 0 ? figures.falseCuesPer10Min : '',
    ]),
  );
  const columns = COLUMNS.filter((name) => name !== 'class');
  const rules = peers.map(({ peer }) => `- ${peer.name}: ${peer.rule} (${peer.source})`);
  return `The rules that others publish, on the same frames, with our times for fast cues:

${markdownTable([['rule', ...columns, 'false in 10 min of good picture'], ...rows])}

${rules.join('\n')}`;
}

/** So many of each are named; the JSON has them all. */
const NAMED = 25;

function faultsText({ faults, bodies, neutral, clips }: Outcome): string[] {
  const list = (title: string, names: readonly string[]) =>
    names.length === 0
      ? ''
      : `${title}:\n\n${names
          .slice(0, NAMED)
          .map((name) => `- ${name}`)
          .join('\n')}${names.length > NAMED ? `\n- and ${names.length - NAMED} more` : ''}`;
  return [
    list('Missed', faults.missed.map(nameOf)),
    list('Held without a reason', faults.wrong.map(nameOf)),
    list(
      'Later than declared',
      faults.late.map((late) => `${nameOf(late)}: ${late.what} took ${late.tookMs} ms`),
    ),
    list('Flickered', faults.flicker.map(nameOf)),
    list('Bodies that cannot comply, and what came', bodies),
    list('Heads with a neutral', neutral),
    list('Clips, missed', clips?.missed ?? []),
    list('Clips, unexpected', clips?.unexpected ?? []),
  ];
}

function rounded({ mean, p95, looks }: AngleErrors['rollDeg']) {
  return { mean: round(mean, 2), p95: round(p95, 2), looks };
}
