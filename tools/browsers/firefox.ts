import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { DrivenBrowser, DrivenPage, LaunchOptions } from './browser.ts';

export interface FirefoxBrowser extends DrivenBrowser {
  readonly kind: 'firefox';
  /** The X display that its windows are on, and its process, for real key presses. */
  readonly display: string;
  readonly pid: number | undefined;
}

/**
 * Stock Firefox through WebDriver BiDi. It has a window on a virtual display, because headless Firefox has
 * no WebGL2, which the vision library needs (docs/testing.md).
 */
export async function launchFirefox(options: LaunchOptions): Promise<FirefoxBrowser> {
  const display = await startDisplay();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.EYELEVEL_FIREFOX ?? '/usr/bin/firefox-esr',
    headless: options.headless ?? false,
    protocol: 'webDriverBiDi',
    args: ['--width=1280', '--height=900'],
    ...(options.profile ? { userDataDir: options.profile } : {}),
    env: {
      ...process.env,
      DISPLAY: display.name,
      ...(await startSound()),
      LIBGL_ALWAYS_SOFTWARE: '1',
      MOZ_ENABLE_WAYLAND: '0',
    },
    extraPrefsFirefox: {
      'webgl.force-enabled': true,
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.autoplay.default': 0,
      'extensions.webextOptionalPermissionPrompts': false,
      'full-screen-api.transition-duration.enter': '0 0',
      'full-screen-api.transition-duration.leave': '0 0',
      'full-screen-api.warning.timeout': 0,
      // Firefox's own services: they are not ours, and nothing answers them here.
      'app.normandy.enabled': false,
      'browser.newtabpage.enabled': false,
      'toolkit.telemetry.reportingpolicy.firstRun': false,
      ...options.prefs,
    },
  });
  const requests: string[] = [];
  if (options.extension) {
    await browser.installExtension(resolve(options.extension));
    // It opens when the scripts are registered; a page before that has no coach.
    if (!options.profile) await findExtensionPage(browser, 'welcome.html');
  }
  const drive = (page: Page) => {
    page.on('request', (request) => requests.push(request.url()));
    return page as unknown as DrivenPage;
  };
  return {
    kind: 'firefox',
    display: display.name,
    pid: browser.process()?.pid,
    requests,
    async newTab(preload) {
      const page = await browser.newPage();
      if (preload) await page.evaluateOnNewDocument(preload);
      await page.setViewport({ width: 1280, height: 800 });
      return drive(page);
    },
    // moz-extension: pages cannot be opened from outside; those that the extension opens can be driven.
    async extensionPage(path) {
      return drive(await findExtensionPage(browser, path));
    },
    async close() {
      await browser.close().catch(() => undefined);
      display.stop();
    },
  };
}

async function findExtensionPage(browser: Browser, path: string): Promise<Page> {
  const endAt = Date.now() + 15_000;
  while (Date.now() < endAt) {
    for (const page of await browser.pages()) {
      const address = await page.evaluate(() => location.href).catch(() => '');
      if (address.startsWith('moz-extension:') && address.includes(path)) return page;
    }
    await new Promise((done) => setTimeout(done, 250));
  }
  throw new Error(`Firefox has no page of the extension open that is called ${path}.`);
}

let shared: Promise<{ name: string; process: ChildProcess }> | null = null;

/** One virtual display for all Firefoxes of this process; it ends with the process. */
async function startDisplay(): Promise<{ name: string; stop(): void }> {
  shared ??= new Promise((done, fail) => {
    const server = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    server.on('error', fail);
    server.stdio[3]?.once('data', (number: Buffer) =>
      done({ name: `:${number.toString().trim()}`, process: server }),
    );
    server.unref();
    process.once('exit', () => server.kill());
  });
  const { name } = await shared;
  return { name, stop: () => undefined };
}

let sound: Promise<Record<string, string>> | null = null;

/**
 * A sound card that nobody hears, for all Firefoxes of this process. Without one no AudioContext of Firefox
 * ever runs, so that no level is known, and in a call no tip finds its pause. Where there is no PulseAudio,
 * what needs sound has to skip itself.
 * @returns what to add to the environment
 */
function startSound(): Promise<Record<string, string>> {
  sound ??= (async () => {
    const folder = await mkdtemp(join(tmpdir(), 'eyelevel-sound-'));
    const socket = join(folder, 'socket');
    const server = spawn(
      'pulseaudio',
      [
        ...['-n', '--daemonize=no', '--use-pid-file=no', '--exit-idle-time=-1', '--disallow-exit'],
        ...['--load=module-null-sink'],
        ...[`--load=module-native-protocol-unix auth-anonymous=1 socket=${socket}`],
      ],
      { stdio: 'ignore', env: { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder } },
    );
    let failed = false;
    server.once('error', () => {
      failed = true;
    });
    server.once('exit', () => {
      failed = true;
      void rm(folder, { recursive: true, force: true });
    });
    server.unref();
    process.once('exit', () => server.kill());
    while (!failed && !existsSync(socket)) await new Promise((done) => setTimeout(done, 50));
    return failed ? {} : { PULSE_SERVER: `unix:${socket}` };
  })();
  return sound;
}
