import type { DrivenBrowser, DrivenPage } from './browser.ts';
import type { FirefoxBrowser } from './firefox.ts';
import { pressKey } from './xdotool.ts';

/** Both browsers call their API so in a page of the extension. */
const API = 'const api = globalThis.browser ?? globalThis.chrome;';

/** Runs in a page of the extension, where `api` is the browser's own. */
export function inExtension<R>(page: DrivenPage, body: string): Promise<R> {
  return page.evaluate<R>(`(async () => { ${API} ${body} })()`);
}

/** Opens a page of the extension in a tab. Firefox lets only the extension itself do that: `controls`. */
export async function openExtensionPage(
  driven: DrivenBrowser,
  controls: DrivenPage,
  path: string,
): Promise<DrivenPage> {
  if (driven.kind === 'firefox') {
    await inExtension(controls, `await api.tabs.create({ url: '/${path}' })`);
  }
  return driven.extensionPage(path);
}

/**
 * The welcome page of an extension that stays in its profile. In Firefox it opens itself after the installation
 * alone; later it is the first page of this profile (`SIDELOADED`).
 */
export async function openWelcome(driven: DrivenBrowser): Promise<DrivenPage> {
  return driven.extensionPage('welcome.html').catch(async (error: unknown) => {
    if (driven.kind !== 'firefox') throw error;
    await pressKey(driven as FirefoxBrowser, 'alt+Home');
    return driven.extensionPage('welcome.html');
  });
}
