/** What the popup knows of the page under it. `site` and `hosts` are host names, as a person knows them. */
export type PopupPage =
  | { readonly kind: 'loading' }
  /** The browser's own page, a file, a store: no extension may be there. */
  | { readonly kind: 'unsupported' }
  /** Off here. `hosts`: all that the browser's question will cover. */
  | { readonly kind: 'off'; readonly site: string; readonly hosts: readonly string[] }
  | { readonly kind: 'on'; readonly site: string; readonly coaching: boolean }
  /** On here, but the call is in an origin without permission. */
  | {
      readonly kind: 'needs-permission';
      readonly site: string;
      readonly hosts: readonly string[];
    }
  | { readonly kind: 'frame-too-small'; readonly site: string }
  | { readonly kind: 'reload-needed'; readonly site: string };
