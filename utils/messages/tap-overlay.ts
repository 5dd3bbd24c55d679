import type { Phase } from '../areas.ts';
import type { ConnectionObservation } from '../connection-observation.ts';
import type { CallQuality } from '../observation.ts';

/**
 * How the two worlds of one frame find each other. The tap says that it is there; the overlay answers
 * (or speaks first) with a MessageEvent that carries one end of a MessageChannel. Where both run at
 * document_start this is over before the page's first script. All else goes through that port; only
 * tracks, which no port carries, travel by an event whose name the overlay makes up and tells in `hello`.
 */
export const TAP_EVENT = 'eyelevel:tap';
export const PORT_EVENT = 'eyelevel:port';

/**
 * What the tap (page's world) tells the overlay (extension's world). The page can send the same, so the
 * overlay reads it through a schema and a rate limit, and nothing in it can do more than give wrong tips
 * on this one page.
 */
export type UntrustedTapMessage =
  /** Answer to `hello`. `fromStart`: the tap was here before the page's own scripts. */
  | { readonly kind: 'tap-ready'; readonly fromStart: boolean }
  /** getUserMedia was called with video: time to warm the coach up. */
  | { readonly kind: 'camera-asked' }
  /** getUserMedia was refused or failed; `name` is the DOMException's name. */
  | { readonly kind: 'camera-failed'; readonly name: string }
  | { readonly kind: 'phase'; readonly phase: Phase }
  /** A screen share is sent on a peer connection, or no longer. */
  | { readonly kind: 'sharing'; readonly active: boolean }
  /** Ids of tracks that are not the patient: received from the far end, or a screen. Newest last. */
  | { readonly kind: 'not-self'; readonly trackIds: readonly string[] }
  /** Level of the far end, 0 to 1 linear, the loudest of its synchronisation sources; null: not known. */
  | { readonly kind: 'far-level'; readonly level: number | null }
  /** How the patient's picture is sent, about every two seconds of a call; null: no longer known. */
  | { readonly kind: 'send-quality'; readonly quality: CallQuality | null }
  /** What the page's connections say of the line, about every two seconds of a call; null: no longer known. */
  | { readonly kind: 'connection'; readonly connection: ConnectionObservation | null };

/** Longest list of `not-self`; older ones have ended or were seen long ago. */
export const NOT_SELF_MAX = 32;

/**
 * How a track that the tap hands over came about. The tracks travel in the srcObject of a detached video
 * element, the `relatedTarget` of a MouseEvent on the document; its `data-origin` says this.
 */
export const TRACK_ORIGINS = ['camera', 'sender'] as const;
export type TrackOrigin = (typeof TRACK_ORIGINS)[number];

/** What the overlay tells the tap. */
export type OverlayToTapMessage =
  | { readonly kind: 'hello'; readonly trackEvent: string }
  | { readonly kind: 'turn-off' };
