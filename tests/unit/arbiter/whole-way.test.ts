import { describe, expect, it } from 'vitest';
import { createArbiter } from '../../../utils/cues/arbiter/arbiter.ts';
import { createSpeech } from '../../../utils/cues/arbiter/speech.ts';
import { createJudge } from '../../../utils/cues/judge.ts';
import type { Judgement, Speech } from '../../../utils/cues/types.ts';
import type { FaceObservation, Observation } from '../../../utils/observation.ts';
import { type Activity, conversation } from '../support/conversation.ts';

const SEEDS = [1, 2, 3];

/** A tick on the way from Observation to tip, after the judge. */
interface Tick {
  readonly atMs: number;
  readonly activity: Activity;
  readonly judgement: Judgement;
  readonly speech: Speech;
}

function judged(
  seed: number,
  change: (face: FaceObservation) => FaceObservation = (face) => face,
): readonly Tick[] {
  const judge = createJudge();
  const watch = createSpeech();
  return conversation({ seed }).map(({ atMs, activity, observation, levels }) => {
    watch.hear(levels);
    const seen: Observation = { ...observation, faces: observation.faces?.map(change) ?? null };
    return { atMs, activity, judgement: judge.observe(seen), speech: watch.at(atMs) };
  });
}

/** `id@second` of each tip, and what was heard as it came. */
function tips(ticks: readonly Tick[]): { readonly tip: string; readonly speech: Speech }[] {
  const arbiter = createArbiter();
  const came: { readonly tip: string; readonly speech: Speech }[] = [];
  for (const { atMs, judgement, speech } of ticks) {
    const presented = arbiter.decide(judgement, {
      nowMs: atMs,
      phase: 'in-call',
      speech,
      sharing: false,
      paused: false,
      cannotChange: new Set(),
      accompanied: false,
      microphoneMuted: null,
    });
    if (presented.kind === 'tip' && presented.tip.shownAtMs === atMs) {
      came.push({ tip: `${presented.tip.id}@${atMs / 1000}`, speech });
    }
  }
  return came;
}

describe.each(SEEDS)('twenty minutes from Observations on (seed %d)', (seed) => {
  const ticks = judged(seed);
  const inSilence = ticks.map((tick) => ({ ...tick, speech: 'silent' as const }));

  it('bring no tip', () => {
    expect(tips(ticks)).toEqual([]);
  });

  it('bring no tip even if nobody ever speaks', () => {
    expect(tips(inSilence)).toEqual([]);
  });

  it('would bring some if moves made on purpose were not known: the trace is no easy one', () => {
    const unknown = inSilence.map((tick) => ({
      ...tick,
      judgement: { ...tick.judgement, scene: null },
    }));
    expect(tips(unknown)).not.toEqual([]);
  });

  it('sitting aside with the camera low: some, five at most, none while somebody speaks', () => {
    const came = tips(
      judged(seed, (face) => ({
        ...face,
        box: { ...face.box, x: face.box.x + 0.3 },
        eyes: { ...face.eyes, x: face.eyes.x + 0.3 },
        cameraElevationDeg: face.cameraElevationDeg - 25,
      })),
    );
    expect(came.length).toBeGreaterThan(0);
    expect(came.length).toBeLessThanOrEqual(5);
    for (const { speech } of came) expect(speech).toBe('silent');
  });
});
