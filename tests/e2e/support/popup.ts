import { expect } from '@playwright/test';
import type { DrivenBrowser, DrivenPage } from '../../../tools/browsers/browser.ts';
import type { ChromiumBrowser } from '../../../tools/browsers/chromium.ts';
import type { FirefoxBrowser } from '../../../tools/browsers/firefox.ts';
import { pressKey, xdotool } from '../../../tools/browsers/xdotool.ts';
import { openTargets } from './targets.ts';

/** The real popup, opened over a page as a press on the toolbar icon opens it, and pressed as a person does. */
export interface DrivenPopup {
  /** What it knows of the page under it: `data-page`. */
  page(): Promise<string | null>;
  text(): Promise<string>;
  evaluate<R>(script: string): Promise<R>;
  /** A real press (mouse or key), so that the browser takes it for the person's own. */
  press(selector: string): Promise<void>;
}

/** A page of a private window is in front already, and cannot be brought there. */
export type OpenPage = Pick<DrivenPage, 'evaluate'> & Partial<Pick<DrivenPage, 'bringToFront'>>;

/** Chromium runs an extension's action for a test only with this switch. */
export const POPUP_SWITCH = '--enable-unsafe-extension-debugging';

/**
 * @param controls a page of the extension, in a tab of its own
 * @param page the page under the popup; it is brought to the front
 */
export async function openPopup(
  driven: DrivenBrowser,
  controls: DrivenPage,
  page: OpenPage,
): Promise<DrivenPopup> {
  await page.bringToFront?.();
  const popup =
    driven.kind === 'chromium'
      ? await openInChromium(driven as ChromiumBrowser, page)
      : await openInFirefox(driven as FirefoxBrowser, controls);
  await expect.poll(popup.page, RATHER_LONG).not.toMatch(/^(null|loading)$/);
  return popup;
}

const RATHER_LONG = { timeout: 30_000, intervals: [500] };
const PAGE = `document.querySelector('main')?.dataset.page ?? 'null'`;

/** `Extensions.triggerAction` does what the icon does, the permission for the page under it included. */
async function openInChromium(driven: ChromiumBrowser, page: OpenPage): Promise<DrivenPopup> {
  const targets = await openTargets(driven);
  const address = await page.evaluate<string>('location.href');
  const tab = await targets.find(({ type, url }) => type === 'tab' && url === address);
  const action = { id: driven.extensionId, targetId: tab?.targetId };
  await targets.send('Extensions.triggerAction', action);
  const { ask, evaluate } = await targets.attach(
    ({ type, url }) => type === 'page' && url.endsWith('/popup.html'),
  );
  return {
    evaluate,
    page: () => evaluate(PAGE),
    text: () => evaluate('document.body.innerText'),
    async press(selector) {
      const { x, y } = await evaluate<{ x: number; y: number }>(`(() => {
        const element = document.querySelector(${JSON.stringify(selector)});
        element.scrollIntoView();
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      })()`);
      const mouse = { x, y, button: 'left', clickCount: 1 };
      await ask('Input.dispatchMouseEvent', { ...mouse, type: 'mousePressed' });
      // The browser may close the popup at once; then this one has no answer.
      await Promise.race([
        ask('Input.dispatchMouseEvent', { ...mouse, type: 'mouseReleased' }).catch(() => null),
        new Promise((done) => setTimeout(done, 2000)),
      ]);
    },
  };
}

const SHORTCUT = 'F9';

/**
 * A shortcut of its own and the mouse of the X display, since nothing else reaches Firefox's own window; what
 * the popup shows is read through the page of the extension.
 */
async function openInFirefox(driven: FirefoxBrowser, controls: DrivenPage): Promise<DrivenPopup> {
  await controls.evaluate(
    `browser.commands.update({ name: '_execute_action', shortcut: '${SHORTCUT}' })`,
  );
  const inPopup = <R>(script: string) =>
    controls.evaluate<R>(`(() => {
      const document = browser.extension.getViews({ type: 'popup' })[0]?.document;
      return document ? ${script} : 'null';
    })()`);
  // One that is open still is of another page.
  await controls.evaluate(`browser.extension.getViews({ type: 'popup' })[0]?.close()`);
  await expect.poll(() => inPopup('true'), RATHER_LONG).toBe('null');
  await expect
    .poll(
      async () => {
        if ((await inPopup('true')) === 'null') await pressKey(driven, SHORTCUT);
        return inPopup(PAGE);
      },
      { timeout: 30_000, intervals: [2000] },
    )
    .not.toBe('null');
  return {
    evaluate: (script) => inPopup(script),
    page: () => inPopup(PAGE),
    text: () => inPopup('document.body.innerText'),
    async press(selector) {
      const place = `(() => {
        const element = document.querySelector(${JSON.stringify(selector)});
        element.scrollIntoView();
        const { x, y, width, height } = element.getBoundingClientRect();
        const { mozInnerScreenX, mozInnerScreenY, innerWidth } = document.defaultView;
        return [innerWidth, mozInnerScreenX + x + width / 2, mozInnerScreenY + y + height / 2];
      })()`;
      // Firefox lays the popup out before it shows it, and moves it while it does.
      let last: number[] = [];
      await expect
        .poll(async () => {
          const before = last.join();
          last = await inPopup<number[]>(place);
          return last[0] !== 0 && last.join() === before;
        }, RATHER_LONG)
        .toBe(true);
      const [, x = 0, y = 0] = last;
      await xdotool(driven, 'mousemove', Math.round(x), Math.round(y), 'click', 1);
    },
  };
}
