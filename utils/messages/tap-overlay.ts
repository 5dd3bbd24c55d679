import type { Phase } from '../areas.ts';

/**
 * What the tap (page's world) tells the overlay (extension's world). The page can send the same, so the
 * overlay reads it through a schema and a rate limit, and nothing in it can do more than give wrong tips
 * on this one page.
 */
export type UntrustedTapMessage =
  | { readonly kind: 'tap-ready' }
  /** getUserMedia was called with video: time to warm the coach up. */
  | { readonly kind: 'camera-asked' }
  /** getUserMedia was refused or failed; `name` is the DOMException's name. */
  | { readonly kind: 'camera-failed'; readonly name: string }
  | { readonly kind: 'phase'; readonly phase: Phase }
  /** A screen share is sent on a peer connection, or no longer. */
  | { readonly kind: 'sharing'; readonly active: boolean }
  /** Level of the far end, 0 to 1 linear, the loudest of its synchronisation sources; null: not known. */
  | { readonly kind: 'far-level'; readonly level: number | null };

/** How a track that the tap hands over came about. The track itself travels in a video element. */
export type TrackOrigin = 'camera' | 'sender';

/** What the overlay tells the tap. */
export type OverlayToTapMessage = { readonly kind: 'hello' } | { readonly kind: 'turn-off' };
