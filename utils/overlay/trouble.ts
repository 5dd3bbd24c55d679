import type { Trouble } from '../messages/overlay-coach.ts';

/** Words for getUserMedia's errors. Others (a constraint that no camera meets) are for the page to retry. */
const TROUBLE_BY_ERROR: Readonly<Record<string, Trouble>> = {
  NotAllowedError: 'camera-denied',
  NotFoundError: 'camera-missing',
  NotReadableError: 'camera-busy',
};

/** @param name a DOMException's name */
export function troubleOfName(name: string): Trouble | null {
  return TROUBLE_BY_ERROR[name] ?? null;
}

export function troubleOf(error: unknown): Trouble | null {
  return error instanceof DOMException ? troubleOfName(error.name) : null;
}
