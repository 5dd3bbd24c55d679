import { CLINICS } from '../../utils/clinics/index.ts';
import type { ClinicPage } from '../../utils/prepare/platform.ts';
import { toPattern } from '../../utils/settings/permitted.ts';

/** The sites where the person has turned Eyelevel on, under the clinic's name where that is known. */
export function clinicPages(sites: Readonly<Record<string, readonly string[]>>): ClinicPage[] {
  return Object.keys(sites).flatMap((site) => {
    // A site that was chosen by its clinic's name may be a pattern, which is no address to open.
    if (site.includes('*')) return [];
    const clinic = CLINICS.find(({ pageOrigins }) => pageOrigins.includes(toPattern(site)));
    const { origin, hostname } = new URL(site);
    return [{ name: clinic?.name ?? hostname, address: `${origin}/` }];
  });
}
