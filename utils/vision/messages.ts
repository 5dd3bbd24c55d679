import type { FramePixels } from '../messages/overlay-coach.ts';
import type { Observation } from '../observation.ts';

/** One frame to look at. The pixels are handed over (transferred), not copied. */
export interface Look {
  readonly capturedAtMs: number;
  /** Size of the source picture. */
  readonly sourceWidthPx: number;
  readonly sourceHeightPx: number;
  readonly pixels: FramePixels;
  /** Look for further faces now and then: in a call nobody asks for them. */
  readonly searchOthers: boolean;
}

/** Client to worker. */
export type ClientToVision =
  /** `faces` false: only light and movement are judged, and no model is loaded. */
  | { readonly kind: 'start'; readonly baseUrl: string; readonly faces: boolean }
  | ({ readonly kind: 'look' } & Look);

/** Worker to client. `vision: 'off'`: no faces are looked for, light and movement are still judged. */
export type VisionToClient =
  | { readonly kind: 'ready'; readonly vision: 'on' | 'off'; readonly reason?: string }
  | {
      readonly kind: 'observation';
      readonly observation: Observation;
      readonly inferenceMs: number;
    }
  /** This frame could not be read; the next may be. */
  | { readonly kind: 'failed'; readonly message: string };
