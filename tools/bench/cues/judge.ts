import type { Circumstances, Neutral } from '../../../utils/circumstances.ts';
import { waitBeforeNextLook } from '../../../utils/coach/pace.ts';
import { createJudge } from '../../../utils/cues/judge.ts';
import { median } from '../report.ts';
import type { JudgedLook } from './benched.ts';
import type { TracedLook } from './page/scenario.ts';
import type { Scenario } from './scenario.ts';
import { NEUTRAL_FROM_MS, NEUTRAL_TO_MS } from './scenarios/neutrals.ts';

/** The product's own judgement of a trace, at the product's own pace. */
export function judgeTrace(scenario: Scenario, looks: readonly TracedLook[]): JudgedLook[] {
  const circumstances: Circumstances = {
    neutral: scenario.kind === 'neutral' ? neutralOf(looks) : null,
    accompanied: scenario.accompanied === true,
    // Before the call every cue of the catalogue is judged.
    beforeCall: true,
  };
  const judge = createJudge();
  const judged: JudgedLook[] = [];
  let nextAtMs = 0;
  for (const { observation } of looks) {
    const atMs = observation.capturedAtMs;
    // The first look at or after the wanted time: the trace has no frame between.
    if (atMs < nextAtMs) continue;
    const { holding } = judge.observe(observation, circumstances);
    judged.push({ atMs, holding });
    nextAtMs = atMs + waitBeforeNextLook(atMs, atMs);
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
