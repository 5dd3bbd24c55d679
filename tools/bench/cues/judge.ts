import { waitBeforeNextLook } from '../../../utils/coach/pace.ts';
import { createJudge } from '../../../utils/cues/judge.ts';
import type { Neutral } from '../../../utils/cues/types.ts';
import { median } from '../report.ts';
import type { JudgedLook } from './benched.ts';
import type { TracedLook } from './page/scenario.ts';
import type { Scenario } from './scenario.ts';
import { NEUTRAL_FROM_MS, NEUTRAL_TO_MS } from './scenarios/neutrals.ts';

/** The product's own judgement of a trace, at the product's own pace. */
export function judgeTrace(scenario: Scenario, looks: readonly TracedLook[]): JudgedLook[] {
  const neutral = scenario.kind === 'neutral' ? neutralOf(looks) : null;
  const judge = createJudge({ neutral, accompanied: () => scenario.accompanied === true });
  const judged: JudgedLook[] = [];
  let nextAtMs = 0;
  for (const { observation } of looks) {
    const atMs = observation.capturedAtMs;
    // The first look at or after the wanted time: the trace has no frame between.
    if (atMs < nextAtMs) continue;
    const { holding } = judge.observe(observation);
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
