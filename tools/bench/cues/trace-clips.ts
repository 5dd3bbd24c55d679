import { join } from 'node:path';
import { createJudge } from '../../../utils/cues/judge.ts';
import type { Observation } from '../../../utils/observation.ts';
import { type ClipFaults, clipFaults } from './clip-faults.ts';
import { CLIPS, type Clip, decode, LOOKS_PER_SECOND, readClips } from './clips.ts';
import { keyOf, type Store } from './store.ts';
import { startTraceSite } from './trace-page.ts';

/** Long enough for slow cues (5 s), on a looped clip too. */
const SECONDS = 15;

const keyOfClip = ({ file }: Clip) => keyOf(`clip-${file}`, { file, SECONDS, LOOKS_PER_SECOND });

/** Runs the real vision code over every labelled clip that has no fresh trace. */
export async function traceClips(store: Store): Promise<void> {
  const missing: Clip[] = [];
  for (const clip of readClips() ?? []) {
    if (!(await store.isFresh(keyOfClip(clip)))) missing.push(clip);
  }
  if (missing.length === 0) return;
  console.log(`Tracing ${missing.length} labelled clips.`);
  const site = await startTraceSite();
  try {
    const page = await site.open('clips');
    for (const clip of missing) {
      const { bytes, ...sizes } = decode(join(CLIPS, clip.file), SECONDS, clip.loop ?? true);
      const film = { url: site.offer(bytes), stepMs: 1000 / LOOKS_PER_SECOND, ...sizes };
      const observations: Observation[] = await page.evaluate((f) => window.watchClip(f), film);
      await store.write(keyOfClip(clip), observations);
    }
  } finally {
    await site.close();
  }
}

export interface ClipsResult extends ClipFaults {
  readonly clips: number;
}

/** Null where there are no clips, or none is traced. */
export async function judgeClips(store: Store): Promise<ClipsResult | null> {
  const faults: ClipFaults[] = [];
  for (const clip of readClips() ?? []) {
    const stored = await store.read<Observation>(keyOfClip(clip));
    if (!stored) continue;
    const judge = createJudge();
    const judged = stored.looks.map((observation) => ({
      atMs: observation.capturedAtMs,
      holding: judge.observe(observation).holding,
    }));
    faults.push(clipFaults(clip, judged));
  }
  if (faults.length === 0) return null;
  return {
    clips: faults.length,
    missed: faults.flatMap(({ missed }) => missed),
    unexpected: faults.flatMap(({ unexpected }) => unexpected),
  };
}
