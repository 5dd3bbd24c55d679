/** What can be chosen for the words and the panel; settings keep it, codes from afar carry some of it. */

/** Of the words of Eyelevel, on top of the browser's own text size. */
export const TEXT_SIZES = ['normal', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** Which tips come: all, or those alone without which the clinic and the person cannot see or hear each other. */
export const TIP_PROFILES = ['all', 'seen-and-heard'] as const;
export type TipProfile = (typeof TIP_PROFILES)[number];

/** Of the window. */
export const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
export type Corner = (typeof CORNERS)[number];
