/**
 * How often the coach speaks up in a visit of 20 minutes, and whether it ever does while somebody talks.
 * `npm run bench:calls [-- --seeds=50]`
 */
import type { CueId } from '../../../utils/cues/types.ts';
import { median, numberOption, report } from '../report.ts';
import { type CallResult, runCall, type ShownTip } from './run-call.ts';
import { KINDS, type Kind, scriptOf, UNMENDABLE } from './scripts.ts';

/** At most so many tips in a call, the worst of all seeds. */
const TARGETS: Readonly<Record<Kind, number>> = {
  good: 1,
  unmendable: 5,
  lively: 1,
  'lively, nobody speaks': 1,
};
/** Somebody begins so soon after a tip that it may as well have come a moment later. */
const SOON_MS = 500;

const seeds = numberOption('seeds', 50);
const play = async (kind: Kind) => {
  const calls: CallResult[] = [];
  for (let seed = 1; seed <= seeds; seed++) calls.push(await runCall(scriptOf(kind, seed)));
  return calls;
};
const results: Readonly<Record<Kind, readonly CallResult[]>> = {
  good: await play('good'),
  unmendable: await play('unmendable'),
  lively: await play('lively'),
  'lively, nobody speaks': await play('lively, nobody speaks'),
};

const tipsOf = (kind: Kind): readonly ShownTip[] => results[kind].flatMap(({ tips }) => tips);
const all = KINDS.flatMap(tipsOf);
const during = (tips: readonly ShownTip[]) => tips.filter(({ over }) => over !== 'nobody').length;
const counts = (kind: Kind) => results[kind].map(({ tips }) => tips.length);
const worst = (kind: Kind) => Math.max(...counts(kind));
const allHeld = results.unmendable.every(({ heldAtOnce }) => heldAtOnce.most >= UNMENDABLE.length);

await report({
  name: 'calls',
  title: 'Tips in a visit of 20 minutes',
  how: `The real coach (judge, speech, arbiter) is given what the overlay and the worker would give it: Observations
2 to 4 times a second, levels of both sides 5 times a second. Both talk after ITU-T P.59 with the long silences of a
visit besides, loud or softly, in a quiet room or with a fan. *good*: one who sits and talks. *unmendable*: ${UNMENDABLE.join(', ')} all
the time. *lively*: one who drinks, reads a list for 20 s, gestures, holds the hands before the face, shows the throat, stands up
and walks on request, all of it several times, in any order and at any distance, after 90 s in the waiting room. Each in ${seeds} seeds.
A tip is *during speech* when either side really speaks, by the script, in the moment in which it comes. What is counted
is the call, not the waiting room.`,
  columns: [
    'call',
    'tips a call: median',
    'worst',
    'calls by number of tips',
    'tips in all',
    'during speech',
    `followed by speech within ${SOON_MS / 1000} s`,
    'silence after a tip, median, s',
    'which',
  ],
  rows: KINDS.map((kind) => {
    const tips = tipsOf(kind);
    const soon = tips.filter(({ silenceLeftMs }) => silenceLeftMs < SOON_MS).length;
    const leftMs = median(tips.map(({ silenceLeftMs }) => silenceLeftMs));
    return [
      kind,
      median(counts(kind)),
      worst(kind),
      distribution(counts(kind)),
      tips.length,
      during(tips),
      tips.length === 0 ? '-' : `${Math.round((100 * soon) / tips.length)} %`,
      Number.isFinite(leftMs) ? (leftMs / 1000).toFixed(1) : '-',
      which(tips),
    ];
  }),
  targets: [
    ...KINDS.map((kind) => ({
      what: `${kind}: at most ${TARGETS[kind]} a call, worst of ${seeds}`,
      met: worst(kind) <= TARGETS[kind],
    })),
    { what: `no tip while either side speaks, of ${all.length}`, met: during(all) === 0 },
    {
      what: 'unmendable: all six causes hold at once in every call, so that the bench is no easy one',
      met: allHeld,
    },
  ],
  figures: {
    tipsPerCall: {
      good: worst('good'),
      unmendable: worst('unmendable'),
      lively: Math.max(worst('lively'), worst('lively, nobody speaks')),
    },
    tipsDuringSpeech: during(all),
  },
  browsers: ['no browser'],
  raw: KINDS.map((kind) => ({
    kind,
    calls: results[kind].map(({ tips }, seed) => ({ seed: seed + 1, tips: tips.map(inShort) })),
  })),
});

/** `0 x 48, 1 x 2` */
function distribution(values: readonly number[]): string {
  const times = new Map<number, number>();
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
  return [...times]
    .sort(([a], [b]) => a - b)
    .map(([value, count]) => `${value} x ${count}`)
    .join(', ');
}

function which(tips: readonly ShownTip[]): string {
  const times = new Map<CueId, number>();
  for (const { id } of tips) times.set(id, (times.get(id) ?? 0) + 1);
  const list = [...times].sort(([, a], [, b]) => b - a).map(([id, count]) => `${id} ${count}`);
  return list.join(', ') || '-';
}

function inShort({ id, atMs, over, intoSpeechMs, silenceLeftMs }: ShownTip): string {
  const left = Number.isFinite(silenceLeftMs) ? `${Math.round(silenceLeftMs)} ms` : 'nothing but';
  const when =
    over === 'nobody'
      ? `then ${left} silence`
      : `over the ${over}, ${intoSpeechMs.toFixed(1)} ms into speech`;
  return `${id} at ${(atMs / 1000).toFixed(1)} s, ${when}`;
}
