import type { Circumstances, Neutral } from '../../../utils/circumstances.ts';
import { nextLookMs } from '../../../utils/coach/pace.ts';
import { mayBeSpared, stillSo } from '../../../utils/coach/sparing.ts';
import { createJudge } from '../../../utils/cues/judge.ts';
import type { Judgement } from '../../../utils/cues/types.ts';
import type { Observation } from '../../../utils/observation.ts';
import { median } from '../report.ts';
import type { JudgedLook } from './benched.ts';
import type { TracedLook } from './page/scenario.ts';
import { isMuted, type Scenario } from './scenario.ts';
import { NEUTRAL_FROM_MS, NEUTRAL_TO_MS } from './scenarios/neutrals.ts';

/** A computer and a line that have room for the call. */
const UNTROUBLED = { call: null, slowLooks: 0, hidden: false } as const;

/** The product's own judgement of a trace, at the product's own pace. */
export function judgeTrace(scenario: Scenario, looks: readonly TracedLook[]): JudgedLook[] {
  const circumstances: Omit<Circumstances, 'microphoneMuted'> = {
    neutral: scenario.kind === 'neutral' ? neutralOf(looks) : null,
    accompanied: scenario.accompanied === true,
    // Before the call every cue of the catalogue is judged.
    beforeCall: true,
  };
  const judge = createJudge();
  const judged: JudgedLook[] = [];
  let judgement: Judgement | null = null;
  let seen: Observation | null = null;
  let nextAtMs = 0;
  /** Since the last frame in which the model looked, at most: a trace compares neighbours. */
  let changeLuma: number | null = null;
  /** What the last search found, until a look is taken: at the product's pace that look is the one that searches. */
  let others: Observation['others'] = null;
  for (const { observation } of looks) {
    const atMs = observation.capturedAtMs;
    const step = observation.picture?.changeLuma ?? null;
    changeLuma = step === null || changeLuma === null ? step : changeLuma + step;
    others = observation.others ?? others;
    // The first look at or after the wanted time: the trace has no frame between.
    if (atMs < nextAtMs) continue;
    const microphoneMuted = scenario.muted ? isMuted(scenario, atMs) : null;
    const spared: Observation | null =
      !microphoneMuted &&
      seen &&
      judgement &&
      changeLuma !== null &&
      mayBeSpared(judgement, atMs - seen.capturedAtMs, changeLuma)
        ? stillSo(seen, atMs, changeLuma)
        : null;
    if (!spared) {
      const { picture } = observation;
      seen = { ...observation, others, picture: picture && { ...picture, changeLuma } };
      others = null;
    }
    judgement = judge.observe(spared ?? seen ?? observation, { ...circumstances, microphoneMuted });
    judged.push({ atMs, holding: judgement.holding });
    nextAtMs = atMs + nextLookMs({ judgement, changeLuma, ...UNTROUBLED });
    if (!spared) changeLuma = 0;
  }
  return judged;
}

/** As Prepare measures it after a yes: medians over seconds. */
function neutralOf(looks: readonly TracedLook[]): Neutral | null {
  const faces = looks.flatMap(({ observation: { capturedAtMs, faces } }) =>
    capturedAtMs >= NEUTRAL_FROM_MS && capturedAtMs <= NEUTRAL_TO_MS ? (faces?.[0] ?? []) : [],
  );
  if (faces.length === 0) return null;
  return {
    elevationDeg: median(faces.map((face) => face.cameraElevationDeg)),
    distanceCm: median(faces.map((face) => face.distanceCm)),
    eyesY: median(faces.map((face) => face.eyes.y)),
  };
}
