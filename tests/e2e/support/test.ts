import { readFile } from 'node:fs/promises';
import { test as base } from '@playwright/test';
import { cameraScriptPath, startDemo } from '../../../demo/server.ts';
import type { DrivenBrowser } from '../../../tools/browsers/browser.ts';
import { launchChromium } from '../../../tools/browsers/chromium.ts';
import { launchFirefox } from '../../../tools/browsers/firefox.ts';

export const E2E_BUILD = { chromium: '.output/chrome-mv3-e2e', firefox: '.output/firefox-mv3-e2e' };
export const SHIPPED_BUILD = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' };

export function launch(
  kind: 'chromium' | 'firefox',
  options: Omit<Parameters<typeof launchChromium>[0], 'extension'> & { extension?: string | null },
): Promise<DrivenBrowser> {
  const full = { extension: E2E_BUILD[kind], ...options };
  return kind === 'chromium' ? launchChromium(full) : launchFirefox(full);
}

interface WorkerThings {
  readonly browserKind: 'chromium' | 'firefox';
  readonly demo: Awaited<ReturnType<typeof startDemo>>;
  readonly driven: DrivenBrowser;
  /** The sitter as the browser's camera, to be run before a page: what a real camera is to the tap. */
  readonly camera: string;
}

/** One browser and one demo clinic for all checks of a file; each check has a tab of its own. */
export const test = base.extend<object, WorkerThings>({
  browserKind: ['chromium', { option: true, scope: 'worker' }],
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const demo = await startDemo({});
      await use(demo);
      await demo.close();
    },
    { scope: 'worker' },
  ],
  camera: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => use(await readFile(await cameraScriptPath(), 'utf8')),
    { scope: 'worker' },
  ],
  driven: [
    async ({ browserKind }, use) => {
      const driven = await launch(browserKind, {});
      await use(driven);
      await driven.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

export { expect } from '@playwright/test';
