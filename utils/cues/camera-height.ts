import type { Signals } from '../signals/signals.ts';
import { cameraShaking } from './camera-shaking.ts';
import { above, below, type Edges, type Evidence } from './define-cue.ts';
import { heightAmountCm } from './height-amount.ts';

/**
 * Camera elevation in degrees: plus, above the eyes. Without a personal neutral only a wide band can be called
 * wrong (design, fact 12). Bench: frontal people in the clips -10 to +2 (London set: mean -3, standard
 * deviation 3); one who bows her head +19. From below the angle is measured too small, at -22 degrees by 1 to 13, as
 * heads are built: some who sit so are not told.
 */
const WIDE: Readonly<Record<'below' | 'above', Edges>> = {
  below: { enter: -13, exit: -10 },
  above: { enter: 15, exit: 12.5 },
};

/** The median follows by half its window, 1.2 s, and 2.4 s after a nod. */
export const HEIGHT_DWELL_MS = { enter: 2_600, leave: 900 };

/** The same with a neutral, from it (design, fact 12). Bench: ten heads, of which 10 degrees are measured as 6.6 to 11. */
const FROM_NEUTRAL: Readonly<Record<'below' | 'above', Edges>> = {
  below: { enter: -6.3, exit: -4.5 },
  above: { enter: 6.3, exit: 4.5 },
};

export function elevationEvidence(signals: Signals, side: 'below' | 'above'): Evidence {
  const { cameraElevation } = signals;
  // First the hand that holds it must be still.
  if (!cameraElevation || cameraShaking.evidence(signals) === 'past-enter') return 'cannot-judge';
  const { deg, fromNeutral } = cameraElevation;
  return (side === 'below' ? below : above)(deg, (fromNeutral ? FROM_NEUTRAL : WIDE)[side]);
}

export function elevationAmountCm({ cameraElevation }: Signals, before: number | undefined) {
  return cameraElevation
    ? heightAmountCm(cameraElevation.deg, cameraElevation.distanceCm, before)
    : before;
}
