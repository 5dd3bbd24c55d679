/**
 * npx tsx tools/bench/cues/picture.ts <scenario> <seconds> <file.jpg>
 *
 * One frame of a scenario, for whoever doubts its truth or its judgement.
 */
import { writeFile } from 'node:fs/promises';
import { allScenarios } from './scenarios/index.ts';
import { startTraceSite } from './trace-page.ts';

const [name, seconds, file] = process.argv.slice(2);
const scenario = allScenarios().find((one) => one.name === name);
if (!scenario || !seconds || !file) {
  console.error('usage: npx tsx tools/bench/cues/picture.ts <scenario> <seconds> <file.jpg>');
  process.exit(2);
}

const site = await startTraceSite();
try {
  const page = await site.open('scenario');
  const url = await page.evaluate(([one, atMs]) => window.pictureOf(one, atMs), [
    scenario,
    Number(seconds) * 1000,
  ] as const);
  await writeFile(file, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  console.log(`${file}: ${JSON.stringify({ ...scenario.base, ...scenario.picture })}`);
} finally {
  await site.close();
}
