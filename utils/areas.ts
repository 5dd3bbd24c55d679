/** The five areas that the sign shows and the session log keeps. Order is the order on screen. */
export const AREAS = ['picture', 'light', 'place', 'sound', 'connection'] as const;
export type Area = (typeof AREAS)[number];

/** State of an area over a time. `not-judged` is said, never hidden. */
export const AREA_STATES = ['good', 'fair', 'poor', 'not-judged'] as const;
export type AreaState = (typeof AREA_STATES)[number];

/** Phases of a call, as the tap reports them. */
export const PHASES = ['waiting', 'preview', 'in-call', 'ended'] as const;
export type Phase = (typeof PHASES)[number];
