import * as v from 'valibot';
import { AREA_STATES, AREAS, type Area, type AreaState } from '../areas.ts';
import { CUE_DIRECTIONS, CUE_IDS } from '../cues/types.ts';
import { BIN_MS, isKept } from './messages.ts';

/**
 * What is stored of a call: docs/session-format.md says it in words, and a test compares the two.
 * The objects are strict: a field that is not named here cannot be stored.
 */
export const SCHEMA_VERSION = 2;

export const BIN_S = BIN_MS / 1000;

/** A day of bins: no call is longer, and a damaged record can not grow without end. */
export const BINS_AT_MOST = (24 * 60 * 60) / BIN_S;
/** A cue that comes and goes makes at most one entry in two bins; more than this tells nothing more. */
export const CUES_AT_MOST = 500;

/** One letter a bin keeps an hour's area at 240 characters. */
export const LETTER_OF: Readonly<Record<AreaState, string>> = {
  good: 'g',
  fair: 'f',
  poor: 'p',
  'not-judged': '-',
};

const Letters = v.pipe(v.string(), v.regex(/^[gfp-]*$/), v.maxLength(BINS_AT_MOST));
const WholeBinsS = v.pipe(v.number(), v.integer(), v.minValue(0), v.multipleOf(BIN_S));

/** A host as a person knows it: no path, no scheme. Longer names are not allowed in the DNS (RFC 1035). */
const Site = v.pipe(v.string(), v.regex(/^[a-z0-9.-]+(:\d{1,5})?$/), v.maxLength(253 + 6));

const CueSchema = v.strictObject({
  id: v.picklist(CUE_IDS.filter(isKept)),
  direction: v.exactOptional(v.picklist(CUE_DIRECTIONS)),
  atS: WholeBinsS,
  shown: v.boolean(),
  cleared: v.boolean(),
  putRight: v.boolean(),
});

const BinsSchema = v.strictObject(
  Object.fromEntries(AREAS.map((area) => [area, Letters])) as Record<Area, typeof Letters>,
);

export const SessionRecordSchema = v.pipe(
  v.strictObject({
    schemaVersion: v.literal(SCHEMA_VERSION),
    /** Random, made by the coach. A UUID, so that it can hold nothing else. */
    id: v.pipe(v.string(), v.uuid()),
    /** To the minute, UTC. */
    startedAt: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}Z$/)),
    /** Only where the person keeps many calls. */
    site: v.exactOptional(Site),
    durationS: WholeBinsS,
    bins: BinsSchema,
    cues: v.pipe(v.array(CueSchema), v.maxLength(CUES_AT_MOST)),
    endedBy: v.picklist(['not-ended', 'page', 'closed-later']),
  }),
  v.check(
    ({ bins, durationS }) => AREAS.every((area) => bins[area].length * BIN_S === durationS),
    'each area has one letter for each bin of the duration',
  ),
  v.check(({ startedAt }) => !Number.isNaN(Date.parse(startedAt)), 'startedAt is a real time'),
);

export type SessionRecord = Readonly<v.InferOutput<typeof SessionRecordSchema>>;

/** The letters of one area in words, for a page that shows them. */
export function statesOf(letters: string): readonly AreaState[] {
  return [...letters].map(
    (letter) => AREA_STATES.find((state) => LETTER_OF[state] === letter) ?? 'not-judged',
  );
}

/** Wall clock to `startedAt`: what is finer than a minute is cut off. */
export function toMinute(wallMs: number): string {
  return `${new Date(wallMs).toISOString().slice(0, 16)}Z`;
}

/** Until when the record is known to reach, in ms of the wall clock. */
export function knownUntilMs({ startedAt, durationS }: SessionRecord): number {
  return Date.parse(startedAt) + durationS * 1000;
}
