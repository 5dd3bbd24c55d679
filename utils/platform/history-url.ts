import { browser } from 'wxt/browser';

/** Address of the page with one call, or with all of them. */
export function historyUrl(id: string | null): string {
  return `${browser.runtime.getURL('/history.html')}${id === null ? '' : `#${id}`}`;
}
