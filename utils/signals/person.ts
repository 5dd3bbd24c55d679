import type { PersonObservation } from '../observation.ts';
import { type History, looksWithin } from './history.ts';

/** A person is looked for every 900 ms while there is no face; older than two of these nobody knows. */
const KNOWN_FOR_MS = 2_500;

/**
 * The person without a face, as last looked for. Null when it is not known: there was a face, or what finds
 * a person is not loaded, or not yet.
 */
export function person(history: History): PersonObservation | null {
  return looksWithin(history, KNOWN_FOR_MS).findLast((look) => look.person)?.person ?? null;
}
