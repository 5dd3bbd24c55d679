/**
 * npx tsx tools/bench/cues/timeline.ts <scenario> [field of the face or the picture ...]
 *
 * What a traced scenario's looks say, one line each: what holds ("-": the product did not look), what is true ("?": not
 * scored), and the fields asked for, such as `cameraElevationDeg`, `focus`, `changeLuma`.
 */
import { judgeTrace } from './judge.ts';
import type { TracedLook } from './page/scenario.ts';
import { allScenarios } from './scenarios/index.ts';
import { openStore } from './store.ts';
import { traceKey } from './trace.ts';
import { FRAME_MS, truthOf } from './truth.ts';

const [name, ...fields] = process.argv.slice(2);
const scenario = allScenarios().find((one) => one.name === name);
if (!scenario) throw new Error(`There is no scenario of the name ${name}.`);
const stored = await (await openStore()).read<TracedLook>(traceKey(scenario));
if (!stored) throw new Error(`${name} is not traced: npm run bench:cues -- --only=${name}`);

console.log(JSON.stringify({ ...scenario.picture, ...scenario.base }));
console.log(JSON.stringify(scenario.steps));
const truth = truthOf(scenario);
const judged = new Map(judgeTrace(scenario, stored.looks).map((look) => [look.atMs, look.holding]));
for (const { observation } of stored.looks) {
  const atMs = observation.capturedAtMs;
  const holding = judged.get(atMs);
  const of = truth[Math.min(truth.length - 1, Math.round(atMs / FRAME_MS))]?.of ?? {};
  const wrong = Object.entries(of).flatMap(([id, is]) =>
    is === 'good' ? [] : [is === 'may' ? `${id}?` : id],
  );
  const values: Record<string, unknown> = { ...observation.picture, ...observation.faces?.[0] };
  const seen = observation.faces === null ? 'not looked' : `${observation.faces.length} faces`;
  console.log(
    atMs,
    holding ? `[${holding.map(({ id }) => id).join(' ')}]` : '-',
    `true: ${wrong.join(' ')};`,
    `${seen};`,
    fields.map((field) => `${field} ${JSON.stringify(values[field])}`).join(' '),
  );
}
