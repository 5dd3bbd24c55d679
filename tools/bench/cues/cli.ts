/**
 * npm run bench:cues [-- --judge-only] [--quick] [--every=N] [--only=<cue or part of a scenario's name>]
 *
 * The sitter in many seeded situations, looked at by the real vision code and judged by the real judge, held
 * against the known truth. Traces are kept: what did not change is not traced again.
 */
import { browserVersion, numberOption, report } from '../report.ts';
import { type AngleErrors, angleErrors } from './angles.ts';
import { judgeTrace } from './judge.ts';
import type { TracedLook } from './page/scenario.ts';
import { judgeAsPeer, PEERS } from './peers.ts';
import { reportOf } from './report-of.ts';
import { figuresOf, neutralFaults, unexpectedInBodies } from './results.ts';
import type { Scenario } from './scenario.ts';
import { allScenarios, someOf } from './scenarios/index.ts';
import type { Case } from './score.ts';
import { openStore, type Store } from './store.ts';
import { traceAll, traceKey } from './trace.ts';
import { judgeClips, traceClips } from './trace-clips.ts';
import { truthOf } from './truth.ts';

/** `--quick`: not ten, or it would always be the same skin tone. */
const QUICK_EVERY = 11;

const args = process.argv.slice(2);
const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
/** One scenario in so many. */
const every = numberOption('every', args.includes('--quick') ? QUICK_EVERY : 1);
const judgeOnly = args.includes('--judge-only');

const all = allScenarios().filter(({ name }) => only === undefined || name.includes(only));
const scenarios = every > 1 ? someOf(all, every) : all;
if (scenarios.length === 0) throw new Error(`--only=${only}: no scenario has that in its name`);
const withClips = only === undefined;

const store = await openStore();
if (!judgeOnly) {
  await traceAll(scenarios, store);
  if (withClips) await traceClips(store);
}

const startMs = Date.now();
const { cases, peerCases, angles, absent, stale } = await judgeAll(scenarios, store);
if (cases.length === 0) throw new Error('Nothing is traced yet: run it without --judge-only.');
if (absent > 0) console.log(`${absent} scenarios have no trace and are left out.`);
if (stale > 0)
  console.log(`${stale} traces were made by other sources of vision or sitter than these.`);
console.log(`Judged ${cases.length} traces in ${((Date.now() - startMs) / 1000).toFixed(1)} s.`);

const partial = every > 1 || only !== undefined || absent > 0 || stale > 0;
await report({
  ...reportOf({
    ...figuresOf(cases),
    angles,
    bodies: unexpectedInBodies(cases),
    neutral: neutralFaults(cases),
    clips: withClips ? await judgeClips(store) : null,
    peers: PEERS.map((peer, i) => ({ peer, ...figuresOf(peerCases[i] ?? [], peer.cues) })),
    scenarios: cases.length,
    looks: cases.reduce((sum, { judged }) => sum + judged.length, 0),
    partial,
  }),
  // A part of the bench never overwrites the whole one's figures.
  name: partial ? 'cues-part' : 'cues',
  browsers: [browserVersion('chromium')],
});

interface Judged {
  readonly cases: Case[];
  /** The same scenarios as each peer's rule judges them. */
  readonly peerCases: readonly Case[][];
  readonly angles: AngleErrors;
  readonly absent: number;
  readonly stale: number;
}

async function judgeAll(wanted: readonly Scenario[], from: Store): Promise<Judged> {
  const cases: Case[] = [];
  const peerCases: Case[][] = PEERS.map(() => []);
  const poses: { scenario: Scenario; looks: readonly TracedLook[] }[] = [];
  let [absent, stale] = [0, 0];
  for (const scenario of wanted) {
    const stored = await from.read<TracedLook>(traceKey(scenario));
    if (!stored) {
      absent++;
      continue;
    }
    if (stored.stale) stale++;
    const { looks } = stored;
    if (scenario.kind === 'elevation') {
      poses.push({ scenario, looks });
      continue;
    }
    const truth = truthOf(scenario);
    cases.push({ scenario, truth, judged: judgeTrace(scenario, looks) });
    for (const [i, peer] of PEERS.entries()) {
      peerCases[i]?.push({ scenario, truth, judged: judgeAsPeer(peer, looks) });
    }
  }
  return { cases, peerCases, angles: angleErrors(poses), absent, stale };
}
