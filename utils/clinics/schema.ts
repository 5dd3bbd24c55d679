import * as v from 'valibot';

/**
 * Pattern for the browser's permission question: https only, every path, and a wildcard only for the
 * organisations below one vendor's own domain.
 */
const originPattern = v.pipe(
  v.string(),
  v.regex(
    /^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/,
    'An https origin pattern ending in /*',
  ),
);

/** One file in clinics/: where a clinic's calls are, so that choosing it asks for them together. */
export const clinicSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  /** As patients know it. */
  name: v.pipe(v.string(), v.nonEmpty()),
  /** ISO 3166-1 alpha-2. */
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  /** Pages that the patient opens. */
  pageOrigins: v.pipe(v.array(originPattern), v.minLength(1)),
  /** Other origins that the call runs in, in a frame of the page; often not known. */
  frameOrigins: v.array(originPattern),
  source: v.strictObject({
    /** Who says what. */
    what: v.pipe(v.string(), v.nonEmpty()),
    /** Public address as text, without its scheme, so that nothing in the package looks fetchable. */
    address: v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/)),
    /** The day it was looked up. */
    checkedOn: v.pipe(v.string(), v.isoDate()),
    /** `stated`: the source names the address of the calls. `inferred`: it follows from the source. */
    certainty: v.picklist(['stated', 'inferred']),
  }),
  /** What is not known. */
  note: v.pipe(v.string(), v.nonEmpty()),
});

export type Clinic = v.InferOutput<typeof clinicSchema>;
