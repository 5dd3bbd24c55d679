import type { DrivenBrowser, DrivenFrame, DrivenPage } from '../../../tools/browsers/browser.ts';
import { until } from './visit.ts';

/** The Prepare page, pressed and read. */
export interface PrepareTab {
  readonly page: DrivenPage;
  readonly frame: DrivenFrame;
  /** Presses what has this `data-press`, as soon as it is there. */
  press(name: string): Promise<void>;
  /** Turns the step's device on, where it is not on by itself because the browser needs no answer. */
  turnOn(): Promise<void>;
  /** Waits until something on the page matches. */
  sees(selector: string, timeoutMs?: number): Promise<void>;
  step(): Promise<string | undefined>;
  heading(): Promise<string | undefined>;
}

/**
 * In a tab of its own, which the extension opens: Firefox's driver opens none of its pages.
 * @param preload run in the page before anything is pressed, such as the sitter's camera
 */
export async function openPrepare(driven: DrivenBrowser, preload = ''): Promise<PrepareTab> {
  if (driven.kind === 'firefox') {
    const welcome = await driven.extensionPage('welcome.html');
    await welcome.evaluate(`browser.tabs.create({ url: '/prepare.html' })`);
  }
  const page = await driven.extensionPage('prepare.html');
  await page.bringToFront();
  return prepareIn(page, preload);
}

/** A page that is, or is about to be, Prepare. */
export async function prepareIn(page: DrivenPage, preload = ''): Promise<PrepareTab> {
  const frame = await until('Prepare', async () => {
    const [found] = page.frames();
    const is = await found
      ?.evaluate('Boolean(document.querySelector("main.prepare"))')
      .catch(() => false);
    return is ? found : null;
  });
  if (preload) await frame.evaluate(`${preload};0`);
  const has = (selector: string) =>
    frame.evaluate<boolean>(`Boolean(document.querySelector(${JSON.stringify(selector)}))`);
  const sees = async (selector: string, timeoutMs?: number) => {
    await until(selector, () => has(selector), timeoutMs);
  };
  return {
    page,
    frame,
    sees,
    async press(name) {
      const selector = `[data-press="${name}"]:not([aria-disabled="true"])`;
      await sees(selector);
      await frame.click(selector);
    },
    async turnOn() {
      await until('the device is on', async () => {
        if (await has('.level, .own-picture')) return true;
        // Not by the driver: where the device comes on by itself, it would wait for a button that has just gone.
        const button = '[data-press="turn-on"]:not([aria-disabled="true"])';
        await frame.evaluate(`document.querySelector(${JSON.stringify(button)})?.click()`);
        return false;
      });
    },
    step: () => frame.evaluate('document.querySelector("main.prepare")?.dataset.step'),
    heading: () => frame.evaluate('document.querySelector("h1")?.textContent'),
  };
}
