import { browser } from 'wxt/browser';

/** Address of the page with one call, or with all of them. */
export function callsUrl(id: string | null): string {
  return `${browser.runtime.getURL('/calls.html')}${id === null ? '' : `#${id}`}`;
}
