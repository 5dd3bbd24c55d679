export interface EmergencyNumber {
  /** In an emergency. */
  readonly emergency: string;
  /** For advice about care when it is not urgent; null where there is no single number for the country. */
  readonly advice: string | null;
}

/**
 * ISO 3166-1 alpha-2. 112 is the emergency number in all of the European Union (Directive (EU) 2018/1972, article 109),
 * in Iceland, Norway (where 113 goes straight to the ambulance) and Switzerland (144 likewise). Others as their
 * governments say: 999 United Kingdom, 911 United States and Canada, 000 Australia, 111 New Zealand. Advice:
 * 1177 Sweden, 1700 Iceland, 116117 Norway, Finland, Germany and Austria's 1450, 111 in the United Kingdom, 811 Canada.
 */
export const EMERGENCY_NUMBERS: Readonly<Record<string, EmergencyNumber>> = {
  SE: { emergency: '112', advice: '1177' },
  NO: { emergency: '113', advice: '116117' },
  DK: { emergency: '112', advice: null },
  FI: { emergency: '112', advice: '116117' },
  IS: { emergency: '112', advice: '1700' },
  AT: { emergency: '144', advice: '1450' },
  AU: { emergency: '000', advice: null },
  BE: { emergency: '112', advice: null },
  BG: { emergency: '112', advice: null },
  CA: { emergency: '911', advice: '811' },
  CH: { emergency: '144', advice: null },
  CY: { emergency: '112', advice: null },
  CZ: { emergency: '112', advice: null },
  DE: { emergency: '112', advice: '116117' },
  EE: { emergency: '112', advice: null },
  ES: { emergency: '112', advice: null },
  FR: { emergency: '112', advice: null },
  GB: { emergency: '999', advice: '111' },
  GR: { emergency: '112', advice: null },
  HR: { emergency: '112', advice: null },
  HU: { emergency: '112', advice: null },
  IE: { emergency: '112', advice: null },
  IT: { emergency: '112', advice: null },
  LT: { emergency: '112', advice: null },
  LU: { emergency: '112', advice: null },
  LV: { emergency: '112', advice: null },
  MT: { emergency: '112', advice: null },
  NL: { emergency: '112', advice: null },
  NZ: { emergency: '111', advice: null },
  PL: { emergency: '112', advice: null },
  PT: { emergency: '112', advice: null },
  RO: { emergency: '112', advice: null },
  SI: { emergency: '112', advice: null },
  SK: { emergency: '112', advice: null },
  US: { emergency: '911', advice: null },
};

/** Where the clock is set for a country, that is where the person sits; a language can be spoken anywhere. */
const COUNTRY_OF_ZONE: Readonly<Record<string, string>> = {
  'Europe/Stockholm': 'SE',
  'Europe/Oslo': 'NO',
  'Europe/Copenhagen': 'DK',
  'Europe/Helsinki': 'FI',
  'Europe/Mariehamn': 'FI',
  'Atlantic/Reykjavik': 'IS',
  'Europe/Berlin': 'DE',
  'Europe/London': 'GB',
  'Europe/Dublin': 'IE',
  'Europe/Tallinn': 'EE',
  'Europe/Riga': 'LV',
  'Europe/Vilnius': 'LT',
  'Europe/Warsaw': 'PL',
};

/**
 * The country to begin with; the person can choose another.
 * @param timeZone as Intl gives it; @param languages as navigator.languages
 */
export function likelyCountry(timeZone: string, languages: readonly string[]): string | null {
  const ofZone = COUNTRY_OF_ZONE[timeZone];
  if (ofZone) return ofZone;
  const regions = languages.map((tag) => /-([A-Z]{2})\b/.exec(tag)?.[1] ?? '');
  return regions.find((region) => region in EMERGENCY_NUMBERS) ?? null;
}
