import { browser } from 'wxt/browser';

/** Match pattern of an origin. It has no port: Firefox refuses one, and permissions are given for a host. */
export function toPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** May the extension be on pages of this origin? */
export function isPermitted(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [toPattern(origin)] });
}

/** Those of them that are not turned on. */
export async function withoutPermission(origins: readonly string[]): Promise<string[]> {
  const permitted = await Promise.all(origins.map(isPermitted));
  return origins.filter((_, index) => !permitted[index]);
}
