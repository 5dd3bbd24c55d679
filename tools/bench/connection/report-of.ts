import { markdownTable, median, type Report } from '../report.ts';
import { measuredOf, type Ways } from './as-set.ts';
import { LOOK_EVERY_MS } from './look.ts';
import type { JudgedLook } from './replay.ts';
import { type Figures, faultsOf, figuresOf, type JudgedCall, stepsOf } from './results.ts';
import { CUE_IDS, type StepScore, WITHIN_S } from './score.ts';
import { toldFields } from './told.ts';

const COLUMNS = [
  'call',
  'line',
  'loss set, %',
  'measured',
  'read',
  'round trip set, ms',
  'measured',
  'read',
  'rate set, kbit/s',
  'carried',
  'must hold',
  'held after, s',
  'gone after, s',
  'else held',
] as const;

export function reportOf(
  calls: readonly JudgedCall[],
  isPart: boolean,
): Omit<Report, 'name' | 'browsers'> {
  const figures = figuresOf(calls);
  const faults = faultsOf(calls);
  return {
    title: `The connection's cues, in real calls over a bad line${isPart ? ' (a part of the bench)' : ''}`,
    how: `Two browsers, each in a network namespace of its own, call each other over tools/link. Each end looks at its own
RTCPeerConnection every ${LOOK_EVERY_MS / 1000} s and reads it with the product's code, as the coach would; each pair of values is end a, end b, or the way
a to b, b to a. Seconds count from when the line was as set. "Measured" and "carried" are the link's own counts (the round trip is the
mean of all packets both ways, a queue's time included); "read" is what the browsers' statistics say of it (loss: sent, received, of
end a; round trip: median). On every line without a cue that must hold nothing may, 1 % loss included, with two exceptions, both by the link's own counts: where a narrow line's queue overflows,
connection-unstable is true as well; and a step in which the call no longer sends (after 30 s without an answer it is given up) is not
asked.`,
    columns: COLUMNS,
    rows: calls.flatMap(rowsOf),
    targets: targetsOf(figures, faults.link),
    more: [
      replayed(calls),
      toldText(calls),
      list('What went wrong', faults.heard),
      list('The link was not as set', faults.link),
    ]
      .filter(Boolean)
      .join('\n\n'),
    figures: { ...figures },
    raw: calls.map(({ call, trace, scores }) => ({
      call: call.name,
      parties: call.parties,
      steps: stepsOf(call, trace).map((traced, i) => ({
        line: traced.step.line,
        name: traced.step.name,
        measured: measuredOf(traced),
        scores: scores.map((party) => {
          const { step: _step, ...score } = party[i] as StepScore;
          return score;
        }),
      })),
    })),
  };
}

function rowsOf({ call, trace, judged, scores }: JudgedCall): (string | number)[][] {
  return stepsOf(call, trace).map((traced, i) => {
    const { line, name, notAsked } = traced.step;
    const measured = measuredOf(traced);
    const of = scores.map((party) => party[i] as StepScore);
    const during = judged.map((looks) =>
      looks.filter(({ atMs }) => atMs >= traced.fromMs && atMs < traced.toMs),
    );
    const must = [...new Set(of.map((score) => score.must).filter((id) => id !== null))];
    return [
      i === 0 ? call.name : '',
      name,
      percent(line.lossRatio),
      line.cut ? 'all' : ways(measured.lossRatio, percent),
      readLoss(during[0] ?? []),
      line.roundTripMs,
      measured.roundTripMs === null ? '-' : measured.roundTripMs.toFixed(0),
      pair(during.map(readRoundTripMs)),
      line.rateKbps ?? '-',
      ways(measured.kbps, (kbps) => kbps.toFixed(0)),
      must.join(', ') || (notAsked ? 'not asked' : 'none'),
      must.length > 0
        ? pair(of.map(({ onsetS, must: asked }) => (asked ? seconds(onsetS) : '·')))
        : '',
      of.some(({ cleared }) => cleared) ? pair(of.map(({ clearS }) => seconds(clearS))) : '',
      [...new Set(of.flatMap(({ others }) => others))].join(', '),
    ];
  });
}

const percent = (ratio: number) => (100 * ratio).toFixed(1).replace(/\.0$/, '');
const seconds = (value: number | null) => (value === null ? '-' : value.toFixed(1));
const pair = (values: readonly string[]) => values.join('; ');
const ways = (values: Ways, as: (value: number) => string) => pair(values.map(as));

/** All reports of the step together. */
function readLoss(looks: readonly JudgedLook[]): string {
  const shareOf = (way: 'sent' | 'received') => {
    const told = looks.flatMap(({ said }) => said[way].loss ?? []);
    const packets = told.reduce((sum, loss) => sum + loss.packets, 0);
    const lost = told.reduce((sum, loss) => sum + loss.ratio * loss.packets, 0);
    return packets === 0 ? '-' : percent(lost / packets);
  };
  return pair([shareOf('sent'), shareOf('received')]);
}

function readRoundTripMs(looks: readonly JudgedLook[]): string {
  const told = looks.flatMap(({ said }) => said.roundTripMs ?? []);
  return told.length === 0 ? '-' : median(told).toFixed(0);
}

function targetsOf(
  { cues, goodMinutes }: Figures,
  linkFaults: readonly string[],
): Report['targets'] {
  const within = (worstS: number | null) => worstS !== null && worstS <= WITHIN_S;
  return [
    ...CUE_IDS.flatMap((id) => {
      const { positives, missed, onsetS, clearS, falseAtGood } = cues[id];
      return [
        {
          what: `${id} holds within ${WITHIN_S} s, ${positives} times (missed ${missed}, worst ${onsetS} s)`,
          met: positives > 0 && within(onsetS),
        },
        { what: `${id} is gone within ${WITHIN_S} s (worst ${clearS} s)`, met: within(clearS) },
        {
          what: `${id} never on a good line, ${goodMinutes} minutes (${falseAtGood} times)`,
          met: falseAtGood === 0,
        },
      ];
    }),
    {
      what: `the link was as set in every step (${linkFaults.length} times not)`,
      met: linkFaults.length === 0,
    },
  ];
}

/** The pages read with the reader of their time; what is judged is read again from what the browsers said. */
function replayed(calls: readonly JudgedCall[]): string {
  const looks = calls.flatMap(({ judged }) => judged.flat()).length;
  const otherwise = calls.reduce((sum, one) => sum + one.readOtherwise, 0);
  return `Read again from the trace: ${looks} looks, of which the page itself read ${otherwise} otherwise.`;
}

function toldText(calls: readonly JudgedCall[]): string {
  const fields = toldFields(calls);
  const browsers = [...new Set(calls.flatMap(({ call }) => call.parties))].sort();
  const rows = fields.map(({ type, name, by }) => [
    type,
    name,
    ...browsers.map((browser) => (by.has(browser) ? 'yes' : '-')),
  ]);
  return `What is read of the statistics, and which browser told it at least once:\n\n${markdownTable([['entry', 'field', ...browsers], ...rows])}`;
}

function list(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? '' : `${title}:\n\n${entries.map((one) => `- ${one}`).join('\n')}`;
}
