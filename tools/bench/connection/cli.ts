/**
 * npm run bench:connection [-- --judge-only] [--again] [--quick] [--only=<part of a call's name>]
 *
 * Real calls over a bad line, and what the product makes of their statistics. Traces are kept: a call that was traced with
 * these sources and browsers is not held again, unless `--again` says so.
 */
import { whyNoLink } from '../../link/link.ts';
import { browserVersion, report } from '../report.ts';
import { type BrowserKind, CALLS, type Call, QUICK_CALLS } from './calls.ts';
import { reportOf } from './report-of.ts';
import { type JudgedCall, judgeCall } from './results.ts';
import { runCall } from './run-call.ts';
import { buildSite } from './site.ts';
import { readTrace, writeTrace } from './store.ts';

const args = process.argv.slice(2);
const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length) ?? '';
const all = args.includes('--quick') ? QUICK_CALLS : CALLS;
const wanted = all.filter(({ name }) => name.includes(only));
if (wanted.length === 0) throw new Error(`--only=${only}: no call has that in its name.`);

if (!args.includes('--judge-only')) await holdCalls(args.includes('--again'));
const judged = await judgeAll();
if (judged.length === 0) throw new Error('Nothing is traced yet: run it without --judge-only.');
const isPart = all !== CALLS || judged.length < CALLS.length;
const kinds = new Set<BrowserKind>(judged.flatMap(({ call }) => call.parties));
await report({
  ...reportOf(judged, isPart),
  // A part of the bench never overwrites the whole one's figures.
  name: isPart ? 'connection-part' : 'connection',
  browsers: [...kinds].map(browserVersion),
});

async function holdCalls(again: boolean): Promise<void> {
  const missing: Call[] = [];
  for (const call of wanted) if (again || !(await readTrace(call))) missing.push(call);
  if (missing.length === 0) return;
  const whyNot = whyNoLink();
  if (whyNot) throw new Error(`NOT MEASURED: no line between two namespaces here (${whyNot}).`);
  const steps = missing.flatMap((call) => call.steps);
  const seconds = steps.reduce((sum, step) => sum + step.seconds, 0);
  console.log(`${missing.length} calls, ${Math.ceil(seconds / 60)} minutes.`);
  const site = await buildSite();
  for (const call of missing) {
    console.log(call.name);
    await writeTrace(call, await runCall(call, site));
  }
}

async function judgeAll(): Promise<JudgedCall[]> {
  const calls: JudgedCall[] = [];
  for (const call of wanted) {
    const stored = await readTrace(call);
    if (stored) calls.push(judgeCall(call, stored.trace));
    else console.log(`${call.name} has no trace of these sources and is left out.`);
  }
  return calls;
}
