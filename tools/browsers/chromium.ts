import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { DrivenBrowser, DrivenPage, LaunchOptions } from './browser.ts';

/** Quiet and alone: no sandbox (root in a container), no service of the browser's own. */
const SWITCHES = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // Drawn by the page, not by the software GPU: that one has its hands full with the sitter, and starves
  // the coach's worker of its WebGL context (18 s of processor time in 15 s of a call become 8).
  '--disable-accelerated-2d-canvas',
];

const ACTION_MS = 45_000;

export interface ChromiumBrowser extends DrivenBrowser {
  readonly kind: 'chromium';
  readonly context: BrowserContext;
  readonly extensionId: string;
}

export async function launchChromium(options: LaunchOptions): Promise<ChromiumBrowser> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'eyelevel-chromium-')));
  const extension = options.extension && resolve(options.extension);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.EYELEVEL_CHROMIUM ?? '/usr/bin/chromium',
    headless: options.headless ?? true,
    viewport: { width: 1280, height: 800 },
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      ...SWITCHES,
      ...(options.cameraFile ? [`--use-file-for-fake-video-capture=${options.cameraFile}`] : []),
      ...(extension
        ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]
        : []),
      ...(options.args ?? []),
    ],
  });
  // Without it a press on what does not come to rest would wait until the check is stopped, and say nothing.
  context.setDefaultTimeout(ACTION_MS);
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const extensionId = extension ? await idOf(context) : '';
  if (extension && !options.profile) await untilWelcome(context);
  const drive = (page: Page) => page as unknown as DrivenPage;
  return {
    kind: 'chromium',
    context,
    extensionId,
    requests,
    async newTab(preload) {
      const page = await context.newPage();
      if (preload) await page.addInitScript(preload);
      return drive(page);
    },
    async extensionPage(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return drive(page);
    },
    async close() {
      await context.close();
      if (!options.profile) await rm(profile, { recursive: true, force: true });
    },
  };
}

async function idOf(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return new URL(worker.url()).host;
}

/** After a fresh install, welcome opens when the scripts are registered; a page before that has no coach. */
async function untilWelcome(context: BrowserContext): Promise<void> {
  const endAt = Date.now() + 15_000;
  while (Date.now() < endAt) {
    if (context.pages().some((page) => page.url().endsWith('/welcome.html'))) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('The extension has not opened its welcome page.');
}
