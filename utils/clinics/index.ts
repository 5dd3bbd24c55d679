import * as v from 'valibot';
import alltidOppet from '../../clinics/alltid-oppet.json';
import kaddio from '../../clinics/kaddio.json';
import vardOchHalsa from '../../clinics/vard-och-halsa.json';
import visibaCare from '../../clinics/visiba-care.json';
import { type Clinic, clinicSchema } from './schema.ts';

/** Clinics that a person can choose by name, in the order of their names. */
export const CLINICS: readonly Clinic[] = v.parse(v.array(clinicSchema), [
  alltidOppet,
  kaddio,
  visibaCare,
  vardOchHalsa,
]);

/** What to ask the browser for when this clinic is chosen: one question for page and frames. */
export function originsOf(clinic: Clinic): string[] {
  return [...clinic.pageOrigins, ...clinic.frameOrigins];
}
