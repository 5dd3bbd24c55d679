import { browser } from 'wxt/browser';
import { browserName } from '../../utils/platform/browser-name.ts';

/**
 * Chrome's own page of what this extension's pages may: a refused camera is allowed again there. Firefox opens its
 * settings to nobody.
 */
export function openSettings(): (() => void) | null {
  if (browserName !== 'chrome') return null;
  const site = encodeURIComponent(location.origin);
  return () =>
    void browser.tabs.create({ url: `chrome://settings/content/siteDetails?site=${site}` });
}
