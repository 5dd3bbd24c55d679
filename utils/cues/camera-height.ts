import type { Signals } from '../signals/signals.ts';
import { above, below, type Edges, type Evidence } from './define-cue.ts';
import { heightAmountCm } from './height-amount.ts';

/**
 * Camera elevation in degrees: plus, above the eyes. Without a personal neutral only a wide band can be called
 * wrong (design, fact 12). Bench: frontal people in the clips -10 to +2 (London set: mean -3, standard
 * deviation 3); one who bows her head +19. From below the angle is measured too small, at -22 degrees by 3 to 12.
 */
const WIDE: Readonly<Record<'below' | 'above', Edges>> = {
  below: { enter: -15, exit: -12 },
  above: { enter: 15, exit: 11.5 },
};

/** The median follows by half its window, 1.2 s, and 2.4 s after a nod. */
export const HEIGHT_DWELL_MS = { enter: 2_600, leave: 900 };

/** The same with a neutral, from it (design, fact 12). */
const FROM_NEUTRAL: Readonly<Record<'below' | 'above', Edges>> = {
  below: { enter: -7.5, exit: -5.5 },
  above: { enter: 7.5, exit: 5.5 },
};

export function elevationEvidence({ cameraElevation }: Signals, side: 'below' | 'above'): Evidence {
  if (!cameraElevation) return 'cannot-judge';
  const { deg, fromNeutral } = cameraElevation;
  return (side === 'below' ? below : above)(deg, (fromNeutral ? FROM_NEUTRAL : WIDE)[side]);
}

export function elevationAmountCm({ cameraElevation }: Signals, before: number | undefined) {
  return cameraElevation
    ? heightAmountCm(cameraElevation.deg, cameraElevation.distanceCm, before)
    : before;
}
