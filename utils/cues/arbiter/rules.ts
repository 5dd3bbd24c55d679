import type { Area } from '../../areas.ts';
import type { CueId } from '../types.ts';

/**
 * Every number of the third layer: when a holding cue may become a tip. The source of each is
 * docs/cues.md, "When a tip comes", unless another is named. All times in ms.
 */

/** What a cue's tip is about, the most important first: the order in which tips are asked for. */
export const TIP_GROUPS = [
  'offline',
  'cannot-be-seen',
  'light',
  'framing',
  'camera-height',
  'movement',
  'sharpness',
  'connection',
  'rest',
  'information',
] as const;
export type TipGroup = (typeof TIP_GROUPS)[number];

export const GROUP_OF: Readonly<Record<CueId, TipGroup>> = {
  'camera-off': 'cannot-be-seen',
  'camera-covered': 'cannot-be-seen',
  'no-face': 'cannot-be-seen',
  'too-dark': 'light',
  backlit: 'light',
  'side-lit': 'light',
  'too-bright': 'light',
  'too-far': 'framing',
  'too-close': 'framing',
  'off-centre': 'framing',
  'camera-too-low': 'camera-height',
  'camera-too-high': 'camera-height',
  'hold-still': 'movement',
  'camera-shaking': 'sharpness',
  'out-of-focus': 'sharpness',
  'turned-away': 'rest',
  tilted: 'rest',
  'someone-else-in-view': 'information',
  'connection-slow': 'connection',
  'connection-unstable': 'connection',
  offline: 'offline',
};

/** The area whose judgement tells that a cue of this group is mended, and not merely out of sight. */
export const AREA_OF_GROUP: Readonly<Record<TipGroup, Area>> = {
  offline: 'connection',
  'cannot-be-seen': 'picture',
  light: 'light',
  framing: 'place',
  'camera-height': 'place',
  movement: 'picture',
  sharpness: 'picture',
  connection: 'connection',
  rest: 'place',
  information: 'place',
};

export interface CalmRule {
  /** How long the cue must have held in the call, without a break. */
  readonly heldMs: number;
  /** The same in the first minute of the call, while greetings go on and a fix costs least. */
  readonly heldFirstMinuteMs: number;
  readonly timesACall: number;
  /** Not counted in the budget: the call is of no use until it is mended. */
  readonly outsideBudget: boolean;
}

const QUICK: CalmRule = {
  heldMs: 10_000,
  heldFirstMinuteMs: 5_000,
  timesACall: Number.POSITIVE_INFINITY,
  outsideBudget: false,
};
const LONG_HELD: CalmRule = {
  heldMs: 30_000,
  heldFirstMinuteMs: 30_000,
  timesACall: 1,
  outsideBudget: false,
};

/** Said before the call only. */
const NEVER: CalmRule = {
  heldMs: Number.POSITIVE_INFINITY,
  heldFirstMinuteMs: Number.POSITIVE_INFINITY,
  timesACall: 0,
  outsideBudget: false,
};

const URGENT: CalmRule = {
  heldMs: 8_000,
  heldFirstMinuteMs: 8_000,
  timesACall: 2,
  outsideBudget: true,
};

export const CALM_RULES: Readonly<Record<TipGroup, CalmRule>> = {
  offline: URGENT,
  'cannot-be-seen': URGENT,
  light: QUICK,
  framing: QUICK,
  movement: QUICK,
  sharpness: QUICK,
  connection: QUICK,
  'camera-height': LONG_HELD,
  rest: LONG_HELD,
  information: NEVER,
};

/** Brisk: how long the person must have been in view, so that nobody is hailed while sitting down. */
export const IN_VIEW_BEFORE_TIP_MS = 2_000;
/** Brisk: how long "good now" stands. Own choice: the time to read two words twice. */
export const GOOD_NOW_MS = 2_000;

/** A tip stands at least this long, so that it can be read; and returns no sooner than this after. */
export const TIP_AT_LEAST_MS = 4_000;
export const SAME_TIP_AGAIN_MS = 30_000;
/**
 * A tip that is not followed leaves the call alone after this. Own choice: as long as the pause before
 * the same tip may return. The sign goes on showing what holds, and says the tip when it is pressed.
 */
export const IN_CALL_TIP_AT_MOST_MS = 30_000;

/** No pause of both sides for this long: the tip is dropped, and may be asked for again after that. */
export const WAIT_FOR_PAUSE_MS = 20_000;
export const ASK_AGAIN_MS = 60_000;

/** The budget of the call. */
export const FIRST_MINUTE_MS = 60_000;
export const TIPS_IN_FIRST_MINUTE = 2;
export const BETWEEN_TIPS_MS = 180_000;
export const TIPS_IN_CALL = 5;
/** "I can't change this": how long the next best advice may come early. Own choice. */
export const NEXT_BEST_WITHIN_MS = 60_000;

/** The clinician comes first: a good minute, then a move made on purpose, then silence. */
export const GOOD_BEFORE_MOVE_MS = 60_000;
export const SILENT_AFTER_MOVE_MS = 30_000;
/**
 * A spell shorter than this does not spoil the good minute: a glass, a hand before the face, or the
 * time until a move is known as one. Own choice: what cannot be seen is not a tip any sooner.
 */
export const SPOILT_ONLY_AFTER_MS = 8_000;
/** A move so soon after the silence belongs to the same examination. Own choice. */
export const SAME_EXAMINATION_MS = 60_000;

/**
 * Plain information stands no longer than this, and comes once. Own choice: what is nothing to mend
 * does not leave by being mended.
 */
export const INFORMATION_AT_MOST_MS = 30_000;

/**
 * No face can be judged, though somebody is there: how long until that is said. Before the call as a
 * tip, in the call as what cannot be seen; it stands as long as a tip in the call.
 */
export const FACELESS_BRISK_MS = IN_VIEW_BEFORE_TIP_MS;
export const FACELESS_CALM_MS = CALM_RULES['cannot-be-seen'].heldMs;
export const FACELESS_AT_MOST_MS = IN_CALL_TIP_AT_MOST_MS;

/**
 * Cues that a move made on purpose brings. The others (a dark room, a smeared lens, a tablet in an
 * unsteady hand) say nothing about moving.
 */
export const GROUPS_OF_A_MOVE: ReadonlySet<TipGroup> = new Set([
  'cannot-be-seen',
  'framing',
  'movement',
  'rest',
]);

/** Until it is mended there is no call to speak of: nothing else is asked, and a screen reader says it at once. */
export function isUrgent(id: CueId): boolean {
  return CALM_RULES[GROUP_OF[id]].outsideBudget;
}

/** "I can't change this" may be said of all other tips. */
export function canBeDeclined(id: CueId): boolean {
  return !isUrgent(id);
}

export function isCannotBeSeen(id: CueId): boolean {
  return GROUP_OF[id] === 'cannot-be-seen';
}

/** Nothing is wrong: said once before the call, and never to who said that someone is with them. */
export function isInformation(id: CueId): boolean {
  return GROUP_OF[id] === 'information';
}

/** What can be known without a face. All else is guessed from what is seen of one that is hidden. */
const WITHOUT_FACE: ReadonlySet<CueId> = new Set([
  'offline',
  'connection-unstable',
  'connection-slow',
  'camera-off',
  'camera-covered',
  'too-dark',
  'camera-shaking',
]);

export function isOfFace(id: CueId): boolean {
  return !WITHOUT_FACE.has(id);
}

/** 0 is the most important. */
export function importance(id: CueId): number {
  return TIP_GROUPS.indexOf(GROUP_OF[id]);
}
