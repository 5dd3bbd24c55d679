import type { SessionMessage } from '../sessions/messages.ts';

/** Where the panel stands: distances from the nearest corner in CSS px, and whether it is folded. */
export interface PanelPlace {
  readonly corner: 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';
  readonly xPx: number;
  readonly yPx: number;
  readonly folded: boolean;
}

/** Any context to the background, by runtime.sendMessage. The reply type stands beside each. */
export type ToBackground =
  /** Overlay: here is a coach with this nonce in my frame. Reply: PanelPlace | null. The newest camera wins. */
  | { readonly kind: 'coach-offer'; readonly nonce: string }
  /** Coach: which nonce belongs to my tab and frame? Reply: CoachClaim | null. */
  | { readonly kind: 'coach-claim' }
  /** Overlay: for the toolbar icon. */
  | { readonly kind: 'presence'; readonly presence: Presence }
  /** Overlay: origins of child frames that are allowed the camera. */
  | { readonly kind: 'camera-frames'; readonly origins: readonly string[] }
  | { readonly kind: 'remember-place'; readonly place: PanelPlace }
  /** Coach: off for this site. */
  | { readonly kind: 'site-off' }
  /** Coach, popup: the log. Reply: see sessions/messages.ts. */
  | { readonly kind: 'session'; readonly message: SessionMessage };

export interface CoachClaim {
  readonly nonce: string;
  /** Nothing may be written for a private tab. */
  readonly privateTab: boolean;
}

/** What the toolbar icon says about a frame. */
export const PRESENCES = ['on', 'coaching', 'frame-too-small', 'reload-needed', 'idle'] as const;
export type Presence = (typeof PRESENCES)[number];

/** Background to overlay, by tabs.sendMessage. */
export type FromBackground =
  /** A newer camera is coached in another frame of this tab: remove yours. */
  | { readonly kind: 'coach-elsewhere' }
  /** Turned off for this site or permission taken back: restore everything. */
  | { readonly kind: 'turn-off' };
