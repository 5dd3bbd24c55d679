/**
 * npx tsx tools/traces/cli.ts [--camera] <clip…|--clips>
 *
 * Runs the real vision code over clips and writes what it saw, as Observations, to
 * node_modules/.cache/eyelevel/traces. `tools/traces/judge.ts` judges the traces in seconds.
 * --camera: 640 x 480 with padding, as Chromium's camera file shows a clip.
 */
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openPage, TRACES } from './browser.ts';
import { CLIPS, decode, LOOKS_PER_SECOND, readClips } from './clips.ts';

/** Long enough for slow cues (5 s), on a looped clip too. */
const SECONDS = Number(process.env.SECONDS ?? 15);

const args = process.argv.slice(2);
const camera = args.includes('--camera');
const labelled = args.includes('--clips') ? readClips() : [];
const named = args.filter((arg) => !arg.startsWith('--'));
const films = [
  ...labelled.map(({ file, loop }) => ({
    file: join(CLIPS, file),
    name: file,
    loop: loop ?? true,
  })),
  ...named.map((file) => ({ file: resolve(file), name: file, loop: true })),
];
if (films.length === 0) {
  console.error('usage: npx tsx tools/traces/cli.ts [--camera] <clip…|--clips>');
  process.exit(2);
}

const { page, offer, close } = await openPage('clips');
try {
  for (const { file, name, loop } of films) {
    const { bytes, ...sizes } = decode(file, SECONDS, loop, camera);
    const film = { url: offer(bytes), stepMs: 1000 / LOOKS_PER_SECOND, ...sizes };
    const { observations, inferenceMs } = await page.evaluate((f) => window.watch(f), film);
    const to = join(TRACES, `${camera ? 'camera-' : ''}${name.replaceAll('/', '_')}.json`);
    await writeFile(to, JSON.stringify(observations));
    const median = inferenceMs.sort((a, b) => a - b)[inferenceMs.length >> 1] ?? 0;
    console.log(`${name}: ${observations.length} looks, ${median.toFixed(0)} ms each`);
  }
} finally {
  await close();
}
