import type { SessionMessage } from '../sessions/messages.ts';
import type { Corner } from '../settings/choices.ts';

/** Where the panel stands: distances from the nearest corner in CSS px, and whether it is folded. */
export interface PanelPlace {
  readonly corner: Corner;
  readonly xPx: number;
  readonly yPx: number;
  readonly folded: boolean;
}

/** Any context to the background, by runtime.sendMessage. Replies: see RequestToBackground. */
export type ToBackground =
  /** Overlay: here is a coach with this nonce in my frame. The newest camera of a tab wins. */
  | { readonly kind: 'coach-offer'; readonly nonce: string }
  /** Coach: which nonce belongs to my tab? */
  | { readonly kind: 'coach-claim' }
  /** Overlay: for the toolbar icon. */
  | { readonly kind: 'presence'; readonly presence: Presence }
  /** Overlay: origins of child frames that are allowed the camera. */
  | { readonly kind: 'camera-frames'; readonly origins: readonly string[] }
  | { readonly kind: 'remember-place'; readonly place: PanelPlace }
  /** Coach, popup: off for this site; takes the permission back. */
  | { readonly kind: 'site-off'; readonly site?: string }
  /** Popup, before it asks the browser: these origins belong to this site. */
  | {
      readonly kind: 'site-intent';
      readonly tabId: number;
      readonly site: string;
      readonly origins: readonly string[];
      readonly privateTab: boolean;
    }
  /** Coach: the person wants to look back on this call. */
  | { readonly kind: 'look-back'; readonly id: string }
  /** Popup: what is going on in this tab? */
  | { readonly kind: 'tab-status'; readonly tabId: number }
  /** Coach, popup: the log. Reply: see sessions/messages.ts. */
  | { readonly kind: 'session'; readonly message: SessionMessage };

/** Reply of the background, by kind of request. */
export interface RequestToBackground {
  'coach-offer': PanelPlace | null;
  'coach-claim': CoachClaim | null;
  presence: null;
  'camera-frames': null;
  'remember-place': null;
  /** False where the permission cannot be taken back (given by policy or by the e2e build). */
  'site-off': boolean;
  'site-intent': null;
  'look-back': null;
  'tab-status': TabStatus;
  session: unknown;
}

export interface CoachClaim {
  readonly nonce: string;
  /** Nothing may be written for a private tab. */
  readonly privateTab: boolean;
}

/** What the toolbar icon says about a tab. `needs-permission`: the call is in an origin that is not on. */
export const PRESENCES = [
  'idle',
  'on',
  'coaching',
  'frame-too-small',
  'reload-needed',
  'needs-permission',
] as const;
export type Presence = (typeof PRESENCES)[number];

export interface TabStatus {
  readonly presence: Presence;
  /** Origins of frames in the tab that may use the camera and are not turned on. */
  readonly missingOrigins: readonly string[];
}

/** Background to overlay, by tabs.sendMessage. */
export type FromBackground =
  /** A newer camera is coached in another frame of this tab: remove yours. */
  | { readonly kind: 'coach-elsewhere' }
  /** The person chose another corner for the panel. */
  | { readonly kind: 'corner'; readonly corner: Corner }
  /** Turned off for this site or permission taken back: restore everything. */
  | { readonly kind: 'turn-off' };
