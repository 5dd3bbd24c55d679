export const SYSTEM_NAMES = ['windows', 'mac', 'android', 'chromebook', 'other'] as const;
export type SystemName = (typeof SYSTEM_NAMES)[number];

/**
 * Without this the way to the computer's own settings would be told for another system. Read from the user agent,
 * which both browsers keep truthful as far as the system goes.
 */
export function systemName(userAgent: string): SystemName {
  if (/Android/.test(userAgent)) return 'android';
  if (/CrOS/.test(userAgent)) return 'chromebook';
  if (/Windows/.test(userAgent)) return 'windows';
  if (/Macintosh|Mac OS X/.test(userAgent)) return 'mac';
  return 'other';
}
