import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { DrivenBrowser, DrivenPage } from '../../../tools/browsers/browser.ts';
import type { ChromiumBrowser } from '../../../tools/browsers/chromium.ts';
import {
  inExtension,
  openExtensionPage,
  openWelcome,
} from '../../../tools/browsers/in-extension.ts';
import { SIDELOADED, sideload } from '../../../tools/browsers/sideload.ts';
import { POPUP_SWITCH } from './popup.ts';
import { launch, SHIPPED_BUILD } from './test.ts';

export type Controls = DrivenPage;

export { inExtension, openExtensionPage };

export interface ShippedBrowser {
  readonly driven: DrivenBrowser;
  /** The welcome page, in a tab of its own: it reads what the browser says of tabs and permissions. */
  readonly controls: Controls;
}

/**
 * A browser with an extension that is installed to stay, so that the same profile can be started again.
 * @param profile of `newProfile`
 */
export async function launchInstalled(
  kind: 'chromium' | 'firefox',
  profile: string,
  { extension = SHIPPED_BUILD[kind], args = [] as readonly string[] } = {},
): Promise<ShippedBrowser> {
  if (kind === 'firefox') await sideload(profile, extension);
  const driven = await launch(kind, {
    profile,
    extension: kind === 'chromium' ? extension : null,
    args: [POPUP_SWITCH, ...args],
    prefs: SIDELOADED,
  });
  return { driven, controls: await openWelcome(driven) };
}

export function newProfile(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'eyelevel-profile-'));
}

export async function removeProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * What a person's Yes to the browser's question does, prepared: Chromium gives at once what it has been told
 * to give on its own page of extensions, and Firefox does not ask with the tests' preference.
 */
export async function sayYesTo(driven: DrivenBrowser, ...patterns: string[]): Promise<void> {
  await onExtensionsPage(driven, 'addHostPermission', patterns);
}

/** Takes a permission away as the person does in the browser's own settings. */
export async function takeBack({ driven, controls }: ShippedBrowser, pattern: string) {
  if (driven.kind === 'chromium') await onExtensionsPage(driven, 'removeHostPermission', [pattern]);
  else await inExtension(controls, `await api.permissions.remove({ origins: ['${pattern}'] })`);
}

async function onExtensionsPage(driven: DrivenBrowser, method: string, patterns: string[]) {
  if (driven.kind !== 'chromium') return;
  const { context, extensionId } = driven as ChromiumBrowser;
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  for (const pattern of patterns) {
    await page.evaluate(`chrome.developerPrivate.${method}('${extensionId}', '${pattern}')`);
  }
  await page.close();
}

/** Id of the tab in front. */
export async function tabInFront(controls: Controls, page: DrivenPage): Promise<number> {
  await page.bringToFront();
  return inExtension(
    controls,
    'return (await api.tabs.query({ active: true, lastFocusedWindow: true }))[0].id',
  );
}

/** Waits until the icon of a tab says these words. */
export async function iconSays(controls: Controls, tabId: number, words: string): Promise<void> {
  await expect
    .poll(() => inExtension(controls, `return api.action.getTitle({ tabId: ${tabId} })`), {
      timeout: 30_000,
    })
    .toBe(words);
}

/** Where our scripts are registered: nothing runs elsewhere. */
export function registeredAt(controls: Controls): Promise<string[]> {
  return inExtension(
    controls,
    `const scripts = await api.scripting.getRegisteredContentScripts();
     return [...new Set(scripts.flatMap(({ matches }) => matches))].sort()`,
  );
}
