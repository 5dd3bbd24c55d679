import type { Phase } from '../areas.ts';
import type { CameraSupport, CueDirection, CueId } from '../cues/types.ts';
import { isWordKey, type WordKey, type Words } from './words.ts';

/** Which cue, as far as words go. */
export interface CueWording {
  readonly id: CueId;
  readonly direction?: CueDirection;
  readonly amountCm?: number;
}

/** Is there time for more than one hand can do? */
export function isBeforeCall(phase: Phase): boolean {
  return phase === 'waiting' || phase === 'preview';
}

/**
 * The tip: what to do, and on a line of its own why. (One sentence that is both has no second line.)
 *
 * Direction is the person's own body direction, as in CueDirection: `left` says that the person sits
 * too far to their own left, so the words say what mends it: move to the right. Turning the screen is
 * said as "towards you", which is true on either side; `up` (the face is high in the picture) is mended
 * by tilting the screen back, `down` by tilting it forward.
 *
 * What is asked in a call must be doable sitting down, with one hand. Before the call there is time
 * for more (books under the screen): `.tip-before`, where a cue has it. What can be done about the
 * camera's height depends on what the camera sits on: `.<support>.tip`, where it differs. To tilt a
 * screen is never said there: it hardly moves the camera.
 *
 * Who sits beside the person has two more hands: `.beside` speaks to them, where that is another thing to do.
 */
export function cueTip(
  words: Words,
  cue: CueWording,
  phase: Phase,
  support: CameraSupport = 'unknown',
  beside = false,
): string {
  const of = `cue.${cue.id}`;
  const before = isBeforeCall(phase);
  const key = firstKey([
    // No hand moves a camera that cannot be moved.
    beside && support !== 'fixed' && `${of}.beside`,
    before && `${of}.${support}.tip-before`,
    before && `${of}.tip-before`,
    `${of}.${support}.tip`,
    cue.direction && `${of}.${cue.direction}.tip`,
    `${of}.tip`,
  ]);
  return words.t(key, { cm: cue.amountCm ?? 0 });
}

/** The tip for who listens instead of looking: the same, unless the tip takes sight for granted. */
export function cueSpoken(
  words: Words,
  cue: CueWording,
  phase: Phase,
  support: CameraSupport = 'unknown',
  beside = false,
): string {
  const key = `cue.${cue.id}.spoken`;
  const isToHelper = beside && isWordKey(`cue.${cue.id}.beside`);
  return isWordKey(key) && !isToHelper ? words.t(key) : cueTip(words, cue, phase, support, beside);
}

/** The cause in a few words, for lists. */
export function cueName(words: Words, cue: CueWording): string {
  return words.t(
    firstKey([cue.direction && `cue.${cue.id}.${cue.direction}.name`, `cue.${cue.id}.name`]),
  );
}

/** The short "good now" after a tip was cleared. */
export function cueGoodNow(words: Words, id: CueId): string {
  return words.t(`cue.${id}.good-now`);
}

/** What a helper on the phone asks, one thing at a time. */
export function cueQuestions(words: Words, id: CueId): readonly string[] {
  return words.t(`cue.${id}.ask`).split('\n');
}

function firstKey(keys: readonly (string | false | undefined)[]): WordKey {
  const key = keys.find((candidate) => candidate && isWordKey(candidate));
  if (!key) throw new Error(`No words for any of ${keys.join(', ')}`);
  return key as WordKey;
}
