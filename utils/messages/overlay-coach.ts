import type { Phase } from '../areas.ts';
import type { ConnectionObservation } from '../connection-observation.ts';
import type { CallQuality, CameraState } from '../observation.ts';

/** First message of the overlay to the coach's window; the coach's port end travels with it. */
export interface CoachHello {
  readonly kind: 'eyelevel-hello';
  readonly nonce: string;
}

/** One picture, reduced: planes Y, U, V in one buffer without padding (or an ImageBitmap as fallback). */
export type FramePixels =
  | {
      readonly format: 'I420';
      readonly widthPx: number;
      readonly heightPx: number;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  | { readonly format: 'bitmap'; readonly bitmap: ImageBitmap };

/** Overlay to coach, over the MessagePort. */
export type OverlayToCoach =
  | {
      readonly kind: 'frame';
      readonly capturedAtMs: number;
      /** Size of the source picture. */
      readonly sourceWidthPx: number;
      readonly sourceHeightPx: number;
      readonly pixels: FramePixels;
    }
  /** No frame this tick: the camera gives none, or capture failed (`error` says why, for the panel). */
  | { readonly kind: 'no-frame'; readonly capturedAtMs: number; readonly camera: CameraState }
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'sharing'; readonly active: boolean }
  /** Levels of both sides in dBFS; null: not known (no track, muted on purpose, suspended context). */
  | {
      readonly kind: 'levels';
      readonly atMs: number;
      readonly ownDbfs: number | null;
      readonly farDbfs: number | null;
    }
  /** How the picture is sent; null: not known, or not in a call. */
  | { readonly kind: 'quality'; readonly quality: CallQuality | null }
  /** What the page's connections say of the line; null: not known, or not in a call. */
  | {
      readonly kind: 'connection';
      readonly atMs: number;
      readonly connection: ConnectionObservation | null;
    }
  /** What stands in the way, for the panel to say in words. */
  | { readonly kind: 'trouble'; readonly trouble: Trouble | null }
  /**
   * The person said that the camera is as high as their eyes. Sent by pages of the extension alone, where
   * that is asked; a call page never does.
   */
  | { readonly kind: 'learn-neutral' }
  /** The overlay folded the panel (dialog open, no free place), or gave it room again. */
  | { readonly kind: 'folded'; readonly folded: boolean };

/** Coach to overlay, over the MessagePort. */
export type CoachToOverlay =
  | { readonly kind: 'ready' }
  /** Send the next frame, no sooner than `afterMs` from now. One frame in flight, by construction. */
  | { readonly kind: 'next-frame'; readonly afterMs: number }
  /** The panel's natural size in CSS px, when it changes. */
  | { readonly kind: 'size'; readonly widthPx: number; readonly heightPx: number }
  /** The person moves the panel; the overlay keeps it inside and off controls, then remembers it. */
  | { readonly kind: 'move'; readonly dxPx: number; readonly dyPx: number }
  | { readonly kind: 'move-end' }
  /** The person folded or unfolded the panel. */
  | { readonly kind: 'fold'; readonly folded: boolean }
  /** What came of `learn-neutral`. */
  | { readonly kind: 'neutral'; readonly result: LearnResult }
  /** Off for this call: the overlay removes the coach and stops capturing. */
  | { readonly kind: 'off' };

/**
 * `not-settled`: nobody was seen sitting and looking at the screen. `unlikely`: a camera that is level with
 * the eyes hardly looks so. Of both nothing is kept.
 */
export type LearnResult = 'learnt' | 'not-settled' | 'unlikely';

/** Trouble that has words in locales under `trouble.<id>`. */
export const TROUBLES = [
  'camera-denied',
  'camera-missing',
  'camera-busy',
  'no-webgl',
  'vision-crashed',
  'reload-needed',
] as const;
export type Trouble = (typeof TROUBLES)[number];
