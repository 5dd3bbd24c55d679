export type Who = 'bare' | 'human';

export type ToWorker =
  | {
      readonly kind: 'load';
      readonly who: Who;
      readonly baseUrl: string;
      readonly pictures: readonly ImageBitmap[];
    }
  | { readonly kind: 'begin'; readonly everyMs: number }
  | { readonly kind: 'count' }
  | { readonly kind: 'end' };

/** The answer to each message, when it is done. */
export interface Counted {
  readonly looks: number;
  readonly found: number;
}
export type FromWorker = Counted;
