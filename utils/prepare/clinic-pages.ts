import type { Clinic } from '../clinics/schema.ts';
import type { ClinicPage } from './platform.ts';

/**
 * Where the person has turned Eyelevel on, under the clinic's name where that is known.
 * @param sites origins, or a clinic's own pattern where it was chosen by its name
 */
export function clinicPages(sites: readonly string[], clinics: readonly Clinic[]): ClinicPage[] {
  return sites.flatMap((site) => {
    // A pattern for many organisations is no address to open.
    if (site.includes('*.')) return [];
    const { origin, hostname } = new URL(site);
    const clinic = clinics.find(({ pageOrigins }) =>
      pageOrigins.some((pattern) => isOfPattern(hostname, pattern)),
    );
    return [{ name: clinic?.name ?? hostname, address: `${origin}/` }];
  });
}

/** @param pattern as clinics/schema.ts has it */
function isOfPattern(hostname: string, pattern: string): boolean {
  const host = pattern.slice('https://'.length, -'/*'.length);
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}
