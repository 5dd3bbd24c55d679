import { browser } from 'wxt/browser';
import { ask } from '../messages/runtime.ts';

/** Match pattern of an origin. It has no port: Firefox refuses one, and permissions are given for a host. */
export function toPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** May the extension be on pages of this origin? */
export function isPermitted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [toPattern(origin)] });
}

/**
 * Asks the person, by the browser's own question. It must be called within a press, so nothing is awaited before the
 * question. What follows the answer is the background's.
 */
export function askForSite(of: {
  /** The tab of the site; -1: none is open. */
  readonly tabId: number;
  readonly site: string;
  readonly origins: readonly string[];
  readonly privateTab: boolean;
}): Promise<boolean> {
  void ask<'site-intent'>({ kind: 'site-intent', ...of });
  return browser.permissions.request({ origins: of.origins.map(toPattern) });
}

/** Those of them that are not turned on. */
export async function withoutPermission(origins: readonly string[]): Promise<string[]> {
  const permitted = await Promise.all(origins.map(isPermitted));
  return origins.filter((_, index) => !permitted[index]);
}
