import type { TipProfile } from '../../settings/choices.ts';
import { CUE_IDS, type CueId } from '../types.ts';
import { canBeDeclined, GROUP_OF, type TipGroup } from './rules.ts';

/** What the person chose in the settings. */
export interface TipChoices {
  readonly off: readonly CueId[];
  readonly profile: TipProfile;
  readonly simple: boolean;
}

const SEEN_AND_HEARD: ReadonlySet<TipGroup> = new Set([
  'offline',
  'cannot-be-seen',
  'cannot-be-heard',
  'cannot-hear',
]);

/**
 * The simple mode: beside those, what one move mends and everyone understands. Own choice: the line, sharpness,
 * movement and how the head is held are left out.
 */
const SIMPLE: ReadonlySet<TipGroup> = new Set([
  ...SEEN_AND_HEARD,
  'light',
  'framing',
  'camera-height',
  'sound',
]);

/**
 * Tips that are not given to this person. The sign goes on showing what holds, and says it when it is pressed. What
 * cannot be declined is never silent, whatever was chosen.
 */
export function silentCues({ off, profile, simple }: TipChoices): ReadonlySet<CueId> {
  const silent = (id: CueId) =>
    off.includes(id) ||
    (profile === 'seen-and-heard' && !SEEN_AND_HEARD.has(GROUP_OF[id])) ||
    (simple && !SIMPLE.has(GROUP_OF[id]));
  return new Set(CUE_IDS.filter((id) => canBeDeclined(id) && silent(id)));
}
